import type { Branch } from './branch.ts';
import { project, type View } from './carm.ts';
import type { Filling } from './flow.ts';
import { place, type Heart } from './heart.ts';
import { blur } from './planes.ts';
import type { Random } from './random.ts';
import { add, along, clamp, scale, smoothstep, type Vec3 } from './vector.ts';
import type { Seen } from './vessels.ts';

/** Adds a soft round cloud of peak line integral `peak`. */
export function splat(plane: Float32Array, size: number, x: number, y: number, radius: number, peak: number): void {
  const [left, right] = [Math.max(0, Math.ceil(x - radius)), Math.min(size - 1, Math.floor(x + radius))];
  const [top, bottom] = [Math.max(0, Math.ceil(y - radius)), Math.min(size - 1, Math.floor(y + radius))];
  const inverse = 1 / (radius * radius);
  for (let j = top; j <= bottom; j++) {
    for (let i = left; i <= right; i++) {
      const q = 1 - ((i - x) * (i - x) + (j - y) * (j - y)) * inverse;
      if (q > 0) plane[j * size + i] = (plane[j * size + i] as number) + peak * q * q;
    }
  }
}

export type Puff = { at: Vec3; radius: number; peak: number; beat: number };

/** Reflux from the ostium into the sinus: 40 blobs, wider the farther. */
export function refluxPuffs(ostium: Vec3, into: Vec3, up: Vec3, r: Random): Puff[] {
  return Array.from({ length: 40 }, () => {
    const far = r.next() ** 1.6 * 15;
    const spread: Vec3 = [r.gauss(), r.gauss(), r.gauss()];
    const at = add(along(along(ostium, into, -far * 0.75), up, far * r.between(-0.2, 0.45)), scale(spread, 0.9 + far * 0.2));
    return { at, radius: 1.4 + (far / 15) * 5 + r.between(0, 1), peak: r.between(0.02, 0.08) * (1 - far / 22), beat: r.next() };
  });
}

export function paintReflux(plane: Float32Array, view: View, puffs: readonly Puff[], level: number, phase: number, drop: number): void {
  if (level <= 0) return;
  for (const puff of puffs) {
    // Fullest in early diastole, when the sinus is calm.
    const pulse = 0.45 + 0.55 * Math.exp(-(((phase - 0.5 - 0.15 * puff.beat) / 0.18) ** 2));
    const p = project(view, [puff.at[0], puff.at[1], puff.at[2] - drop]);
    splat(plane, view.size, p.x, p.y, puff.radius * p.scale * 1.4, puff.peak * level * pulse);
  }
}

/** Myocardial blush of a territory on the low grid at end-diastole and end-systole, peak 1. */
export function blushGrids(heart: Heart, view: View, grid: number, system: 'LCA' | 'RCA', r: Random): [Float32Array, Float32Array] {
  const cell = view.size / grid;
  const grids: [Float32Array, Float32Array] = [new Float32Array(grid * grid), new Float32Array(grid * grid)];
  const [from, to, deep] = system === 'LCA' ? [-165, 20, 86] : [165, 240, 60];
  for (let n = 0; n < 9000; n++) {
    const [s, phi, k] = [r.between(2, deep), r.between(from, to), r.between(0.72, 1)];
    grids.forEach((g, c) => {
      const p = project(view, place(heart, s, phi, k, c));
      const [x, y] = [Math.floor(p.x / cell), Math.floor(p.y / cell)];
      if (x >= 0 && y >= 0 && x < grid && y < grid) g[y * grid + x] = (g[y * grid + x] as number) + 1;
    });
  }
  for (const g of grids) {
    blur(g, grid, (3.2 * grid) / 128);
    let peak = 0;
    for (const v of g) peak = Math.max(peak, v);
    for (let i = 0; i < g.length; i++) g[i] = (g[i] as number) / (peak || 1);
  }
  return grids;
}

/** Level of the blush at `a` s after the start of an injection of `duration` s. */
export const blushLevel = (a: number, duration: number): number =>
  0.14 * smoothstep(1.9, 3.5, a) * Math.exp(-Math.max(0, a - duration - 1.4) / 2);

/** Contrast that leaves the vessel at a perforation and gathers beside it. */
export function paintLeak(plane: Float32Array, size: number, b: Branch, sample: number, where: Seen, filling: Filling, a: number, seeds: readonly Puff[]): void {
  const since = a - (filling.arrival[sample] as number) - 0.15;
  if (!(since > 0)) return;
  const m = where.scale[sample] as number;
  const [x, y] = [where.x[sample] as number, where.y[sample] as number];
  const reach = clamp(since / 1.6, 0, 1);
  seeds.forEach((seed, i) => {
    const late = i / seeds.length;
    if (late > reach) return;
    const grown = smoothstep(0, 0.5, reach - late + 0.1);
    splat(plane, size, x + seed.at[0] * m * (0.5 + 0.5 * reach), y + seed.at[1] * m * (0.5 + 0.5 * reach), (seed.radius * (0.6 + 0.4 * grown) + (b.radius[sample] as number) * 0.3) * m, seed.peak * grown);
  });
}

/** A jet that widens into a pericardial cloud, in mm from the leak within the picture. */
export function leakPuffs(r: Random): Puff[] {
  const angle = r.between(0, 2 * Math.PI);
  return Array.from({ length: 46 }, (_, i) => {
    const far = 1.5 + 15 * (i / 46) ** 1.2;
    const a = angle + r.between(-0.25, 0.25) + (i / 46) * r.between(-0.7, 0.7);
    return { at: [far * Math.cos(a), far * Math.sin(a), 0], radius: 1.2 + (i / 46) * r.between(2, 5), peak: r.between(0.1, 0.2), beat: 0 };
  });
}
