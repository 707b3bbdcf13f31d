import { medianOfFiveBy } from '../planes/by-kernel.ts';
import { kernel, type Kernel } from '../planes/start.ts';

type Five = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** Per pixel the median of five pictures, and twice the mean distance from it, at most 255. */
export function medianOfFive(five: Five, by: Kernel | null = kernel()): { median: Uint8Array<ArrayBuffer>; activity: Uint8Array<ArrayBuffer> } {
  if (by) return medianOfFiveBy(by, five);
  const [p, q, r, s, t] = five;
  const median = new Uint8Array(p.length);
  const activity = new Uint8Array(p.length);
  for (let at = 0; at < p.length; at++) {
    const a = p[at] as number;
    const b = q[at] as number;
    const c = r[at] as number;
    const d = s[at] as number;
    const e = t[at] as number;
    // The middle of five: the larger of the two lows and the smaller of the two highs, with the fifth, sorted.
    const low = Math.max(Math.min(a, b), Math.min(c, d));
    const high = Math.min(Math.max(a, b), Math.max(c, d));
    const middle = Math.max(Math.min(low, high), Math.min(Math.max(low, high), e));
    median[at] = middle;
    // Distances from the median sum to the two largest less the two smallest.
    const away = Math.abs(a - middle) + Math.abs(b - middle) + Math.abs(c - middle) + Math.abs(d - middle) + Math.abs(e - middle);
    activity[at] = Math.min(255, (2 * away + 2) / 5);
  }
  return { median, activity };
}
