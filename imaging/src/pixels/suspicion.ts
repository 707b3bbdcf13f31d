import type { Plane } from './plane.ts';
import { extremesBy } from './planes/by-kernel.ts';
import { kernel, type Kernel } from './planes/start.ts';

/** What a frame holds beyond what its neighbours foretell, in the border of the picture and in all of it. */
export type Residual = { readonly border: number; readonly whole: number };

/** Share of the shorter side that counts as border, where most burnt-in text sits. */
const BORDER = 0.12;

/**
 * Sum of what a residual (128 = as foretold) differs by beyond three times its own noise. A word that stands in one frame only
 * is an outlier here even when no line of text can be made out.
 */
export function residualEnergy({ data, width, height }: Plane): Residual {
  const all = new Uint32Array(256);
  for (let at = 0; at < data.length; at++) all[data[at] as number] = (all[data[at] as number] as number) + 1;
  const border = new Uint32Array(256);
  const edge = Math.round(BORDER * Math.min(width, height));
  for (let y = 0; y < height; y++) {
    const inner = y >= edge && y < height - edge;
    for (let x = 0; x < width; x++) {
      if (inner && x === edge) x = width - edge;
      const value = data[y * width + x] as number;
      border[value] = (border[value] as number) + 1;
    }
  }
  const floor = 3 * medianAway(all, data.length) + 3;
  return { border: beyond(border, floor), whole: beyond(all, floor) };
}

function medianAway(counts: Uint32Array, total: number): number {
  let away = 0;
  for (let seen = counts[128] as number; seen < total / 2 && away < 127; ) {
    away++;
    seen += (counts[128 - away] as number) + (counts[128 + away] as number);
  }
  return away;
}

function beyond(counts: Uint32Array, floor: number): number {
  return counts.reduce((sum, count, value) => sum + count * Math.max(0, Math.abs(value - 128) - floor), 0);
}

/** Per pixel the largest and the smallest residual of a run: one picture each that shows faint writing of any frame. */
export class Extremes {
  private readonly high: Uint8Array<ArrayBuffer>;
  private readonly low: Uint8Array<ArrayBuffer>;
  private readonly size: Pick<Plane, 'width' | 'height'>;

  constructor({ width, height }: Pick<Plane, 'width' | 'height'>) {
    this.size = { width, height };
    this.high = new Uint8Array(width * height);
    this.low = new Uint8Array(width * height).fill(255);
  }

  add({ data }: Plane, by: Kernel | null = kernel()): void {
    if (by) extremesBy(by, data, this.high, this.low);
    else this.addPlainly(data);
  }

  private addPlainly(data: Uint8Array): void {
    for (let at = 0; at < data.length; at++) {
      // Without branches, which noise would mispredict.
      const [value, high, low] = [data[at] as number, this.high[at] as number, this.low[at] as number];
      const [above, below] = [value - high, value - low];
      this.high[at] = high + (above & ~(above >> 31));
      this.low[at] = low + (below & (below >> 31));
    }
  }

  pictures(): { brightest: Plane; darkest: Plane } {
    return { brightest: { ...this.size, data: this.high }, darkest: { ...this.size, data: this.low } };
  }
}

type Hit = { readonly from: number; readonly to: number; readonly score: number };

/** Near misses below this log-odds are noise like any other. */
const MISS_LEAST = -2;

/**
 * Frames in the order a person should see them: those of the surest proposals; then by turns the largest outlier of the border,
 * the nearest miss of each quarter and the largest outlier of all, until nothing is left.
 */
export function orderSuspects(hits: readonly Hit[], misses: readonly number[], energies: readonly Residual[]): number[] {
  const sure = hits.slice().sort((a, b) => b.score - a.score).map(({ from, to }) => (from + to) >> 1);
  const quarter = Math.ceil(misses.length / 4);
  const near = [0, 1, 2, 3]
    .map((n) => largest(misses.slice(n * quarter, (n + 1) * quarter), 1).map((index) => index + n * quarter)[0])
    .filter((index): index is number => index !== undefined && (misses[index] as number) > MISS_LEAST)
    .sort((a, b) => (misses[b] as number) - (misses[a] as number));
  const border = largest(energies.map((one) => one.border), 3);
  const whole = largest(energies.map((one) => one.whole), 3);
  const turns = [0, 1, 2, 3].flatMap((n) => [border[n], near[n], whole[n]]).filter((index): index is number => index !== undefined);
  return [...new Set([...sure, ...turns])];
}

/** Indices of the `count` largest values, largest first. */
export function largest(values: readonly number[], count: number): number[] {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ index }) => index);
}
