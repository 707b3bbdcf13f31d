// One thread of the fuzzer: its share of the rounds, counted where the main thread sees that it still moves.
import { parentPort, workerData } from 'node:worker_threads';
import { fuzzRound, type Finding } from '../../imaging/src/node/fuzzing/rounds.ts';
import { fuzzSeeds } from '../../imaging/src/node/fuzzing/seeds.ts';

export type FuzzShare = { readonly from: number; readonly to: number; readonly step: number; readonly done: Int32Array; readonly slot: number };
export type FuzzEnd = { readonly findings: readonly Finding[]; readonly slowestMs: number };

const { from, to, step, done, slot } = workerData as FuzzShare;
const seeds = fuzzSeeds();
const findings: Finding[] = [];
let slowestMs = 0;
// A refusal carried by an exception needs no stack here, and most rounds end in one.
Error.stackTraceLimit = 0;
for (let round = from; round < to && findings.length < 50; round += step) {
  const { finding, ms } = await fuzzRound(seeds, round, () => performance.now());
  if (finding !== null) findings.push(finding);
  slowestMs = Math.max(slowestMs, ms);
  Atomics.add(done, slot, 1);
}
parentPort?.postMessage({ findings, slowestMs } satisfies FuzzEnd);
