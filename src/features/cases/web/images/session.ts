// The desk of one case while this app is open: what was dropped, what the worker made of it, what a person confirmed. It outlives the page,
// so that one may write on while runs are cleaned.
import type { CleanResult, Review } from 'imaging/browser/protocol';
import { newId } from '#kernel/ids.ts';
import { device } from '#web/device.ts';
import { browserRandom } from '#web/random.ts';
import { imaging, onWorkerEnd, readDrop } from './cleaner.ts';
import { type Aside, type Desk, type DeskReason, emptyDesk, type Event, type Item, type Look, reduce } from './desk.ts';
import { keptOf } from './kept-of.ts';
import { heldBytes, readyToSend, worthLooking } from './looking.ts';
import { projectionOf } from './projection.ts';
import { drop as dropKept, fileOf, keep, kept, keyOf } from './shelf.ts';
import { sendRuns } from './uploader.ts';

/** Pictures of undecided runs that may lie open at once; the next run waits for a decision. */
const HELD = 400 * 1024 * 1024;
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

const openSession = (caseId: string): Session => {
  let desk = emptyDesk;
  const listeners = new Set<() => void>();
  const sources = new Map<string, { blob: Blob; name: string }>();
  let busy = false;
  const tell = (event: Event): void => {
    desk = reduce(desk, event);
    for (const listener of listeners) listener();
  };
  const item = (id: string): Item | undefined => desk.items.find((one) => one.id === id);

  /** Cleans one run after another while there is room for their pictures. */
  const pump = async (): Promise<void> => {
    const next = desk.items.find(({ state }) => state === 'waiting');
    if (busy || next === undefined || heldBytes(desk) > HELD) return;
    busy = true;
    try {
      await clean(next.id);
    } finally {
      busy = false;
    }
    void pump();
  };
  const clean = async (id: string): Promise<void> => {
    const source = sources.get(id);
    if (source === undefined) return tell({ kind: 'refused', id, reason: { code: 'unreadable', params: {} } });
    tell({ kind: 'cleaning', id, stage: 'read', done: 0, total: 1 });
    const options = { key: await keyOf(caseId), caseSalt: new TextEncoder().encode(caseId) };
    const review = await imaging().clean(id, source.blob, options, (stage, done, total) => tell({ kind: 'cleaning', id, stage, done, total })).catch(() => undefined);
    if (item(id)?.state !== 'cleaning') return imaging().forget(id);
    if (review === undefined) return tell({ kind: 'refused', id, reason: { code: 'frame-broken', params: {} } });
    if (!review.ok) return tell({ kind: 'refused', id, reason: { code: review.code as DeskReason['code'], params: review.params } });
    tell({ kind: 'proposed', id, look: lookOf(review.value), masks: review.value.proposals.map(({ id: mask, box, frames, reason }) => ({ id: mask, box, frames, reason })) });
    if (item(id)?.state === 'left-out') imaging().forget(id);
  };

  const finish = async (id: string): Promise<void> => {
    const run = item(id);
    if (run?.look === undefined) return;
    const masks = run.masks.map(({ box, frames }) => ({ box, frames }));
    const result = await imaging().finish(id, masks, (stage, done, total) => tell({ kind: 'cleaning', id, stage, done, total })).catch(() => undefined);
    imaging().forget(id);
    if (item(id)?.state !== 'finishing') return;
    if (result === undefined || !result.ok) return tell({ kind: 'refused', id, reason: result === undefined ? { code: 'frame-broken', params: {} } : { code: result.code as DeskReason['code'], params: result.params } });
    await lay(run, run.look, result.value);
    for (const { url } of run.look.pictures) URL.revokeObjectURL(url);
    void pump();
  };
  const lay = async (run: Item, look: Look, made: CleanResult): Promise<void> => {
    const person = (await device.get<string>('kept', 'person')) ?? '';
    const { row, files } = await keptOf({ caseId, person, item: run, look, made });
    await keep(row, files);
    tell({ kind: 'finished', id: run.id, sizes: sizesOf(row.parts), still: URL.createObjectURL(made.t0.blob) });
  };

  onWorkerEnd(() => {
    for (const { id, state } of desk.items) if (state === 'cleaning' || state === 'look' || state === 'finishing') tell({ kind: 'refused', id, reason: { code: 'worker-ended', params: {} } });
    busy = false;
    void pump();
  });

  const restore = async (): Promise<void> => {
    const person = (await device.get<string>('kept', 'person')) ?? '';
    const items: Item[] = [];
    for (const row of await kept(person)) {
      if (row.caseId !== caseId || row.going) continue;
      const still = await fileOf(row.id, 't0');
      items.push({
        id: row.id, name: row.name, state: 'ready', masks: [], ticked: [], seen: [], sealed: true, sizes: sizesOf(row.parts), ...(still ? { still: URL.createObjectURL(still) } : {}),
        look: { source: 'dicom', width: 0, height: 0, frames: row.frames, sidecar: null, pictures: [], changes: [], view: row.view },
      });
    }
    if (items.length > 0) tell({ kind: 'restored', items });
  };
  void restore();

  return {
    desk: () => desk,
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,
    has: (id) => sources.has(id),
    dropped: async (files, runsThere) => {
      tell({ kind: 'reading', done: 0, total: files.length });
      const read = await readDrop(files, (done, total) => tell({ kind: 'reading', done, total }));
      const room = MOST_RUNS - runsThere - desk.items.filter(({ state }) => state !== 'refused' && state !== 'left-out').length;
      const nameOf = ({ entry, inner }: { entry: number; inner?: number }): string => `${files[entry]?.name ?? ''}${inner === undefined ? '' : ` › ${inner + 1}`}`;
      const items: { id: string; name: string }[] = [];
      const asides: Aside[] = (read?.aside ?? [{ entry: 0, reason: { code: 'intake-too-large', params: {} } } as const]).map((one) => ({ name: nameOf(one), reason: one.reason }));
      for (const one of read?.found ?? []) {
        const name = nameOf(one);
        if (items.length >= room) {
          asides.push({ name, reason: { code: 'too-many-runs', params: { n: MOST_RUNS } } });
          continue;
        }
        const id = newId(new Date(), browserRandom);
        sources.set(id, { blob: one.blob ?? (files[one.entry] as File), name });
        items.push({ id, name });
      }
      tell({ kind: 'read', items, asides });
      void pump();
    },
    confirm: (ids) => {
      tell({ kind: 'confirmed', ids });
      for (const id of ids) void finish(id);
    },
    leaveOut: (id) => {
      tell({ kind: 'left-out', id });
      imaging().forget(id);
      void dropKept(id);
      void pump();
    },
    reopen: (old) => {
      const source = sources.get(old);
      if (source === undefined) return;
      const id = newId(new Date(), browserRandom);
      sources.set(id, source);
      tell({ kind: 'read', items: [{ id, name: source.name }], asides: [] });
      tell({ kind: 'again', id });
      void pump();
    },
    again: (id) => {
      void dropKept(id);
      tell({ kind: 'again', id });
      void pump();
    },
    send: async (runsThere) => {
      const ids = readyToSend(desk).map(({ id }) => id);
      await sendRuns(ids, runsThere);
      tell({ kind: 'sent', ids });
    },
  };
};

const lookOf = ({ source, width, height, frames, sidecar, strip, changes, proposals }: Review): Look => ({
  source, width, height, frames, sidecar, changes, view: projectionOf(sidecar),
  pictures: worthLooking(strip, proposals).map(({ kind, frame, image }) => ({ kind, frame, url: URL.createObjectURL(image) })),
});

const sizesOf = (parts: { readonly t0?: { bytes: number }; readonly t1?: { bytes: number }; readonly t2?: { bytes: number } }) => ({
  t0: parts.t0?.bytes ?? 0, t1: parts.t1?.bytes ?? 0, t2: parts.t2?.bytes ?? 0,
});
