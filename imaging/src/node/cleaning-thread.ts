import { parentPort, workerData } from 'node:worker_threads';
import { cleanFile, type Entry, type FileOptions } from './clean-file.ts';
import { nodeCodecs } from './codecs.ts';

export type FromThread = { readonly entry: Entry } | { readonly done: true };

const codecs = nodeCodecs();
const options = workerData as FileOptions;

/** One path in, its entries out, then `done`; the next path only after that. */
parentPort?.on('message', async (path: string) => {
  const post = (message: FromThread): void => parentPort?.postMessage(message);
  for await (const entry of cleanFile(path, options, codecs)) post({ entry });
  post({ done: true });
});
