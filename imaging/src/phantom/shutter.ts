import type { Random } from './random.ts';
import { smoothstep } from './vector.ts';
import type { Style } from './tone.ts';

/** Edges of the rectangular shutter in pixels: columns and rows of the outermost open picture. */
export type Shutter = { readonly mask: Float32Array; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const LEAK = 0.012;

/** A soft rectangle, or for the image-intensifier style a circle with one straight blade. */
export function makeShutter(size: number, style: Style, r: Random): Shutter {
  const px = size / 512;
  const edge = (): number => r.between(10, 14) * px;
  const [left, right, top, bottom] = [edge(), size - edge(), edge(), size - edge()];
  const soft = 5 * px;
  const corner = 7 * px;
  const mask = new Float32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      // Signed distance to a rounded rectangle, positive inside.
      const dx = Math.max(left + corner - x, x - right + corner, 0);
      const dy = Math.max(top + corner - y, y - bottom + corner, 0);
      let inside = corner - Math.hypot(dx, dy);
      if (dx === 0 && dy === 0) inside = Math.min(x - left, right - x, y - top, bottom - y);
      if (style === 'LIN') inside = Math.min(inside, 0.51 * size - Math.hypot(x - size / 2, y - size / 2));
      mask[y * size + x] = LEAK + (1 - LEAK) * smoothstep(-soft, soft, inside);
    }
  }
  return { mask, left: Math.round(left), right: Math.round(right), top: Math.round(top), bottom: Math.round(bottom) };
}
