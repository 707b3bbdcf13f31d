import { type ImagingClient, imagingClient } from 'imaging/browser/client';
import { assetUrl } from '#web/trusted.ts';
import workerUrl from '../imaging.worker.ts?worker&url';
import type { PlayerSource } from './source.ts';
import { Undecodable } from './trouble.ts';

type Running = { readonly client: ImagingClient; readonly crashed: Promise<never> };
let running: Running | undefined;

/** Decodes frames of clean files in the imaging worker, which starts with the first frame and anew after a crash. */
export const decodeInWorker: NonNullable<PlayerSource['decode']> = (bytes, format, level) => {
  running ??= begin();
  return Promise.race([running.client.decode(bytes, format, level), running.crashed]);
};

function begin(): Running {
  const worker = new Worker(assetUrl(workerUrl), { type: 'module' });
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => {
      worker.terminate();
      running = undefined;
      reject(new Undecodable('the imaging worker ended'));
    });
  });
  // Without a frame under way nobody waits for the crash.
  crashed.catch(() => {});
  return { client: imagingClient(worker), crashed };
}
