// The two edges of a catheter on a line drawn across it.

import { LEAST_LUMEN_PX, unblurred } from './blur.ts';
import { distance, type Plane, type Point, valueAt } from './plane.ts';

const STEP = 0.25;
/** How far beyond the drawn ends an edge is still looked for, px. */
const BEYOND = 3;
const SIGMA = 1;

const slopeAt = (values: readonly number[], j: number): number => {
  let sum = 0;
  for (let k = 1; k * STEP <= 3 * SIGMA; k++) {
    const weight = k * STEP * Math.exp(-((k * STEP) ** 2) / (2 * SIGMA ** 2));
    sum += weight * ((values[Math.min(values.length - 1, j + k)] as number) - (values[Math.max(0, j - k)] as number));
  }
  return sum;
};

/** The steepest place of one sign, between samples. */
const steepest = (slopes: readonly number[], sign: 1 | -1): number => {
  let at = 1;
  for (let j = 1; j < slopes.length - 1; j++) if (sign * (slopes[j] as number) > sign * (slopes[at] as number)) at = j;
  const [a, b, c] = [slopes[at - 1] as number, slopes[at] as number, slopes[at + 1] as number];
  const bend = a - 2 * b + c;
  return bend === 0 ? at : at + Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / bend));
};

/**
 * Where the shadow between `a` and `b` begins and ends, moved out or in by what blur does to a cylinder. Null when the line crosses no shadow:
 * its first steep place must lead into the dark and its second out of it (the other way round on an inverted picture).
 */
export const edgesAcross = (plane: Plane, a: Point, b: Point): readonly [Point, Point] | null => {
  const long = distance(a, b);
  if (long < LEAST_LUMEN_PX) return null;
  const on = (by: number): Point => ({ x: a.x + ((b.x - a.x) * by) / long, y: a.y + ((b.y - a.y) * by) / long });
  const count = Math.round((long + 2 * BEYOND) / STEP);
  const values = Array.from({ length: count + 1 }, (_, j) => valueAt(plane, on(j * STEP - BEYOND)));
  const slopes = values.map((_, j) => slopeAt(values, j));
  const [down, up] = [steepest(slopes, -1), steepest(slopes, 1)];
  const seen = Math.abs(up - down) * STEP;
  if (seen < LEAST_LUMEN_PX) return null;
  const middle = ((down + up) / 2) * STEP - BEYOND;
  const half = unblurred(seen, SIGMA) / 2;
  return [on(middle - half), on(middle + half)];
};
