// The edges of a vessel along a line that someone drew in it, and what they say: edge detection as in quantitative angiography, not validated.
// Two best paths (dynamic programming) through the steepest greys on either side, refined between pixels; the line is then laid between them and
// the search made again. Steepness is that of a Gaussian derivative, whose own width is subtracted from small lumens (`unblurred`).

import { unblurred } from './blur.ts';
import { distance, type Plane, type Point, valueAt } from './plane.ts';

/** Steps across the vessel, px. */
const ACROSS = 0.25;
/** Width of the derivative, px. */
export const SIGMA = 1;
/** How far a wall may lie from the drawn line at 512 columns, px: a left main of 5 mm and a hand that was 8 px off. */
const REACH_AT_512 = 20;
/** A wall may turn this many steps a pixel along. */
const TURN = 2;
const TURN_COST = 0.12;
/** Steps from the chosen place to the steepest beside it. */
const CLIMB = 4;
const PASSES = 3;
/** How far a hand strays from the lumen, and how far beside the lumen its surroundings are looked at, px. */
const HAND_OFF = 6;
const DEEP = 8;
/** Beyond this many samples a line is no vessel on one picture. */
const MOST_SAMPLES = 2048;

export type Walls = {
  /** The middle line, a sample a pixel. */
  readonly line: readonly Point[];
  /** Both walls beside each sample. */
  readonly left: readonly Point[];
  readonly right: readonly Point[];
  /** Diameter at each sample, px. */
  readonly diameters: readonly number[];
};

const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** Through the drawn points, a sample a pixel. */
export const resampled = (points: readonly Point[]): Point[] => {
  const out: Point[] = [];
  let left = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const long = distance(a, b);
    for (; left <= long && long > 0 && out.length < MOST_SAMPLES; left += 1) out.push(mix(a, b, left / long));
    left -= long;
  }
  return out;
};

const smooth = (points: readonly Point[], reach: number): Point[] =>
  points.map((_, i) => {
    const near = points.slice(Math.max(0, i - Math.min(reach, i, points.length - 1 - i)), i + Math.min(reach, i, points.length - 1 - i) + 1);
    return { x: near.reduce((sum, { x }) => sum + x, 0) / near.length, y: near.reduce((sum, { y }) => sum + y, 0) / near.length };
  });

const normals = (line: readonly Point[]): Point[] =>
  line.map((_, i) => {
    const [a, b] = [line[Math.max(0, i - 3)] as Point, line[Math.min(line.length - 1, i + 3)] as Point];
    const long = distance(a, b) || 1;
    return { x: -(b.y - a.y) / long, y: (b.x - a.x) / long };
  });

/** Grey across the vessel at each sample, mean of three neighbours along it. */
const profiles = (plane: Plane, line: readonly Point[], across: readonly Point[], steps: number): Float64Array[] => {
  const raw = line.map((at, i) => {
    const n = across[i] as Point;
    return Float64Array.from({ length: 2 * steps + 1 }, (_, j) => valueAt(plane, { x: at.x + n.x * (j - steps) * ACROSS, y: at.y + n.y * (j - steps) * ACROSS }));
  });
  return raw.map((own, i) => {
    const [before, after] = [raw[Math.max(0, i - 1)] as Float64Array, raw[Math.min(raw.length - 1, i + 1)] as Float64Array];
    return own.map((value, j) => (value + (before[j] as number) + (after[j] as number)) / 3);
  });
};

const KERNEL = Array.from({ length: Math.ceil((3 * SIGMA) / ACROSS) }, (_, k) => {
  const d = (k + 1) * ACROSS;
  return d * Math.exp(-(d * d) / (2 * SIGMA * SIGMA));
});

/** Slope across, from left to right. */
const slopes = (profile: Float64Array): Float64Array =>
  profile.map((_, j) => KERNEL.reduce((sum, weight, k) => sum + weight * ((profile[Math.min(profile.length - 1, j + k + 1)] as number) - (profile[Math.max(0, j - k - 1)] as number)), 0));

/** The best way through `gain[sample][step]`, steps from `low` to `high`, turning gently. */
const bestPath = (gain: readonly Float64Array[], low: number, high: number, turnCost: number): number[] => {
  const width = high - low + 1;
  let sums = Float64Array.from({ length: width }, (_, j) => (gain[0] as Float64Array)[low + j] as number);
  const from = gain.map(() => new Int16Array(width));
  for (let i = 1; i < gain.length; i++) {
    const next = new Float64Array(width);
    for (let j = 0; j < width; j++) {
      let [best, at] = [-Infinity, j];
      for (let k = Math.max(0, j - TURN); k <= Math.min(width - 1, j + TURN); k++) {
        const sum = (sums[k] as number) - turnCost * Math.abs(k - j);
        if (sum > best) [best, at] = [sum, k];
      }
      next[j] = best + ((gain[i] as Float64Array)[low + j] as number);
      (from[i] as Int16Array)[j] = at;
    }
    sums = next;
  }
  const path = new Array<number>(gain.length);
  let at = sums.indexOf(Math.max(...sums));
  for (let i = gain.length - 1; i >= 0; i--) {
    path[i] = low + at;
    at = (from[i] as Int16Array)[at] as number;
  }
  return path;
};

/** Uphill from `start` to the top nearest to it, and on a parabola through its neighbours between the steps. */
const between = (gain: Float64Array, start: number): number => {
  let j = start;
  for (let left = CLIMB; left > 0; left--) {
    const [a = -Infinity, b = 0, c = -Infinity] = [gain[j - 1], gain[j], gain[j + 1]];
    if (a <= b && c <= b) break;
    j += c > a ? 1 : -1;
  }
  const [a, b, c] = [gain[j - 1], gain[j], gain[j + 1]];
  if (a === undefined || b === undefined || c === undefined) return j;
  const bend = a - 2 * b + c;
  return bend >= 0 ? j : j + Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / bend));
};

/** Is the vessel darker than beside it? As usual; where a run is shown inverted it is not. */
const darkInside = (rows: readonly Float64Array[], steps: number): boolean => {
  const mean = (from: number, to: number): number => rows.reduce((sum, row) => sum + row.slice(from, to).reduce((a, b) => a + b, 0) / (to - from), 0);
  return mean(steps - 4, steps + 5) * 2 <= mean(0, 9) + mean(2 * steps - 8, 2 * steps + 1);
};

type Sides = { left: number[]; right: number[]; across: Point[] };

/** `near`: steps within which no wall is likelier than another. */
const sidesOf = (plane: Plane, line: readonly Point[], steps: number, near: number): Sides => {
  const across = normals(line);
  const rows = profiles(plane, line, across, steps);
  const sign = darkInside(rows, steps) ? 1 : -1;
  const steep = rows.map(slopes);
  const tops = steep.map((row) => row.reduce((top, value) => Math.max(top, Math.abs(value)), 0));
  const usual = Math.max(1e-9, median(tops));
  // In a narrow lumen the walls are faint: each sample is weighed against its own steepest. A wall near the line is likelier than a neighbour's beyond it.
  const gainOf = (side: 1 | -1): Float64Array[] =>
    steep.map((row, i) => row.map((value, j) => Math.max(0, (side * sign * value) / (0.3 * usual + 0.7 * (tops[i] as number))) * Math.exp(-Math.max(0, Math.abs(j - steps) - near) / steps)));
  const [onLeft, onRight] = [gainOf(-1), gainOf(1)];
  // The likelier place chose the wall; where exactly it is the slope alone says.
  const place = (side: 1 | -1, path: readonly number[]): number[] => path.map((j, i) => (between((steep[i] as Float64Array).map((value) => side * sign * value), j) - steps) * ACROSS);
  return { left: place(-1, bestPath(onLeft, 0, steps - 1, TURN_COST)), right: place(1, bestPath(onRight, steps + 1, 2 * steps, TURN_COST)), across };
};

const beside = (line: readonly Point[], across: readonly Point[], by: readonly number[]): Point[] =>
  line.map(({ x, y }, i) => ({ x: x + (across[i]?.x ?? 0) * (by[i] ?? 0), y: y + (across[i]?.y ?? 0) * (by[i] ?? 0) }));

const laid = (points: readonly Point[]): Point[] => smooth(resampled(smooth(points, 4)), 3);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The drawn line moved to where the shadow is deepest beside its own surroundings, with the drawn way as a guide. */
const intoLumen = (plane: Plane, line: readonly Point[], steps: number): Point[] => {
  const across = normals(line);
  const rows = profiles(plane, line, across, steps);
  const sign = darkInside(rows, steps) ? 1 : -1;
  const reach = Math.round(HAND_OFF / ACROSS);
  const near = Math.round(DEEP / ACROSS);
  const deep = rows.map((row) => row.map((value, j) => sign * (((row[Math.max(0, j - near)] as number) + (row[Math.min(row.length - 1, j + near)] as number)) / 2 - value)));
  const most = Math.max(1e-9, median(deep.map((row) => Math.max(...row.slice(steps - reach, steps + reach + 1)))));
  const gain = deep.map((row) => row.map((value, j) => Math.min(1, Math.max(-0.5, value / most)) - 0.3 * ((j - steps) / reach) ** 2));
  return laid(beside(line, across, bestPath(gain, steps - reach, steps + reach, TURN_COST).map((j) => (j - steps) * ACROSS)));
};

/** Null when the line is too short to tell a wall from noise. `points`: two or more along the vessel, in its lumen. */
export const findWalls = (plane: Plane, points: readonly Point[]): Walls | null => {
  let line = smooth(resampled(points), 3);
  if (line.length < 12) return null;
  const steps = Math.round((REACH_AT_512 * Math.max(plane.columns, 512)) / 512 / ACROSS);
  line = intoLumen(plane, line, steps);
  let sides = sidesOf(plane, line, steps, 0);
  for (let pass = 1; pass < PASSES; pass++) {
    const middle = sides.left.map((left, i) => (left + (sides.right[i] as number)) / 2);
    line = laid(beside(line, sides.across, middle));
    const wide = median(sides.left.map((left, i) => (sides.right[i] as number) - left));
    sides = sidesOf(plane, line, Math.min(steps, Math.round((wide * 0.9 + 2) / ACROSS)), Math.round((wide * 0.6) / ACROSS));
  }
  const diameters = sides.left.map((left, i) => unblurred((sides.right[i] as number) - left, SIGMA));
  return { line, left: beside(line, sides.across, sides.left), right: beside(line, sides.across, sides.right), diameters };
};
