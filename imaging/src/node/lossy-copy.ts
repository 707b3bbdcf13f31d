import type { Plane } from '../pixels/plane.ts';

/** Steps of the luminance table that most encoders use (ISO/IEC 10918-1, table K.1), at quality 50. */
const STEPS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const COSINES = Float64Array.from({ length: 64 }, (_, at) => (at < 8 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * (at & 7) + 1) * (at >> 3) * Math.PI) / 16));

/** A picture as it comes out of a baseline JPEG of that quality, 1–100, without the coding between: what is lost is lost in the steps. */
export function lossyCopy({ data, width, height }: Plane, quality: number): Plane {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = STEPS.map((step) => Math.max(1, Math.floor((step * scale + 50) / 100)));
  const out = new Uint8Array(data.length);
  const block = new Float64Array(64);
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let at = 0; at < 64; at++) {
        const [x, y] = [Math.min(width - 1, left + (at & 7)), Math.min(height - 1, top + (at >> 3))];
        block[at] = (data[y * width + x] as number) - 128;
      }
      transform(block, false);
      for (let at = 0; at < 64; at++) block[at] = Math.round((block[at] as number) / (steps[at] as number)) * (steps[at] as number);
      transform(block, true);
      for (let at = 0; at < 64; at++) {
        const [x, y] = [left + (at & 7), top + (at >> 3)];
        if (x < width && y < height) out[y * width + x] = Math.min(255, Math.max(0, Math.round((block[at] as number) + 128)));
      }
    }
  }
  return { data: out, width, height };
}

const between = new Float64Array(64);

/** The cosine transform of eight by eight, or back: rows, then columns. */
function transform(block: Float64Array, back: boolean): void {
  const [along, across] = back ? [8, 1] : [1, 8];
  for (let pass = 0; pass < 2; pass++) {
    const [from, to] = pass === 0 ? [block, between] : [between, block];
    for (let line = 0; line < 8; line++) {
      for (let n = 0; n < 8; n++) {
        let sum = 0;
        for (let k = 0; k < 8; k++) sum += (from[line * 8 + k] as number) * (COSINES[n * across + k * along] as number);
        to[n * 8 + line] = sum;
      }
    }
  }
}
