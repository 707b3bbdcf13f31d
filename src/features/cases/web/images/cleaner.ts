// The workers of this page's imaging, started when first needed and started anew when one ends (out of memory, a crashed codec).
import { type ImagingClient, imagingClient } from 'imaging/browser/client';
import type { PaintAnswer, PaintRequest } from 'imaging/browser/paint-protocol';
import { assetUrl } from '#web/trusted.ts';
import imagingUrl from '../imaging/imaging.worker.ts?worker&url';
import intakeUrl from '../imaging/intake.worker.ts?worker&url';
import paintingUrl from '../imaging/painting.worker.ts?worker&url';
import type { IntakeAnswer, IntakeRequest, Reading } from './intake.ts';

type Running = { readonly worker: Worker; readonly client: ImagingClient };
let running: Running | undefined;
const ended = new Set<() => void>();

/** Told when the imaging worker ended by itself: whatever it held is gone. */
export const onWorkerEnd = (listener: () => void): void => void ended.add(listener);

export const imaging = (): ImagingClient => {
  if (running !== undefined) return running.client;
  const worker = new Worker(assetUrl(imagingUrl), { type: 'module' });
  worker.addEventListener('error', () => {
    worker.terminate();
    if (running?.worker === worker) running = undefined;
    for (const listener of ended) listener();
  });
  running = { worker, client: imagingClient(worker) };
  return running.client;
};

type Read = Extract<IntakeAnswer, { kind: 'read' }>;

/** Sorts a drop into runs in a worker of its own, which ends with it. Undefined when that worker ended (an archive beyond all bounds). */
export const readDrop = (files: readonly File[], progress: (reading: Reading) => void): Promise<Read | undefined> =>
  new Promise((done) => {
    const worker = new Worker(assetUrl(intakeUrl), { type: 'module' });
    const end = (answer: Read | undefined): void => {
      worker.terminate();
      done(answer);
    };
    worker.addEventListener('error', () => end(undefined));
    worker.addEventListener('message', ({ data }: MessageEvent<IntakeAnswer>) => (data.kind === 'read' ? end(data) : progress(data)));
    worker.postMessage({ files } satisfies IntakeRequest);
  });

export type Paint = Exclude<PaintAnswer, { kind: 'progress' }>;

/** Two minutes without a page: the document is taken for broken. */
const HANGS_MS = 120_000;

/** Paints a document or an ECG in a worker of its own, which ends with it. */
export const paintFile = (file: Blob): Promise<Paint> =>
  new Promise((done) => {
    const worker = new Worker(assetUrl(paintingUrl), { type: 'module' });
    const end = (answer: Paint): void => {
      clearTimeout(timer);
      worker.terminate();
      done(answer);
    };
    const broken = (): void => end({ kind: 'refused', code: 'document-broken', params: {} });
    let timer = setTimeout(broken, HANGS_MS);
    worker.addEventListener('error', broken);
    worker.addEventListener('message', ({ data }: MessageEvent<PaintAnswer>) => {
      if (data.kind === 'painted' || data.kind === 'refused') return end(data);
      clearTimeout(timer);
      timer = setTimeout(broken, HANGS_MS);
    });
    worker.postMessage({ file } satisfies PaintRequest);
  });
