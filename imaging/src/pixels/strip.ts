import type { Plane } from './plane.ts';

/** Most pictures a person is asked to look at. */
export const STRIP_LENGTH = 12;

/** First, middle and last frame, then the suspicious ones in their order; no frame twice, at most twelve. */
export function frameStrip(count: number, suspicious: readonly number[]): number[] {
  const wanted = [0, count >> 1, count - 1, ...suspicious];
  const inside = wanted.filter((index) => Number.isInteger(index) && index >= 0 && index < count);
  return [...new Set(inside)].slice(0, STRIP_LENGTH);
}

/** The frame as its neighbours in time foretell it, and how far they differ: mean of the two middle values of four. */
export function foretold(frames: readonly Plane[], index: number): { prediction: Uint8Array; spread: Uint8Array<ArrayBuffer> } {
  const [a, b, c, d] = neighbours(frames.length, index).map((n) => (frames[n] as Plane).data) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const prediction = new Uint8Array(a.length);
  const spread = new Uint8Array(a.length);
  for (let at = 0; at < a.length; at++) {
    const p = a[at] as number;
    const q = b[at] as number;
    const r = c[at] as number;
    const s = d[at] as number;
    const low = Math.min(p, q, r, s);
    const high = Math.max(p, q, r, s);
    prediction[at] = (p + q + r + s - low - high + 1) >> 1;
    spread[at] = high - low;
  }
  return { prediction, spread };
}

/** The two frames before and after; at the ends the four nearest. Needs five frames or more. */
function neighbours(count: number, index: number): number[] {
  const first = Math.min(Math.max(0, index - 2), count - 5);
  return [0, 1, 2, 3, 4].map((n) => first + n).filter((n) => n !== index);
}

/** Share of the shorter side that counts as border, where most burnt-in text sits. */
const BORDER = 0.12;

/**
 * How much each frame differs from what its neighbours foretell, beyond three times its own noise, in the border and in
 * all. A word that stands in one frame only is an outlier here even when no line of text can be made out.
 */
export function residualEnergies(frames: readonly Plane[]): { border: number[]; whole: number[] } {
  const border: number[] = [];
  const whole: number[] = [];
  for (const [index, { data, width, height }] of frames.entries()) {
    const { prediction } = foretold(frames, index);
    const differences = data.map((value, at) => Math.abs(value - (prediction[at] as number)));
    const floor = 3 * medianOfBytes(differences) + 3;
    const edge = Math.round(BORDER * Math.min(width, height));
    let outer = 0;
    let all = 0;
    for (let y = 0, at = 0; y < height; y++) {
      const rowIsBorder = y < edge || y >= height - edge;
      for (let x = 0; x < width; x++, at++) {
        const beyond = (differences[at] as number) - floor;
        if (beyond <= 0) continue;
        all += beyond;
        if (rowIsBorder || x < edge || x >= width - edge) outer += beyond;
      }
    }
    border.push(outer);
    whole.push(all);
  }
  return { border, whole };
}

function medianOfBytes(values: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] as number) + 1;
  let median = 0;
  for (let seen = counts[0] as number; seen < values.length / 2; seen += counts[median] as number) median++;
  return median;
}

/** Indices of the `count` largest values, largest first. */
export function largest(values: readonly number[], count: number): number[] {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ index }) => index);
}
