// The same made network in graphology, at the size its maps can hold: shortest chain between two people, by its own bidirectional search,
// which asks nobody's consent. Times in milliseconds, memory in bytes over that of the empty process, as JSON.

import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { chance, madeTies } from './made-ties.ts';

const [people, ties] = process.argv.slice(2).map(Number) as [number, number];
const idleBytes = process.memoryUsage().rss;
const began = performance.now();
const graph = new UndirectedGraph();
for (let person = 0; person < people; person++) graph.addNode(person);
madeTies(people, ties, 5)((a, b, strength) => { graph.mergeEdge(a, b, { strength }); });
const builtMs = performance.now() - began;
const next = chance(9);
const times: number[] = [];
for (let n = 0; n < 400; n++) {
  const [a, b] = [next() % people, next() % people];
  const from = performance.now();
  bidirectional(graph, a, b);
  times.push(performance.now() - from);
}
process.stdout.write(JSON.stringify({ builtMs, bytes: process.memoryUsage().rss - idleBytes, way: times.sort((a, b) => a - b) }));
