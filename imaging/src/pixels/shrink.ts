import type { Frame } from './format.ts';

/** Interleaved 8-bit samples, grey or RGB. */
type Shown = { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly channels: Frame['channels'] };

/** Opaque RGBA of at most `longest` pixels on the longer side: each pixel is the mean of those it covers; never enlarged. */
export function shrunkRgba({ data, width, height, channels }: Shown, longest: number): { rgba: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const step = Math.max(1, Math.max(width, height) / longest);
  const [w, h] = [Math.max(1, Math.round(width / step)), Math.max(1, Math.round(height / step))];
  const rgba = new Uint8ClampedArray(w * h * 4).fill(255);
  const edge = (n: number, of: number, from: number): number => Math.floor((n * from) / of);
  for (let y = 0; y < h; y++) {
    const [top, bottom] = [edge(y, h, height), Math.max(edge(y, h, height) + 1, edge(y + 1, h, height))];
    for (let x = 0; x < w; x++) {
      const [left, right] = [edge(x, w, width), Math.max(edge(x, w, width) + 1, edge(x + 1, w, width))];
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let row = top; row < bottom; row++) for (let column = left; column < right; column++) sum += data[(row * width + column) * channels + (channels === 1 ? 0 : c)] as number;
        rgba[(y * w + x) * 4 + c] = sum / ((bottom - top) * (right - left));
      }
    }
  }
  return { rgba, width: w, height: h };
}
