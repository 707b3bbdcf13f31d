import { expect, test } from 'vitest';
import { random } from '../phantom/random.ts';
import type { Plane } from './plane.ts';
import { whiteTopHat } from './top-hat.ts';

/** By definition: the largest of the smallest values of all 7 × 7 squares that hold the pixel, pixels outside left out. */
function plainly({ data, width, height }: Plane): number[] {
  const over = (values: ArrayLike<number>, pick: (...of: number[]) => number): number[] =>
    Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const around: number[] = [];
      for (let v = Math.max(0, y - 3); v <= Math.min(height - 1, y + 3); v++) for (let u = Math.max(0, x - 3); u <= Math.min(width - 1, x + 3); u++) around.push(values[v * width + u] as number);
      return pick(...around);
    });
  const opened = over(over(data, Math.min), Math.max);
  return Array.from(data, (value, at) => value - (opened[at] as number));
}

test('the top-hat, reckoned four pixels at a time, is that of the definition, at any width', () => {
  for (const [width, height] of [[24, 16], [25, 9], [30, 21], [7, 31]] as const) {
    const r = random(width, 'noise');
    const plane: Plane = { data: Uint8Array.from({ length: width * height }, () => Math.floor(r.between(0, 256))), width, height };
    expect(Array.from(whiteTopHat(plane).data), `${width} × ${height}`).toEqual(plainly(plane));
  }
});
