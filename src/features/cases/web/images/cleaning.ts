// The run-by-run work of a desk: clean while there is room, finish what a person confirmed, lay the result on the shelf.
import type { CleanResult, Review } from 'imaging/browser/protocol';
import { device } from '#web/device.ts';
import { imaging, onWorkerEnd } from './cleaner.ts';
import type { Desk, DeskReason, Event, Item, Look } from './desk.ts';
import { keptOf, sizesOf } from './kept-of.ts';
import { heldBytes } from './looking.ts';
import { projectionOf } from './projection.ts';
import { keep, keyOf } from './shelf.ts';

/** Pictures of undecided runs that may lie open at once; the next run waits for a decision. */
const HELD = 400 * 1024 * 1024;

export type SourceOf = { readonly blob: Blob; readonly deflated: boolean; readonly name: string; /** Called when its clean copy was confirmed and is kept: the source is wanted no more. */ readonly laid?: (() => void) | undefined };

export type Bench = {
  readonly caseId: string;
  readonly desk: () => Desk;
  readonly tell: (event: Event) => void;
  /** Pieces of the dropped files, read again from the disc when a run is cleaned; deflated ones lie so in an archive. */
  readonly sources: Map<string, SourceOf>;
};
export type Cleaning = { readonly pump: () => void; readonly finish: (id: string) => Promise<void> };

const stateOf = (bench: Bench, id: string): Item['state'] | undefined => bench.desk().items.find((one) => one.id === id)?.state;
/** A fault of the worker is as a broken file to the person: the others go on. */
const reasonOf = (refused: { code: string; params: DeskReason['params'] } | undefined): DeskReason =>
  refused === undefined ? { code: 'frame-broken', params: {} } : { code: refused.code as DeskReason['code'], params: refused.params };

export const cleaningOf = (bench: Bench): Cleaning => {
  let busy = false;
  const pump = (): void => {
    const next = bench.desk().items.find(({ state }) => state === 'waiting');
    if (busy || next === undefined || heldBytes(bench.desk()) > HELD) return;
    busy = true;
    void clean(bench, next.id).finally(() => {
      busy = false;
      pump();
    });
  };
  onWorkerEnd(() => {
    for (const { id, state } of bench.desk().items)
      if (state === 'cleaning' || state === 'look' || state === 'finishing') bench.tell({ kind: 'refused', id, reason: { code: 'worker-ended', params: {} } });
    busy = false;
    pump();
  });
  return { pump, finish: (id) => finish(bench, id).finally(pump) };
};

const clean = async (bench: Bench, id: string): Promise<void> => {
  const { tell, sources, caseId } = bench;
  const source = sources.get(id);
  if (source === undefined) return tell({ kind: 'refused', id, reason: { code: 'unreadable', params: {} } });
  tell({ kind: 'cleaning', id, stage: 'read', done: 0, total: 1 });
  const options = { key: await keyOf(caseId), caseSalt: new TextEncoder().encode(caseId) };
  const file = await wholeOf(source);
  if (file === undefined) return tell({ kind: 'refused', id, reason: { code: 'unreadable', params: {} } });
  const review = await imaging().clean(id, file, options, (stage, done, total) => tell({ kind: 'cleaning', id, stage, done, total })).catch(() => undefined);
  if (stateOf(bench, id) !== 'cleaning') return imaging().forget(id);
  if (review?.ok !== true) return tell({ kind: 'refused', id, reason: reasonOf(review) });
  const { value } = review;
  // An ECG was drawn here, from voltages alone: there is no writing of the file to look for, and its curves look like some.
  const drawn = bench.desk().items.find((one) => one.id === id)?.from === 'ecg';
  tell({ kind: 'proposed', id, look: lookOf(value), masks: drawn ? [] : value.proposals.map(({ id: mask, box, frames, reason }) => ({ id: mask, box, frames, reason })) });
  if (stateOf(bench, id) === 'left-out') imaging().forget(id);
};

/** Undefined when it cannot be read any more. Its size and checksum were looked at when it was dropped. */
export const wholeOf = async ({ blob, deflated }: Pick<SourceOf, 'blob' | 'deflated'>): Promise<Blob | undefined> =>
  deflated ? new Response(blob.stream().pipeThrough(new DecompressionStream('deflate-raw'))).blob().catch(() => undefined) : blob;

const finish = async (bench: Bench, id: string): Promise<void> => {
  const { tell } = bench;
  const run = bench.desk().items.find((one) => one.id === id);
  if (run?.look === undefined) return;
  const masks = run.masks.map(({ box, frames }) => ({ box, frames }));
  const result = await imaging().finish(id, masks, (stage, done, total) => tell({ kind: 'cleaning', id, stage, done, total })).catch(() => undefined);
  imaging().forget(id);
  if (stateOf(bench, id) !== 'finishing') return;
  if (result?.ok !== true) return tell({ kind: 'refused', id, reason: reasonOf(result) });
  await lay(bench, run, run.look, result.value);
  for (const { url } of run.look.pictures) URL.revokeObjectURL(url);
};

const lay = async ({ caseId, tell, sources }: Bench, item: Item, look: Look, made: CleanResult): Promise<void> => {
  const person = (await device.get<string>('kept', 'person')) ?? '';
  const source = sources.get(item.id);
  // A page that was painted here is no file of anybody's.
  const original = look.source === 'photo' && item.from === undefined && source ? await wholeOf(source) : undefined;
  const { row, files } = await keptOf({ caseId, person, item, look, made, original });
  await keep(row, files);
  tell({ kind: 'finished', id: item.id, sizes: sizesOf(row.parts), still: URL.createObjectURL(made.t0.blob) });
  source?.laid?.();
};

export const lookOf = ({ source, width, height, frames, sidecar, strip, changes }: Review): Look => ({
  source, width, height, frames, sidecar, changes, view: projectionOf(sidecar),
  pictures: strip.map(({ kind, frame, image }) => ({ kind, frame, url: URL.createObjectURL(image) })),
});
