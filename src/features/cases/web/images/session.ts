// The desk of one case while this app is open: what was dropped, what the worker made of it, what a person confirmed. It outlives the page,
// so that one may write on while runs are cleaned.
import { newId } from '#kernel/ids.ts';
import { device } from '#web/device.ts';
import { browserRandom } from '#web/random.ts';
import { imaging, paintFile, readDrop } from './cleaner.ts';
import { type Bench, type Cleaning, cleaningOf, type SourceOf, wholeOf } from './cleaning.ts';
import { type Aside, type Desk, type DeskReason, emptyDesk, type Event, type Item, reduce } from './desk.ts';
import type { Found } from './intake.ts';
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
  /** `laid` hears of each file of which a clean copy was confirmed and is kept. */
  readonly dropped: (files: readonly File[], runsThere: number, laid?: (file: File) => void) => Promise<void>;
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
    dropped: (files, runsThere, laid) => take(bench, cleaning, { files, runsThere, laid }),
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

type Taken = { readonly source: SourceOf; readonly item: Omit<Extract<Event, { kind: 'read' }>['items'][number], 'id' | 'name'> };

/** A run or a photo is taken as it lies; a paper gives as many pictures as it has pages, or its reason. */
const takenOf = async (one: Found, source: SourceOf, besideRuns: boolean): Promise<Taken[] | DeskReason> => {
  if (one.kind !== 'paper') return [{ source, item: { bytes: one.bytes } }];
  const file = await wholeOf(source);
  const paint = file === undefined ? undefined : await paintFile(file);
  if (paint === undefined) return { code: 'unreadable', params: {} };
  if (paint.kind === 'refused') return { code: paint.code as DeskReason['code'], params: paint.params };
  const { from, pictures } = paint.painted;
  return pictures.map((blob, n) => ({
    source: { blob, deflated: false, name: pictures.length > 1 ? `${source.name} › ${n + 1}` : source.name },
    // The report of a disc was not meant; an ECG is, and a film or photo of a phone.
    item: { bytes: blob.size, from, wanted: from !== 'page' || !besideRuns },
  }));
};

/** A drop becomes runs on the desk, and a line with its reason for all else. Papers are painted while the first runs are cleaned. */
const take = async (bench: Bench, { pump }: Cleaning, { files, runsThere, laid }: { files: readonly File[]; runsThere: number; laid: ((file: File) => void) | undefined }): Promise<void> => {
  const { desk, tell, sources } = bench;
  tell({ kind: 'reading', bytes: 0, allBytes: files.reduce((sum, { size }) => sum + size, 0) });
  const read = await readDrop(files, ({ bytes, allBytes }) => tell({ kind: 'reading', bytes, allBytes }));
  const nameOf = ({ entry, inner }: { entry: number; inner?: number }): string => `${files[entry]?.name ?? ''}${inner === undefined ? '' : ` › ${inner + 1}`}`;
  const found = read?.found ?? [];
  const room = (): number => MOST_RUNS - runsThere - desk().items.filter(({ state }) => state !== 'refused' && state !== 'left-out').length;
  const lay = async (some: readonly Found[], asides: Aside[]): Promise<void> => {
    const items: Extract<Event, { kind: 'read' }>['items'][number][] = [];
    for (const one of some) {
      const { from, to, deflated } = one.source;
      const file = files[one.entry] as File;
      const taken = await takenOf(one, { blob: file.slice(from, to), deflated, name: nameOf(one), laid: laid && (() => laid(file)) }, found.some(({ kind }) => kind === 'run'));
      if ('code' in taken) asides.push({ name: nameOf(one), reason: taken });
      for (const { source, item } of 'code' in taken ? [] : taken) {
        if (items.length >= room()) asides.push({ name: source.name, reason: { code: 'too-many-runs', params: { n: MOST_RUNS } } });
        else items.push({ id: layAside(sources, source), name: source.name, ...item });
      }
    }
    tell({ kind: 'read', items, asides });
    pump();
  };
  const left = (read?.aside ?? [{ entry: 0, reason: { code: 'intake-too-large', params: {} } } as const]).map((one) => ({ name: nameOf(one), reason: one.reason }));
  await lay(found.filter(({ kind }) => kind !== 'paper'), left);
  const papers = found.filter(({ kind }) => kind === 'paper');
  const allBytes = papers.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytes = 0;
  for (const paper of papers) {
    tell({ kind: 'reading', bytes, allBytes });
    await lay([paper], []);
    bytes += paper.bytes;
  }
};

const layAside = (sources: Bench['sources'], source: SourceOf): string => {
  const id = freshId();
  sources.set(id, source);
  return id;
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
