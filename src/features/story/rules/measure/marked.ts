// What a mark on a frame holds beside its places, and the numbers that follow from a measure.

import { type Calibration, mmPerPx } from './calibration.ts';
import { angleOf, stenosisPct } from './numbers.ts';
import { distance, type Point } from './plane.ts';

export type MarkShape = 'arrow' | 'text' | 'freehand' | 'segment' | 'catheter' | 'length' | 'angle' | 'stenosis' | 'vessel';

/** `widths` in px of the run, one beside each place of the line; `at`, `from`, `to` count places. */
export type VesselFound = {
  readonly widths: readonly number[]; readonly leastPx: number; readonly referencePx: number; readonly lengthPx: number;
  readonly at: number; readonly from: number; readonly to: number; readonly limit: boolean;
};
/** The wire's details (src/features/cases/rules/mark-wire.ts); each shape has its own. */
export type MarkDetails = { readonly segment?: string; readonly french?: number; readonly calibration?: Calibration } & Partial<VesselFound>;

export type Size = { readonly width: number; readonly height: number };
export type Marked = { readonly shape: MarkShape; readonly points: readonly number[]; readonly details: MarkDetails };

/** `mm` null: pixels, because nothing calibrates them. */
export type Long = { readonly px: number; readonly mm: number | null };
export type Measured =
  | { readonly kind: 'catheter'; readonly french: number; readonly wide: Long }
  | { readonly kind: 'length'; readonly long: Long; readonly calibration: Calibration }
  | { readonly kind: 'angle'; readonly degrees: number }
  | { readonly kind: 'stenosis'; readonly pct: number; readonly least: Long; readonly reference: Long; readonly calibration: Calibration }
  | { readonly kind: 'vessel'; readonly pct: number; readonly least: Long; readonly reference: Long; readonly long: Long; readonly limit: boolean; readonly calibration: Calibration };

/** Places of the picture in its pixels. */
export const pointsOf = (points: readonly number[], { width, height }: Size): Point[] =>
  Array.from({ length: points.length / 2 }, (_, i) => ({ x: (points[2 * i] as number) * width, y: (points[2 * i + 1] as number) * height }));

const NONE: Calibration = { by: 'none' };

/** The numbers of a measure; null for a plain mark, and for one that says nothing (a stenosis wider than its reference). */
export const measuredOf = ({ shape, points, details }: Marked, size: Size): Measured | null => {
  const at = pointsOf(points, size);
  const calibration = details.calibration ?? NONE;
  const scale = mmPerPx(calibration);
  const long = (px: number): Long => ({ px, mm: scale === null ? null : px * scale });
  const between = (i: number): number => distance(at[i] as Point, at[i + 1] as Point);
  if (shape === 'catheter' && details.french !== undefined) return { kind: 'catheter', french: details.french, wide: { px: between(0), mm: details.french / 3 } };
  if (shape === 'length') return { kind: 'length', long: long(between(0)), calibration };
  if (shape === 'angle') {
    const degrees = angleOf(at[0] as Point, at[1] as Point, at[2] as Point);
    return degrees === null ? null : { kind: 'angle', degrees };
  }
  if (shape === 'stenosis') {
    const [least, reference] = [between(0), between(2)];
    const pct = stenosisPct(least, reference);
    return pct === null ? null : { kind: 'stenosis', pct, least: long(least), reference: long(reference), calibration };
  }
  if (shape !== 'vessel' || details.leastPx === undefined || details.referencePx === undefined) return null;
  const pct = stenosisPct(details.leastPx, details.referencePx);
  return pct === null ? null : { kind: 'vessel', pct, least: long(details.leastPx), reference: long(details.referencePx), long: long(details.lengthPx ?? 0), limit: details.limit ?? false, calibration };
};
