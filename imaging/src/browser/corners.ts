import type { Plane } from '../pixels/plane.ts';
import { type Picture8, stretched } from './pictures.ts';

/** The upper and the lower quarter of a picture at twice its size, one above the other, each stretched by itself: most burnt-in text sits there, small. */
export function cornersOf({ data, width, height }: Plane): Picture8 {
  const rows = Math.max(1, height >> 2);
  const out = new Uint8Array(2 * width * 4 * rows);
  for (const [part, top] of [0, height - rows].entries()) {
    const band = stretched({ data: data.slice(top * width, (top + rows) * width), width, height: rows }).data;
    for (let y = 0; y < 2 * rows; y++) {
      for (let x = 0; x < 2 * width; x++) out[(part * 2 * rows + y) * 2 * width + x] = band[(y >> 1) * width + (x >> 1)] as number;
    }
  }
  return { data: out, width: 2 * width, height: 4 * rows, channels: 1 };
}
