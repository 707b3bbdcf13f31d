// The desk of one case while this app is open: what was dropped, what the worker made of it, what a person confirmed. It outlives the page,
// so that one may write on while runs are cleaned.
import { newId } from '#kernel/ids.ts';
import { device } from '#web/device.ts';
import { browserRandom } from '#web/random.ts';
import { imaging, readDrop } from './cleaner.ts';
import { type Bench, type Cleaning, cleaningOf } from './cleaning.ts';
import { type Aside, type Desk, emptyDesk, type Event, type Item, reduce } from './desk.ts';
import { sizesOf } from './kept-of.ts';
import { readyToSend } from './looking.ts';
import { drop as dropKept, fileOf, kept } from './shelf.ts';
import { sendRuns } from './uploader.ts';

/** What a case takes (LIMITS.runs of rules/wire.ts). */
const MOST_RUNS = 60;

export type Session = {
  readonly desk: () => Desk;
  readonly on: (listener: () => void) => () => void;
  readonly tell: (event: Event) => void;
  readonly dropped: (files: readonly File[], runsThere: number) => Promise<void>;
  readonly confirm: (ids: readonly string[]) => void;
  readonly leaveOut: (id: string) => void;
  readonly again: (id: string) => void;
  readonly send: (runsThere: number) => Promise<void>;
  /** The source is still at hand: the run can be looked at again. */
  readonly has: (id: string) => boolean;
  /** A run that the node refused comes to the desk again, as a new run of the same source. */
  readonly reopen: (id: string) => void;
};

const sessions = new Map<string, Session>();
export const sessionOf = (caseId: string): Session => {
  const there = sessions.get(caseId);
  if (there !== undefined) return there;
  const made = openSession(caseId);
  sessions.set(caseId, made);
  return made;
};

const freshId = (): string => newId(new Date(), browserRandom);

const openSession = (caseId: string): Session => {
  let desk = emptyDesk;
  const listeners = new Set<() => void>();
  const tell = (event: Event): void => {
    desk = reduce(desk, event);
    for (const listener of listeners) listener();
  };
  const bench: Bench = { caseId, desk: () => desk, tell, sources: new Map() };
  const cleaning = cleaningOf(bench);
  void restore(bench);
  return {
    desk: bench.desk, tell,
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    has: (id) => bench.sources.has(id),
    dropped: (files, runsThere) => take(bench, cleaning, files, runsThere),
    confirm: (ids) => {
      tell({ kind: 'confirmed', ids });
      for (const id of ids) void cleaning.finish(id);
    },
    leaveOut: (id) => {
      tell({ kind: 'left-out', id });
      imaging().forget(id);
      void dropKept(id);
      cleaning.pump();
    },
    again: (id) => {
      void dropKept(id);
      tell({ kind: 'again', id });
      cleaning.pump();
    },
    reopen: (old) => {
      const source = bench.sources.get(old);
      if (source === undefined) return;
      const id = freshId();
      bench.sources.set(id, source);
      tell({ kind: 'read', items: [{ id, name: source.name, bytes: source.blob.size }], asides: [] });
      tell({ kind: 'again', id });
      cleaning.pump();
    },
    send: async (runsThere) => {
      const ids = readyToSend(desk).map(({ id }) => id);
      await sendRuns(ids, runsThere);
      tell({ kind: 'sent', ids });
    },
  };
};

/** A drop becomes runs on the desk, and a line with its reason for all else. */
const take = async ({ desk, tell, sources }: Bench, { pump }: Cleaning, files: readonly File[], runsThere: number): Promise<void> => {
  tell({ kind: 'reading', bytes: 0, allBytes: files.reduce((sum, { size }) => sum + size, 0) });
  const read = await readDrop(files, ({ bytes, allBytes }) => tell({ kind: 'reading', bytes, allBytes }));
  const room = MOST_RUNS - runsThere - desk().items.filter(({ state }) => state !== 'refused' && state !== 'left-out').length;
  const nameOf = ({ entry, inner }: { entry: number; inner?: number }): string => `${files[entry]?.name ?? ''}${inner === undefined ? '' : ` › ${inner + 1}`}`;
  const items: { id: string; name: string; bytes: number }[] = [];
  const asides: Aside[] = (read?.aside ?? [{ entry: 0, reason: { code: 'intake-too-large', params: {} } } as const]).map((one) => ({ name: nameOf(one), reason: one.reason }));
  for (const one of read?.found ?? []) {
    const name = nameOf(one);
    if (items.length >= room) {
      asides.push({ name, reason: { code: 'too-many-runs', params: { n: MOST_RUNS } } });
      continue;
    }
    const id = freshId();
    const { from, to, deflated } = one.source;
    sources.set(id, { blob: (files[one.entry] as File).slice(from, to), deflated, name });
    items.push({ id, name, bytes: one.bytes });
  }
  tell({ kind: 'read', items, asides });
  pump();
};

/** Runs that were confirmed before a reload and not yet sent. Their sources are gone: they can be sent or left out. */
const restore = async ({ caseId, tell }: Bench): Promise<void> => {
  const person = (await device.get<string>('kept', 'person')) ?? '';
  const items: Item[] = [];
  for (const row of await kept(person)) {
    if (row.caseId !== caseId || row.going) continue;
    const still = await fileOf(row.id, 't0');
    items.push({
      id: row.id, name: row.name, state: 'ready', masks: [], ticked: [], seen: [], sizes: sizesOf(row.parts), ...(still ? { still: URL.createObjectURL(still) } : {}),
      look: { source: 'dicom', width: 0, height: 0, frames: row.frames, sidecar: null, pictures: [], changes: [], view: row.view },
    });
  }
  if (items.length > 0) tell({ kind: 'restored', items });
};
