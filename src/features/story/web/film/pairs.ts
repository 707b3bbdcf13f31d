// Runs that belong side by side: two planes shot at once, and the same projection earlier and later.

import type { RunView } from '../../rules/present.ts';
import { factsOf, isAngiogram } from './run-facts.ts';
import { timesOf } from './source.ts';

/** Indices of runs; the first is the earlier one, or plane A. */
export type Pair = readonly [number, number];

/** Projections that differ by no more than this, on the great circle, are the same to a reader. */
export const SAME_DEGREES = 10;
/** Two planes look at the heart from well apart. */
const PLANES_DEGREES = 30;
const SAME_TIME_MS = 1;

const direction = (primary: number, secondary: number): readonly [number, number, number] => {
  const [p, s] = [(primary * Math.PI) / 180, (secondary * Math.PI) / 180];
  return [Math.sin(p) * Math.cos(s), Math.cos(p) * Math.cos(s), Math.sin(s)];
};

/** Degrees between the directions from which two runs look; undefined when one does not tell. */
export const degreesBetween = (a: RunView, b: RunView): number | undefined => {
  if (a.primaryAngle === null || a.secondaryAngle === null || b.primaryAngle === null || b.secondaryAngle === null) return undefined;
  const [u, v] = [direction(a.primaryAngle, a.secondaryAngle), direction(b.primaryAngle, b.secondaryAngle)];
  return (Math.acos(Math.min(1, Math.max(-1, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]))) * 180) / Math.PI;
};

const everyTwo = (runs: readonly RunView[]): [RunView, RunView, Pair][] =>
  runs.flatMap((a, i) => runs.slice(i + 1).map((b, j): [RunView, RunView, Pair] => [a, b, [i, i + 1 + j]])).filter(([a, b]) => isAngiogram(a) && isAngiogram(b));

const sameTimes = (a: RunView, b: RunView): boolean => a.frames === b.frames && timesOf(a).every((time, n) => Math.abs(time - (timesOf(b)[n] ?? Infinity)) <= SAME_TIME_MS);

/** The headers refer to each other, or tell one acquisition with the same frame times from two sides. */
const isBiplane = (a: RunView, b: RunView): boolean => {
  const [one, other] = [factsOf(a), factsOf(b)];
  if (one.instance !== '' && other.instance !== '' && (one.refersTo.includes(other.instance) || other.refersTo.includes(one.instance))) return sameTimes(a, b);
  const apart = degreesBetween(a, b);
  return one.acquisition !== undefined && one.acquisition === other.acquisition && one.study !== '' && one.study === other.study && apart !== undefined && apart >= PLANES_DEGREES && sameTimes(a, b);
};

/** Two planes shot at once. */
export const biplanePairs = (runs: readonly RunView[]): Pair[] => everyTwo(runs).filter(([a, b]) => isBiplane(a, b)).map(([, , pair]) => pair);

/** Runs of the same projection, earlier and later; nearest angles first, each run in one pair at most. */
export const beforeAfterPairs = (runs: readonly RunView[]): Pair[] => {
  const near = everyTwo(runs)
    .flatMap(([a, b, pair]) => {
      const degrees = degreesBetween(a, b);
      return degrees !== undefined && degrees <= SAME_DEGREES ? [{ pair, degrees: Math.round(degrees) }] : [];
    })
    // Of equally near ones those farthest apart in time: before and after the whole of the work.
    .sort((a, b) => a.degrees - b.degrees || b.pair[1] - b.pair[0] - (a.pair[1] - a.pair[0]));
  const taken = new Set<number>();
  const chosen: Pair[] = [];
  for (const { pair } of near) {
    if (pair.some((run) => taken.has(run))) continue;
    for (const run of pair) taken.add(run);
    chosen.push(pair);
  }
  return chosen.sort(([a], [b]) => a - b);
};
