import { Worker } from 'node:worker_threads';
import { cleanFile, type Entry, type FileOptions } from './clean-file.ts';
import type { FromThread } from './cleaning-thread.ts';
import { nodeCodecs } from './codecs.ts';
import { refused } from './cleaned.ts';

export type Heard = (place: number, entry: Entry) => void;

const died: Entry = { inner: null, cleaned: { ...withoutBytes(refused('cleaning-failed', null)), output: null } };

function withoutBytes({ bytes: _, extension: __, ...row }: ReturnType<typeof refused>) {
  return row;
}

/** Cleans paths one after another in this thread. */
async function cleanHere(paths: readonly string[], options: FileOptions, heard: Heard): Promise<void> {
  const codecs = nodeCodecs();
  for (const [place, path] of paths.entries()) for await (const entry of cleanFile(path, options, codecs)) heard(place, entry);
}

/**
 * Cleans paths, several at a time when `threads` is more than one; a thread holds one file at a time. A thread that dies
 * (of memory, say) costs its own file and is replaced. `heard` is told each outcome with the path's place, in any order.
 */
export async function cleanAll(paths: readonly string[], threads: number, options: FileOptions, heard: Heard): Promise<void> {
  if (threads <= 1) return cleanHere(paths, options, heard);
  let next = 0;
  const takeTurns = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < paths.length) {
      const place = next++;
      worker ??= new Worker(new URL('./cleaning-thread.ts', import.meta.url), { workerData: options });
      if (!(await oneInThread(worker, paths[place] as string, (entry) => heard(place, entry)))) {
        heard(place, died);
        worker = undefined;
      }
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: threads }, takeTurns));
}

/** True when the thread came to the end of the path, false when it died on the way. */
function oneInThread(worker: Worker, path: string, heard: (entry: Entry) => void): Promise<boolean> {
  return new Promise((settle) => {
    const end = (whole: boolean) => () => {
      worker.off('message', onMessage);
      worker.off('error', onDeath);
      worker.off('exit', onDeath);
      settle(whole);
    };
    const onDeath = end(false);
    const onMessage = (message: FromThread): void => ('done' in message ? end(true)() : heard(message.entry));
    worker.on('message', onMessage);
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
    worker.postMessage(path);
  });
}
