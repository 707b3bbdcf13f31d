import type { Mask } from '../pixels/box.ts';
import type { FrameFormat } from '../pixels/format.ts';
import type { Result } from '../result.ts';
import type { Answer, CleanOptions, CleanResult, DecodedFrame, Request, Review, Stage } from './protocol.ts';

/** What the client needs of a Worker. */
export type WorkerPort = {
  postMessage(message: Request, transfer?: Transferable[]): void;
  addEventListener(kind: 'message', hear: (event: MessageEvent<Answer>) => void): void;
};

export type Progress = (stage: Stage, done: number, total: number) => void;

/** The page's side of `protocol.ts`, as promises. Ids are made by the caller and name one file until `forget`. */
export type ImagingClient = {
  clean(id: string, file: Blob, options: CleanOptions, progress?: Progress): Promise<Result<Review>>;
  finish(id: string, masks: readonly Mask[], progress?: Progress): Promise<Result<CleanResult>>;
  /** Takes the bytes over when they fill their buffer: the caller's view is empty afterwards. */
  decode(bytes: Uint8Array<ArrayBuffer>, format: FrameFormat, level?: number): Promise<Result<DecodedFrame>>;
  forget(id: string): void;
};

type Waiting = { readonly settle: (answer: Answer) => void; readonly progress: Progress };

export function imagingClient(port: WorkerPort): ImagingClient {
  const waiting = new Map<string, Waiting>();
  let decodes = 0;
  port.addEventListener('message', ({ data }) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if (data.kind === 'progress') return one.progress(data.stage, data.done, data.total);
    waiting.delete(data.id);
    one.settle(data);
  });
  function ask<T>(request: Request, pick: (answer: Answer) => T | undefined, progress: Progress, transfer: Transferable[] = []): Promise<Result<T>> {
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer): void => {
        const value = pick(answer);
        if (answer.kind === 'refused') resolve(answer.refusal);
        else if (value === undefined) reject(new Error(`the imaging worker answered ${answer.kind}`));
        else resolve({ ok: true, value });
      };
      waiting.set(request.id, { settle, progress });
      port.postMessage(request, transfer);
    });
  }
  const silent: Progress = () => {};
  return {
    clean: (id, file, options, progress = silent) =>
      ask({ kind: 'clean', id, file, options }, (answer) => (answer.kind === 'proposed' ? answer.review : undefined), progress),
    finish: (id, masks, progress = silent) =>
      ask({ kind: 'finish', id, masks }, (answer) => (answer.kind === 'finished' ? answer.result : undefined), progress),
    decode(bytes, format, level = 0) {
      const id = `decode-${decodes++}`;
      const pick = (answer: Answer) => (answer.kind === 'decoded' ? answer.frame : undefined);
      const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
      return ask({ kind: 'decode', id, bytes: own, format, level }, pick, silent, [own.buffer]);
    },
    forget(id) {
      waiting.delete(id);
      port.postMessage({ kind: 'forget', id });
    },
  };
}
