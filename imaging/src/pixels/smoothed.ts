import type { Plane } from './plane.ts';
import { smoothedBy } from './planes/by-kernel.ts';
import { kernel, type Kernel } from './planes/start.ts';

/** [1 2 1]² / 16, rows and columns repeated at the border. */
export function smoothed(plane: Plane, by: Kernel | null = kernel()): Plane {
  if (by) return smoothedBy(by, plane);
  const { data, width, height } = plane;
  const across = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const before = data[row + Math.max(0, x - 1)] as number;
      const after = data[row + Math.min(width - 1, x + 1)] as number;
      across[row + x] = before + 2 * (data[row + x] as number) + after;
    }
  }
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const sum = (across[above + x] as number) + 2 * (across[y * width + x] as number) + (across[below + x] as number);
      out[y * width + x] = (sum + 8) >> 4;
    }
  }
  return { data: out, width, height };
}
