// One graph in a process of its own, so that its memory is its own: times in milliseconds, memory in bytes over that of the empty process, as JSON.

import { setTimeout as pause } from 'node:timers/promises';
import { bestWayFrom, type GraphMeasured } from './measured.ts';
import { wayFinder } from '../../src/features/network/rules/graph/best-way.ts';
import { changeTie, graphOf, rowOf } from '../../src/features/network/rules/graph/graph.ts';
import { mayKnowFinder } from '../../src/features/network/rules/graph/may-know.ts';
import { waysApart } from '../../src/features/network/rules/paths.ts';
import { chance, madeRoom, madeTies } from './made-ties.ts';

const [people, ties] = process.argv.slice(2).map(Number) as [number, number];
const SEARCHES = 4000;
const WARM = 300;

const idleBytes = process.memoryUsage().rss;
const began = performance.now();
const graph = graphOf(people, madeTies(people, ties, 5));
const builtMs = performance.now() - began;
const room = madeRoom(people);
const find = wayFinder(graph);
const know = mayKnowFinder(graph);
const next = chance(9);
/** Three ties away from someone, so that there is something to find. */
const walked = (from: number): number => [1, 2, 3].reduce((at) => { const { to } = rowOf(graph, at); return to.length === 0 ? at : (to[next() % to.length] as number); }, from);
/** Half of the searches are for anybody, who is mostly out of reach; half for somebody within three ties. */
const pairs = Array.from({ length: SEARCHES + WARM }, (_, n) => { const a = next() % people; return [a, n % 2 === 0 ? next() % people : walked(a)] as const; });

const timed = (work: (a: number, b: number) => unknown): { times: number[]; found: number } => {
  const times: number[] = [];
  let found = 0;
  for (const [n, [a, b]] of pairs.entries()) {
    const from = performance.now();
    const answer = work(a, b);
    if (n >= WARM) times.push(performance.now() - from);
    if (answer !== null) found++;
  }
  return { times: times.sort((a, b) => a - b), found };
};

const free = (person: number): number => room[person] as number;
const way = timed((a, b) => find(free, a, [b], new Set()));
const apartTimes: number[] = [];
for (const [a, b] of pairs.slice(0, 1000)) {
  const from = performance.now();
  await waysApart(bestWayFrom(find, free, a, b));
  apartTimes.push(performance.now() - from);
}
const may = timed((a) => know(a, (person) => room[person] !== 0, 20));
let largest = 0;
for (let person = 0; person < people; person++) largest = Math.max(largest, (graph.starts[person + 1] as number) - (graph.starts[person] as number));
// A tie of the best known changes: their whole row is written anew.
const hub = Array.from({ length: people }, (_, n) => n).find((n) => (graph.starts[n + 1] as number) - (graph.starts[n] as number) === largest) as number;
const stranger = (hub + people / 2) % people;
const changing = performance.now();
changeTie(graph, hub, stranger, 900);
const changedMs = performance.now() - changing;
if (!rowOf(graph, stranger).to.includes(hub)) throw new Error('the changed tie is not there');
(globalThis as { gc?: () => void }).gc?.();
await pause(200);
const measured: GraphMeasured = { builtMs, changedMs, largest, bytes: process.memoryUsage().rss - idleBytes, found: way.found, way: way.times, apart: apartTimes.sort((a, b) => a - b), may: may.times };
process.stdout.write(JSON.stringify(measured));
