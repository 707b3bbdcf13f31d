// A line by hand with as few places as show it the same (Ramer, Douglas, Peucker).

import { LIMITS } from '#features/cases/rules/limits.ts';

/** Farther than this from the line a place is kept: a tenth of a per cent of the picture. */
const NEAR = 0.001;

const away = (points: readonly number[], i: number, a: number, b: number): number => {
  const [ax, ay, bx, by, x, y] = [points[2 * a], points[2 * a + 1], points[2 * b], points[2 * b + 1], points[2 * i], points[2 * i + 1]] as [number, number, number, number, number, number];
  const long = Math.hypot(bx - ax, by - ay);
  return long === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long;
};

const kept = (points: readonly number[], near: number): number[] => {
  const keep = new Set([0, points.length / 2 - 1]);
  const spans: [number, number][] = [[0, points.length / 2 - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [a, b] = span;
    let [far, at] = [near, -1];
    for (let i = a + 1; i < b; i++) {
      const d = away(points, i, a, b);
      if (d > far) [far, at] = [d, i];
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([a, at], [at, b]);
  }
  return [...keep].sort((a, b) => a - b);
};

/** `points`: x, y, x, y as fractions. Never more places than a mark may hold. */
export const simplified = (points: readonly number[]): number[] => {
  let near = NEAR;
  let some = kept(points, near);
  while (some.length > LIMITS.freehandPoints) {
    near *= 1.5;
    some = kept(points, near);
  }
  return some.flatMap((i) => [points[2 * i] as number, points[2 * i + 1] as number]);
};
