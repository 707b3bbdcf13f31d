import type { View } from './carm.ts';
import type { Solid } from './solids.ts';
import { along, dot, scale, sub, unit, type Vec3 } from './vector.ts';

type Prepared = { origin: Vec3; rows: readonly [Vec3, Vec3, Vec3]; constant: number; mu: number; priority: number };

function prepare(solid: Solid, source: Vec3): Prepared {
  const inverse = (m: number): Vec3 => scale(solid.axes[m] as Vec3, solid.semi[m] === Infinity ? 0 : 1 / (solid.semi[m] as number));
  const rows: [Vec3, Vec3, Vec3] = [inverse(0), inverse(1), inverse(2)];
  const from = sub(source, solid.centre);
  const origin: Vec3 = [dot(rows[0], from), dot(rows[1], from), dot(rows[2], from)];
  return { origin, rows, constant: dot(origin, origin) - 1, mu: solid.mu, priority: solid.priority };
}

/**
 * Line integrals through overlapping solids, exactly: one ray a cell of a `grid`² raster of the view,
 * intervals swept by priority.
 */
export function castRays(view: View, solids: readonly Solid[], grid: number, out: Float32Array): void {
  const source = scale(view.d, -view.sod);
  const prepared = solids.map((s) => prepare(s, source));
  const n = prepared.length;
  const enter = new Float64Array(n);
  const leave = new Float64Array(n);
  const edges = new Float64Array(2 * n);
  const cell = view.size / grid;
  for (let gy = 0; gy < grid; gy++) {
    for (let gx = 0; gx < grid; gx++) {
      const du = ((gx + 0.5) * cell - view.size / 2 - view.panX) * view.pitch;
      const dv = (view.size / 2 + view.panY - (gy + 0.5) * cell) * view.pitch;
      const dir = unit(along(along(scale(view.d, view.sid), view.u, du), view.v, dv));
      let count = 0;
      for (let i = 0; i < n; i++) {
        enter[i] = leave[i] = 0;
        const p = prepared[i] as Prepared;
        const q: Vec3 = [dot(p.rows[0], dir), dot(p.rows[1], dir), dot(p.rows[2], dir)];
        const a = dot(q, q);
        const b = dot(q, p.origin);
        const root = b * b - a * p.constant;
        if (root <= 0 || a < 1e-12) continue;
        const w = Math.sqrt(root);
        enter[i] = (-b - w) / a;
        leave[i] = (-b + w) / a;
        edges[count++] = enter[i] as number;
        edges[count++] = leave[i] as number;
      }
      const sorted = edges.subarray(0, count).sort();
      let sum = 0;
      for (let e = 0; e + 1 < count; e++) {
        const from = sorted[e] as number;
        const to = sorted[e + 1] as number;
        const mid = (from + to) / 2;
        let best = -1;
        let mu = 0;
        for (let i = 0; i < n; i++) {
          const p = prepared[i] as Prepared;
          if (p.priority > best && mid > (enter[i] as number) && mid < (leave[i] as number)) {
            best = p.priority;
            mu = p.mu;
          }
        }
        sum += mu * (to - from);
      }
      out[gy * grid + gx] = sum;
    }
  }
}
