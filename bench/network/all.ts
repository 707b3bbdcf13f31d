// Ways between people: the accelerator in the process at a million people and twenty million ties, and graphology at the size it can hold.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Figure, median, round } from '../figure.ts';
import { at, type GraphMeasured } from './measured.ts';

const PEOPLE = 1_000_000;
const TIES = 20_000_000;
/** Graphology keeps a map a person and an object a tie: 100,000 people and two million ties take it more than the large network takes us. */
const HELD = { people: 100_000, ties: 2_000_000 };

const ran = <T>(script: string, people: number, ties: number): T => {
  const done = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, script), String(people), String(ties)], { encoding: 'utf8', maxBuffer: 1e8 });
  if (done.status !== 0) throw new Error(`${script} ended with ${done.status}: ${done.stderr}`);
  return JSON.parse(done.stdout) as T;
};

const atMost = (bar: number): NonNullable<Figure['bar']> => ({ at: bar, is: 'at most', of: 'value' });

export const network = async (): Promise<Figure[]> => {
  const size = '1 M people, 20 M ties';
  const large = ran<GraphMeasured>('graph-process.ts', PEOPLE, TIES);
  const small = ran<GraphMeasured>('graph-process.ts', HELD.people, HELD.ties);
  const peer = ran<Pick<GraphMeasured, 'builtMs' | 'bytes' | 'way'>>('graphology-process.ts', HELD.people, HELD.ties);
  const name = 'graphology, unweighted, no consent asked';
  const beside = (ours: number, theirs: number): Pick<Figure, 'value' | 'beside' | 'ratio'> => ({ value: round(ours), beside: { name, value: round(theirs) }, ratio: round(theirs / ours) });
  return [
    { name: `strongest way over at most two willing people, p99, ${size}`, unit: 'ms', value: round(at(large.way, 0.99)), bar: atMost(1), note: `p50 ${round(median(large.way))}, found for ${large.found} of 4,300; the best known has ${large.largest} ties` },
    { name: `three ways that share nobody, p99, ${size}`, unit: 'ms', value: round(at(large.apart, 0.99)) },
    { name: `people one may know, p99, ${size}`, unit: 'ms', value: round(at(large.may, 0.99)), bar: atMost(2), note: `p50 ${round(median(large.may))}` },
    { name: `memory of the graph in the process, ${size}`, unit: 'MB', value: round(large.bytes / 1e6), bar: atMost(300) },
    { name: `the graph is built, ${size}`, unit: 's', value: round(large.builtMs / 1000) },
    { name: 'a tie of the best known changes and is there for the next search', unit: 'ms', value: round(large.changedMs), bar: atMost(5000) },
    { name: 'way between two people, median, 100,000 people, 2 M ties', unit: 'ms', ...beside(median(small.way), median(peer.way)) },
    { name: 'memory, 100,000 people, 2 M ties', unit: 'MB', ...beside(small.bytes / 1e6, peer.bytes / 1e6) },
    { name: 'built, 100,000 people, 2 M ties', unit: 's', ...beside(small.builtMs / 1000, peer.builtMs / 1000) },
  ];
};
