import type { Plane } from './plane.ts';

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

