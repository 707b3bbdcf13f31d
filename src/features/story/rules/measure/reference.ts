// From diameters along a vessel to a stenosis: the narrowest, the reference at its place, the length of the lesion.

import { stenosisPct } from './numbers.ts';

/** A lesion ends where the lumen comes within this share of its reference. */
const BACK_TO = 0.9;
/** Below this share of the line a sample counts as diseased and leaves the fit. */
const DISEASED = 0.95;
const ROUNDS = 8;
/** The ends of a drawn line are least sure: the fewest samples at each that are never the narrowest. */
const MARGIN = 3;

export type Lesion = {
  /** Diameters and length in px. */
  readonly least: number;
  readonly reference: number;
  readonly lengthPx: number;
  /** Per cent of diameter. */
  readonly pct: number;
  /** Samples: the narrowest, and where the lesion begins and ends. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** Median of five, then the mean of three: one wrong wall is no narrowing. */
export const steadied = (values: readonly number[]): number[] => {
  const calm = values.map((_, i) => median(values.slice(Math.max(0, i - 2), i + 3)));
  return calm.map((_, i) => {
    const near = calm.slice(Math.max(0, i - 1), i + 2);
    return near.reduce((a, b) => a + b, 0) / near.length;
  });
};

type Line = { readonly at0: number; readonly slope: number };

const fitted = (values: readonly number[], kept: readonly number[]): Line => {
  const n = kept.length;
  const [mx, my] = [kept.reduce((sum, i) => sum + i, 0) / n, kept.reduce((sum, i) => sum + (values[i] as number), 0) / n];
  const sxx = kept.reduce((sum, i) => sum + (i - mx) ** 2, 0);
  const slope = sxx > 0 ? kept.reduce((sum, i) => sum + (i - mx) * ((values[i] as number) - my), 0) / sxx : 0;
  return { at0: my - slope * mx, slope };
};

/** The lumen as it would taper without disease: a straight line through the samples that are not narrowed. */
export const referenceLine = (values: readonly number[]): ((i: number) => number) => {
  let kept = values.map((_, i) => i);
  let line = fitted(values, kept);
  for (let round = 0; round < ROUNDS; round++) {
    const next = values.map((_, i) => i).filter((i) => (values[i] as number) >= DISEASED * (line.at0 + line.slope * i));
    if (next.length < values.length / 4) break;
    kept = next;
    line = fitted(values, kept);
  }
  return (i) => line.at0 + line.slope * i;
};

/** Null where there is no narrowing to speak of. `diameters`: a sample a pixel along the vessel. */
export const lesionOf = (diameters: readonly number[]): Lesion | null => {
  const calm = steadied(diameters);
  const line = referenceLine(calm);
  let at = MARGIN;
  // The narrowest against its own reference: a vessel that tapers is not narrowed at its end.
  for (let i = MARGIN; i < calm.length - MARGIN; i++) if ((calm[i] as number) / line(i) < (calm[at] as number) / line(at)) at = i;
  const pct = stenosisPct(calm[at] ?? 0, line(at));
  if (pct === null) return null;
  const narrow = (i: number): boolean => (calm[i] ?? Infinity) < BACK_TO * line(i);
  let [from, to] = [at, at];
  while (narrow(from - 1)) from--;
  while (narrow(to + 1)) to++;
  return { least: calm[at] as number, reference: line(at), pct, at, from, to, lengthPx: to - from };
};
