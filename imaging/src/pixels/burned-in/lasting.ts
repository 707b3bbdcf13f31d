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

/** Share of the picture up to which a cover may stay on between the frames that it was found in. */
const SMALL = 0.01;

/** How much larger than its parts the union of two covers of the same frames may be. */
const LOOSE = 1.25;

/**
 * What is found at one place in scattered frames, a counter or the rim of a shutter, becomes one cover from the first of them
 * to the last: one thing to look at and one tap to take off. Only small ones, so that no vessel is hidden for long. So do
 * neighbours of about the same frames that fill their common box.
 */
export function gatheredLines(lines: readonly Lasting[], picture: number): Lasting[] {
  const out: Lasting[] = [];
  for (const next of lines) {
    let line = next;
    for (let at = 0; at < out.length; ) {
      const other = out[at] as Lasting;
      const box = union(line.box, other.box);
      if ((mostlyOne(line.box, other.box) && area(box) <= SMALL * picture) || (sameFrames(line, other) && area(box) <= LOOSE * (area(line.box) + area(other.box) - overlapArea(line.box, other.box)))) {
        line = { box, score: Math.max(line.score, other.score), from: Math.min(line.from, other.from), to: Math.max(line.to, other.to) };
        out.splice(at, 1);
        at = 0;
      } else at++;
    }
    out.push(line);
  }
  return out;
}

/** Covers that score less than this are weak, and so many of them a run are proposed. */
const SURE = 3;
const MOST_WEAK = 4;

/** All sure covers and the surest of the weak ones: a restless run has a weak one in every other frame, and nobody takes dozens off. The rest are frames to look at. */
export function worthTaps(lines: readonly Lasting[]): { readonly kept: readonly Lasting[]; readonly left: readonly Lasting[] } {
  const weak = lines.filter(({ score }) => score < SURE).sort((a, b) => b.score - a.score);
  const left = weak.slice(MOST_WEAK);
  return { kept: lines.filter((line) => !left.includes(line)), left };
}

const area = (box: Box): number => box.width * box.height;

function mostlyOne(a: Box, b: Box): boolean {
  return overlapArea(a, b) >= 0.5 * Math.min(area(a), area(b));
}

function sameFrames(a: Lasting, b: Lasting): boolean {
  const both = Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
  return both >= 0.6 * Math.max(a.to - a.from + 1, b.to - b.from + 1);
}

function samePlace(a: Box, b: Box): boolean {
  const both = overlapArea(a, b);
  return both > 0.6 * (a.width * a.height + b.width * b.height - both);
}
