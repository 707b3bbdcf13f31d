import type { Plane } from './plane.ts';
import { foretoldBy } from './planes/by-kernel.ts';
import { kernel, type Kernel } from './planes/start.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `image` is the frame less what its neighbours in time foretell, the mean of the two middle values of four, about 128; `spread` is how far they differ. */
export function foretold(frames: readonly Plane[], index: number, by: Kernel | null = kernel()): { image: Bytes; spread: Bytes } {
  const [a, b, c, d] = neighbours(frames.length, index).map((n) => (frames[n] as Plane).data) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const frame = (frames[index] as Plane).data;
  if (by) return foretoldBy(by, frame, [a, b, c, d]);
  const image = new Uint8Array(a.length);
  const spread = new Uint8Array(a.length);
  for (let at = 0; at < a.length; at++) {
    const p = a[at] as number;
    const q = b[at] as number;
    const r = c[at] as number;
    const s = d[at] as number;
    const low = Math.min(p, q, r, s);
    const high = Math.max(p, q, r, s);
    image[at] = Math.min(255, Math.max(0, 128 + (frame[at] as number) - ((p + q + r + s - low - high + 1) >> 1)));
    spread[at] = high - low;
  }
  return { image, spread };
}

/** The two frames before and after; at the ends the four nearest. Needs five frames or more. */
function neighbours(count: number, index: number): number[] {
  const first = Math.min(Math.max(0, index - 2), count - 5);
  return [0, 1, 2, 3, 4].map((n) => first + n).filter((n) => n !== index);
}

