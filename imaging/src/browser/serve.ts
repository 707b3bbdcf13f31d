import type { Codecs } from '../pixels/codecs.ts';
import { decodeFrame } from '../pixels/decode.ts';
import type { Refusal } from '../result.ts';
import { finishRun } from './finish.ts';
import { type HeldRun, held, openRun } from './open-run.ts';
import { type OpenPhoto, finishPhoto, isPhoto, openPhoto, reviewPhoto } from './photo.ts';
import type { Answer, CleanRequest, DecodeRequest, FinishRequest, Request, Stage } from './protocol.ts';
import { reviewRun } from './review.ts';

type Open = { readonly run: HeldRun } | { readonly photo: OpenPhoto };

/** What the worker posts to. */
export type Post = (answer: Answer, transfer?: Transferable[]) => void;

/**
 * The worker's side of `protocol.ts`. Cleaning runs one after another, so that eight dropped files do not hold eight
 * decoded runs at once; frames for a player are decoded in between.
 */
export function imagingServer(codecs: Codecs, post: Post): (request: Request) => void {
  const open = new Map<string, Open>();
  const forgotten = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (id: string, work: () => Promise<void>): void => {
    queue = queue.then(() => (forgotten.has(id) ? undefined : work())).catch((fault: unknown) => post(faultOf(id, fault)));
  };
  return (request) => {
    if (request.kind === 'forget') {
      open.delete(request.id);
      forgotten.add(request.id);
    } else if (request.kind === 'decode') {
      decode(request, codecs, post).catch((fault: unknown) => post(faultOf(request.id, fault)));
    } else {
      forgotten.delete(request.id);
      inTurn(request.id, () => (request.kind === 'clean' ? clean(request, open, codecs, post, () => forgotten.has(request.id)) : finish(request, open, codecs, post)));
    }
  };
}

const ticker =
  (id: string, post: Post) =>
  (stage: Stage, done: number, total: number): void =>
    post({ kind: 'progress', id, stage, done, total });

async function clean({ id, file, options }: CleanRequest, open: Map<string, Open>, codecs: Codecs, post: Post, stopped: () => boolean): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPhoto(bytes)) {
    const photo = await openPhoto(file);
    if (!photo.ok) return post({ kind: 'refused', id, refusal: photo });
    open.set(id, { photo: photo.value });
    return post({ kind: 'proposed', id, review: await reviewPhoto(photo.value) });
  }
  const tick = ticker(id, post);
  const run = await openRun(bytes, options, codecs, tick);
  if (!run.ok) return post({ kind: 'refused', id, refusal: run });
  const review = await reviewRun(run.value, tick, stopped);
  if (review === null) return;
  open.set(id, { run: held(run.value, file) });
  post({ kind: 'proposed', id, review });
}

async function finish({ id, masks }: FinishRequest, open: Map<string, Open>, codecs: Codecs, post: Post): Promise<void> {
  const waiting = open.get(id);
  if (!waiting) return post({ kind: 'refused', id, refusal: { ok: false, family: 'invalid', code: 'verify-not-reviewed', params: {} } });
  if ('photo' in waiting) return post({ kind: 'finished', id, result: await finishPhoto(waiting.photo, masks) });
  const result = await finishRun(waiting.run, masks, codecs, ticker(id, post));
  post(result.ok ? { kind: 'finished', id, result: result.value } : { kind: 'refused', id, refusal: result });
}

async function decode({ id, bytes, format, level = 0 }: DecodeRequest, codecs: Codecs, post: Post): Promise<void> {
  const frame = await decodeFrame({ ...format, bytes, level }, codecs);
  if (!frame.ok) return post({ kind: 'refused', id, refusal: frame });
  post({ kind: 'decoded', id, frame: frame.value }, [frame.value.data.buffer]);
}

/** A fault of ours becomes a refusal that names no content: the page must never wait for an answer that does not come. */
function faultOf(id: string, fault: unknown): Extract<Answer, { kind: 'refused' }> {
  const refusal: Refusal = { ok: false, family: 'invalid', code: 'frame-broken', params: { fault: fault instanceof Error ? fault.name : 'unknown' } };
  return { kind: 'refused', id, refusal };
}
