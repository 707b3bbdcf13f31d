import type { Box } from '../box.ts';
import { type Accepted, overlapArea, union } from './join.ts';

/** A line and the frames it stands in, both ends included. */
export type Lasting = Accepted & { readonly from: number; readonly to: number };

/** Nothing is gained by a cover that lies almost wholly under others. */
export function coveredBy(box: Box, others: readonly Box[]): boolean {
  return others.some((other) => overlapArea(box, other) >= 0.9 * box.width * box.height);
}

/**
 * The same place in neighbouring frames is one line of several frames, though windows and frames found it one by one: fewer
 * covers to look at. Longer ones come first; what lies under one of them in its frames is left out.
 */
export function lastingLines(lines: readonly Lasting[]): Lasting[] {
  const out: Lasting[] = [];
  for (const next of lines.slice().sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const holds = out.some((line) => line.from <= next.from && line.to >= next.to && coveredBy(next.box, [line.box]));
    if (holds) continue;
    const at = out.findIndex((line) => line.from <= next.to + 1 && line.to >= next.from - 1 && samePlace(line.box, next.box));
    if (at < 0) out.push(next);
    else {
      const line = out[at] as Lasting;
      out[at] = { box: union(line.box, next.box), score: Math.max(line.score, next.score), from: Math.min(line.from, next.from), to: Math.max(line.to, next.to) };
    }
  }
  return out;
}

function samePlace(a: Box, b: Box): boolean {
  const both = overlapArea(a, b);
  return both > 0.6 * (a.width * a.height + b.width * b.height - both);
}
