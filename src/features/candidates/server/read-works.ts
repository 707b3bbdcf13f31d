// Publications from a BibTeX or RIS file: read apart, bounded in time and memory, refused in a sentence.

import { Worker } from 'node:worker_threads';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { chunksOf } from '../rules/citation-chunks.ts';
import { workFromCsl, type ReadWork } from '../rules/works.ts';

export type WorksRead = { readonly works: readonly ReadWork[]; /** Numbers from 1 of the entries that could not be read. */ readonly unread: readonly number[]; /** Entries that were too many. */ readonly left: number };

const MOST_MS = 5000;
/** Only so many files are read at once; each costs a thread. */
const MOST_AT_ONCE = 2;
let running = 0;

const inThread = (data: { form: string; chunks: readonly string[] }): Promise<unknown[] | null> =>
  new Promise((done) => {
    const thread = new Worker(new URL('./citations.thread.ts', import.meta.url), { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 128, stackSizeMb: 4 }, stdout: true, stderr: true });
    const end = (answer: unknown[] | null): void => {
      clearTimeout(clock);
      void thread.terminate();
      done(answer);
    };
    const clock = setTimeout(end, MOST_MS, null);
    thread.once('message', (answer: unknown[]) => end(answer));
    thread.once('error', () => end(null));
    thread.once('exit', () => end(null));
  });

export const worksFromFile = async (text: string): Promise<Result<WorksRead>> => {
  const file = chunksOf(text);
  if (!file) return refuse('invalid', 'candidates.noCitations', {}, ['text']);
  if (running >= MOST_AT_ONCE) return refuse('too-many', 'candidates.readingBusy');
  running += 1;
  const entries = await inThread({ form: file.form, chunks: file.chunks }).finally(() => { running -= 1; });
  if (!entries) return refuse('invalid', 'candidates.citationsTooHard', {}, ['text']);
  const read = entries.map((entry) => workFromCsl(entry, file.form));
  const works = read.filter((one) => one !== null);
  if (works.length === 0) return refuse('invalid', 'candidates.noCitations', {}, ['text']);
  return ok({ works, unread: read.flatMap((one, n) => (one ? [] : [n + 1])), left: file.left });
};
