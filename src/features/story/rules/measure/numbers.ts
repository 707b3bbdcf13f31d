// Lengths, angles and stenoses of what was drawn.

import { distance, type Point } from './plane.ts';

/** Degrees at the second point, 0–180. Null when an arm has no length. */
export const angleOf = (a: Point, corner: Point, b: Point): number | null => {
  const [one, two] = [distance(corner, a), distance(corner, b)];
  if (one === 0 || two === 0) return null;
  const cosine = ((a.x - corner.x) * (b.x - corner.x) + (a.y - corner.y) * (b.y - corner.y)) / (one * two);
  return (180 / Math.PI) * Math.acos(Math.min(1, Math.max(-1, cosine)));
};

/** Per cent of diameter that is lost. Null when there is no reference, or the narrowest is wider than it. */
export const stenosisPct = (least: number, reference: number): number | null =>
  reference > 0 && least >= 0 && least <= reference ? 100 * (1 - least / reference) : null;
