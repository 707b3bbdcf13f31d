import type { Plane } from '../plane.ts';
import { strokeMaskBy } from '../planes/by-kernel.ts';
import { kernel, type Kernel } from '../planes/start.ts';

const BLOCK = 32;

/** Least stroke strength that counts, one value for each block of 32 × 32 pixels. */
export type BlockThresholds = {
  readonly values: Float32Array;
  readonly across: number;
  readonly down: number;
};

/**
 * T = max(least, q50 + reach·max(q50 − q25, 0.4·q50) + 2) of the top-hat in each block, then a 3 × 3 mean with the centre
 * counted twice. Quartiles below the median keep dense text from raising its own threshold.
 */
export function blockThresholds(strokes: Plane, { least, reach }: { readonly least: number; readonly reach: number }): BlockThresholds {
  const across = Math.ceil(strokes.width / BLOCK);
  const down = Math.ceil(strokes.height / BLOCK);
  const raw = new Float32Array(across * down);
  const counts = new Uint16Array(256);
  for (let by = 0; by < down; by++) {
    for (let bx = 0; bx < across; bx++) {
      const { q25, q50 } = quartiles(strokes, bx * BLOCK, by * BLOCK, counts.fill(0));
      raw[by * across + bx] = Math.max(least, q50 + reach * Math.max(q50 - q25, 0.4 * q50) + 2);
    }
  }
  const values = raw.map((own, at) => {
    const bx = at % across;
    const by = Math.floor(at / across);
    let sum = own;
    let count = 1;
    for (let y = Math.max(0, by - 1); y <= Math.min(down - 1, by + 1); y++) {
      for (let x = Math.max(0, bx - 1); x <= Math.min(across - 1, bx + 1); x++) {
        sum += raw[y * across + x] as number;
        count++;
      }
    }
    return sum / count;
  });
  return { values, across, down };
}

export function thresholdAt({ values, across }: BlockThresholds, x: number, y: number): number {
  return values[(y >> 5) * across + (x >> 5)] as number;
}

const whole = (threshold: number): number => Math.min(255, Math.ceil(threshold));

/** 1 where the top-hat reaches its block's threshold. */
export function strokeMask(plane: Plane, thresholds: BlockThresholds, by: Kernel | null = kernel()): Uint8Array {
  if (by) return strokeMaskBy(by, plane, Uint8Array.from(thresholds.values, whole));
  const { data, width, height } = plane;
  const mask = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let left = 0; left < width; left += BLOCK) {
      const threshold = whole(thresholdAt(thresholds, left, y));
      const end = y * width + Math.min(width, left + BLOCK);
      for (let at = y * width + left; at < end; at++) if ((data[at] as number) >= threshold) mask[at] = 1;
    }
  }
  return mask;
}

function quartiles({ data, width, height }: Plane, left: number, top: number, counts: Uint16Array): { q25: number; q50: number } {
  const right = Math.min(width, left + BLOCK);
  const bottom = Math.min(height, top + BLOCK);
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left; at < y * width + right; at++) counts[data[at] as number] = (counts[data[at] as number] as number) + 1;
  }
  const total = (right - left) * (bottom - top);
  let q25 = -1;
  for (let value = 0, seen = 0; value < 256; value++) {
    seen += counts[value] as number;
    if (q25 < 0 && seen * 4 >= total) q25 = value;
    if (seen * 2 >= total) return { q25, q50: value };
  }
  return { q25: 0, q50: 0 };
}
