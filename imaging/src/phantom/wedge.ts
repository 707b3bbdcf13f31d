import type { Random } from './random.ts';
import { smoothstep } from './vector.ts';

/** Where no dynamic-range compression follows, bright lung is attenuated in proportion: an operator draws the filters until it does not glare. */
export function liftedDark(plane: Float32Array): void {
  let sum = 0;
  for (const v of plane) sum += v;
  const mean = sum / plane.length;
  for (let i = 0; i < plane.length; i++) plane[i] = (plane[i] as number) + 0.6 * Math.max(0, mean - (plane[i] as number) - 0.3);
}

/**
 * One straight wedge filter over the brighter side: P 0.3–0.8 behind an edge that is oblique and 40 px (of 512) soft.
 * `background` is the slow picture on the low grid, by which the side is chosen.
 */
export function addWedge(plane: Float32Array, size: number, background: Float32Array, grid: number, r: Random): void {
  const half = (from: number): number => {
    let sum = 0;
    for (let y = 0; y < grid; y++) for (let x = from; x < from + (grid >> 1); x++) sum += background[y * grid + x] as number;
    return sum;
  };
  const side = half(0) < half(grid >> 1) ? -1 : 1;
  const tilt = r.between(-0.5, 0.5);
  const depth = r.between(0.3, 0.8);
  const offset = r.between(0.18, 0.28) * size;
  const soft = (20 * size) / 512;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const far = side * ((x - size / 2) * Math.cos(tilt) + (y - size / 2) * Math.sin(tilt)) - offset;
      const i = y * size + x;
      plane[i] = (plane[i] as number) + depth * smoothstep(-soft, soft, far);
    }
  }
}
