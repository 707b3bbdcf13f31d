// Damaged files by the hundred thousand for the parser, the rewriter and the checks. HAMDEL_FUZZ_EXECUTIONS=5000000 is the long run,
// HAMDEL_FUZZ_FROM goes on where another ended. A finding names its seed and round: `bytesOfRound` makes its bytes again.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../imaging/src/node/fuzzing/rounds.ts';
import { type Figure, round } from '../figure.ts';
import type { FuzzEnd, FuzzShare } from './fuzz-thread.ts';

const EXECUTIONS = Number(process.env.HAMDEL_FUZZ_EXECUTIONS ?? 100_000);
const FROM = Number(process.env.HAMDEL_FUZZ_FROM ?? 0);
const THREADS = Math.min(4, availableParallelism());
/** A thread that makes no round in this time hangs, however busy the machine is. */
const STUCK_MS = 60_000;
const HEAP_MB = 256;
const MOST_MB = 1024;

type Outcome = FuzzEnd & { readonly made: number };

function runThread(slot: number, done: Int32Array): Promise<Outcome> {
  const share: FuzzShare = { from: FROM + slot, to: FROM + EXECUTIONS, step: THREADS, done, slot };
  const worker = new Worker(new URL('./fuzz-thread.ts', import.meta.url), { workerData: share, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  return new Promise((settle) => {
    let last = -1;
    const broken = (what: string): void => {
      clearInterval(watch);
      const made = Atomics.load(done, slot);
      const finding: Finding = { seed: 'see the round', round: share.from + made * share.step, what };
      void worker.terminate().then(() => settle({ findings: [finding], slowestMs: STUCK_MS, made }));
    };
    const watch = setInterval(() => {
      const now = Atomics.load(done, slot);
      if (now === last) broken('hangs');
      last = now;
    }, STUCK_MS);
    worker.once('message', (end: FuzzEnd) => {
      clearInterval(watch);
      settle({ ...end, made: Atomics.load(done, slot) });
    });
    worker.once('error', (error) => broken(`${error.name}: ${error.message}`));
  });
}

export const fuzz = async (): Promise<Figure[]> => {
  const done = new Int32Array(new SharedArrayBuffer(4 * THREADS));
  let peak = 0;
  const began = performance.now();
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
    if (process.stderr.isTTY) process.stderr.write(`\r${done.reduce((sum, n) => sum + n, 0)} of ${EXECUTIONS}`);
  }, 250);
  const outcomes = await Promise.all(Array.from({ length: THREADS }, (_, slot) => runThread(slot, done)));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  const findings = outcomes.flatMap((one) => one.findings);
  for (const { seed, round: at, what } of findings) process.stderr.write(`Finding in round ${at} (${seed}): ${what}\n`);
  const made = outcomes.reduce((sum, one) => sum + one.made, 0);
  const full = EXECUTIONS >= 5_000_000;
  return [
    { name: 'damaged files read, rewritten and checked', unit: 'executions', value: made, ...(full ? { bar: { at: 5_000_000, is: 'at least', of: 'value' } } : { note: 'HAMDEL_FUZZ_EXECUTIONS=5000000 is the long run' }) },
    { name: 'damaged files a second', unit: '1/s', value: round(made / seconds) },
    { name: 'damaged files that broke a rule, threw or hung', unit: 'findings', value: findings.length, bar: { at: 0, is: 'at most', of: 'value' } },
    { name: 'slowest damaged file', unit: 'ms', value: round(Math.max(...outcomes.map((one) => one.slowestMs))), bar: { at: 1000, is: 'at most', of: 'value' } },
    { name: 'memory of the fuzzer at its highest', unit: 'MB', value: round(peak / 1e6), bar: { at: MOST_MB, is: 'at most', of: 'value' } },
  ];
};
