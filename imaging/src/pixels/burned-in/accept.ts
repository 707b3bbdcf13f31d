import type { Box } from '../box.ts';
import type { Candidate } from './find.ts';
import { WEIGHTS } from './weights.ts';

export type Pass = keyof typeof WEIGHTS;

/** A line that was taken for writing. */
export type Accepted = { readonly box: Box; readonly score: number };

/** Log-odds from which a line is proposed. */
const THRESHOLDS: Record<Pass, number> = { static: 1, frame: 2, image: 1 };
/** Most burnt-in text sits near the border. */
const BORDER_BONUS = 1;
/** How much lower a line may score that continues an accepted one. */
const CONTINUATION = 2.5;

/** Log-odds that a line is writing: constant, linear and pairwise terms. */
export function scoreOf(features: readonly number[], pass: Pass): number {
  const weights = WEIGHTS[pass];
  let at = 0;
  let sum = weights[at++] as number;
  for (const value of features) sum += (weights[at++] as number) * value;
  for (let i = 0; i < features.length; i++) {
    for (let j = i; j < features.length; j++) sum += (weights[at++] as number) * (features[i] as number) * (features[j] as number);
  }
  return sum;
}

type Scored = Candidate & { readonly score: number };

/** The candidates that look like writing, padded, with near collinear ones joined, in pixels of the frame. */
export function acceptLines(candidates: readonly Candidate[], pass: Pass, width: number, height: number): Accepted[] {
  const scored = candidates.map((line) => ({ ...line, score: scoreOf(line.features, pass) + borderBonus(line, width, height) }));
  const threshold = THRESHOLDS[pass];
  let accepted = scored.filter((line) => line.score >= threshold);
  for (let round = 0; round < 2; round++) {
    const more = scored.filter(
      (line) => line.score >= threshold - CONTINUATION && !accepted.includes(line) && accepted.some((other) => continuesLine(line, other)),
    );
    accepted = [...accepted, ...more];
  }
  return joined(accepted.map((line) => padded(line, width, height)));
}

function borderBonus(line: Candidate, width: number, height: number): number {
  const [middle, side] = line.upright ? [(line.left + line.right) / 2, width] : [(line.top + line.bottom) / 2, height];
  const across = Math.min(middle, side - middle) / side;
  return across < 0.12 ? BORDER_BONUS : 0;
}

function thickness(line: Candidate): number {
  return line.upright ? line.right - line.left + 1 : line.bottom - line.top + 1;
}

function continuesLine(line: Scored, other: Scored): boolean {
  if (line.upright !== other.upright) return false;
  const along = (c: Candidate): [number, number] => (c.upright ? [c.top, c.bottom] : [c.left, c.right]);
  const across = (c: Candidate): [number, number] => (c.upright ? [c.left, c.right] : [c.top, c.bottom]);
  const [a, b] = [along(line), along(other)];
  const [p, q] = [across(line), across(other)];
  const tall = thickness(other);
  const gap = Math.max(a[0], b[0]) - Math.min(a[1], b[1]);
  const overlap = Math.min(p[1], q[1]) - Math.max(p[0], q[0]) + 1;
  return gap < 1.6 * tall && overlap > thickness(line) / 2 && thickness(line) < 2 * tall + 4;
}

function padded(line: Scored, width: number, height: number): Accepted {
  const tall = thickness(line);
  const along = Math.round(0.6 * tall + 2);
  const across = Math.round(0.3 * tall + 2);
  const [x, y] = line.upright ? [across, along] : [along, across];
  const left = Math.max(0, line.left - x);
  const top = Math.max(0, line.top - y);
  const right = Math.min(width, line.right + 1 + x);
  const bottom = Math.min(height, line.bottom + 1 + y);
  return { box: { left, top, width: right - left, height: bottom - top }, score: line.score };
}

/** Overlapping boxes become one while the union is not much larger than its parts: fewer boxes to look at, the same area. */
function joined(boxes: Accepted[]): Accepted[] {
  const out: Accepted[] = [];
  for (const next of boxes.slice().sort((a, b) => b.score - a.score)) {
    let current = next;
    for (let at = 0; at < out.length; ) {
      const other = out[at] as Accepted;
      const both = union(current.box, other.box);
      if (area(both) <= 1.15 * (area(current.box) + area(other.box) - overlapArea(current.box, other.box))) {
        current = { box: both, score: Math.max(current.score, other.score) };
        out.splice(at, 1);
        at = 0;
      } else at++;
    }
    out.push(current);
  }
  return out;
}

const area = (box: Box): number => box.width * box.height;

function union(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}

function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}
