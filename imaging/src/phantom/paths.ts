import { project, type View } from './carm.ts';
import type { TubePainter } from './tube-painter.ts';
import { add, clamp, length, scale, sub, type Vec3 } from './vector.ts';

/** Equal steps along a Catmull-Rom curve through points in mm. */
export function curve(points: readonly Vec3[], step: number): Vec3[] {
  const at = (i: number): Vec3 => points[clamp(i, 0, points.length - 1)] as Vec3;
  const out: Vec3[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const n = Math.max(1, Math.round(length(sub(c, b)) / step));
    for (let j = 0; j < n; j++) {
      const t = j / n;
      const f = (m: number): number => {
        const [pa, pb, pc, pd] = [a[m], b[m], c[m], d[m]] as [number, number, number, number];
        return pb + 0.5 * t * (pc - pa + t * (2 * pa - 5 * pb + 4 * pc - pd + t * (3 * (pb - pc) + pd - pa)));
      };
      out.push([f(0), f(1), f(2)]);
    }
  }
  out.push(at(points.length - 1));
  return out;
}

/** Points of a closed or open ellipse arc round `centre`, spanned by two half-axes, angles in radians. */
export function arc(centre: Vec3, a: Vec3, b: Vec3, from: number, to: number, n: number): Vec3[] {
  return Array.from({ length: n + 1 }, (_, i) => {
    const t = from + ((to - from) * i) / n;
    return add(centre, add(scale(a, Math.cos(t)), scale(b, Math.sin(t))));
  });
}

export type Rod = { points: readonly Vec3[]; radius: number; mu: number };

function slabs(painter: TubePainter, view: View, rod: Rod): void {
  let before = rod.points[0] as Vec3;
  let p = project(view, before);
  for (let i = 1; i < rod.points.length; i++) {
    const here = rod.points[i] as Vec3;
    const q = project(view, here);
    const pixels = Math.hypot(q.x - p.x, q.y - p.y);
    const sine = clamp(pixels / (length(sub(here, before)) * q.scale || 1), 0.5, 1);
    const caps = (i === 1 ? 1 : 0) | (i === rod.points.length - 1 ? 2 : 0);
    painter.slab(p.x, p.y, q.x, q.y, rod.radius * q.scale, (rod.mu * 2 * rod.radius) / sine, 1, caps);
    before = here;
    p = q;
  }
}

/** Adds a rod of even attenuation (or takes it away). */
export function paintRod(painter: TubePainter, plane: Float32Array, view: View, rod: Rod, sign: 1 | -1 = 1): void {
  slabs(painter, view, rod);
  painter.commit(plane, sign);
}

/** A wall with another filling inside: catheter, rib. */
export function paintHollow(painter: TubePainter, plane: Float32Array, view: View, rod: Rod, innerRadius: number, innerMu: number): void {
  paintRod(painter, plane, view, rod);
  const change = innerMu - rod.mu;
  paintRod(painter, plane, view, { points: rod.points, radius: innerRadius, mu: Math.abs(change) }, change < 0 ? -1 : 1);
}
