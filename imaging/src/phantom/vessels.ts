import { STEP, type Branch } from './branch.ts';
import type { View } from './carm.ts';
import type { Filling, Fillings, Wash } from './flow.ts';
import type { Rail } from './lesions.ts';
import type { TubePainter } from './tube-painter.ts';
import { smoothstep } from './vector.ts';

/**
 * Contrast in the vessel at 70–90 kVp, per mm. Undiluted agent would be 0.235, which darkens a 3.5 mm vessel by half;
 * 0.165 gives the 0.25–0.40 of the real cine (mixing with blood, beam hardening).
 */
export const CONTRAST_MU = 0.165;

/** Where the samples of a branch lie in the picture at one moment. */
export type Seen = { x: Float32Array; y: Float32Array; scale: Float32Array };

/** Contraction of the moment and how far the heart has moved down with breathing, mm. */
export type Moment = { c: number; drop: number };

export function see(view: View, b: Branch, moment: Moment): Seen {
  const out = { x: new Float32Array(b.n), y: new Float32Array(b.n), scale: new Float32Array(b.n) };
  const { d, u, v } = view;
  const c2 = moment.c * moment.c;
  for (let i = 0, o = 0; i < b.n; i++, o += 9) {
    const px = (b.path[o] as number) + moment.c * (b.path[o + 3] as number) + c2 * (b.path[o + 6] as number);
    const py = (b.path[o + 1] as number) + moment.c * (b.path[o + 4] as number) + c2 * (b.path[o + 7] as number);
    const pz = (b.path[o + 2] as number) + moment.c * (b.path[o + 5] as number) + c2 * (b.path[o + 8] as number) - moment.drop;
    const m = view.sid / ((view.sod + px * d[0] + py * d[1] + pz * d[2]) * view.pitch);
    out.scale[i] = m;
    out.x[i] = view.size / 2 + m * (px * u[0] + py * u[1] + pz * u[2]) + view.panX;
    out.y[i] = view.size / 2 - m * (px * v[0] + py * v[1] + pz * v[2]) + view.panY;
  }
  return out;
}

/** A piece of a vessel that the muscle squeezes: share of the radius lost at full contraction. */
export type Squeeze = { readonly branch: Branch; readonly from: number; readonly to: number; readonly degree: number };

export type VesselScene = { view: View; painter: TubePainter; wash: Wash; fillings: Fillings; squeezes: readonly Squeeze[]; c: number };

/** What is left of the radius at a sample. */
function squeezed(squeezes: readonly Squeeze[], b: Branch, i: number, c: number): number {
  let left = 1;
  for (const s of squeezes) if (s.branch === b) left *= 1 - s.degree * c * smoothstep(s.from - 6, s.from + 3, i) * (1 - smoothstep(s.to - 3, s.to + 6, i));
  return left;
}

function paintBranch(scene: VesselScene, plane: Float32Array, b: Branch, seen: Seen, filling: Filling, t: number): void {
  const { painter, wash, squeezes, c } = scene;
  const { x, y, scale } = seen;
  const muscle = squeezes.some((s) => s.branch === b);
  const origin = b.parent ? (b.parent.radius[b.parentAt] as number) + (b.radius[0] as number) / 2 : 0;
  let drawn = false;
  let before = wash(filling.arrival[0] as number, 0, t) * (filling.strength[0] as number);
  for (let i = 1; i < b.n; i++) {
    const here = wash(filling.arrival[i] as number, b.arc[i] as number, t) * (filling.strength[i] as number);
    const conc = (before + here) / 2;
    before = here;
    const open = ((b.radius[i] as number) + (b.radius[i - 1] as number)) / 2;
    const r = muscle ? open * squeezed(squeezes, b, i, c) : open;
    if (conc < 0.004 || r <= 0) continue;
    const [x0, y0, x1, y1] = [x[i - 1] as number, y[i - 1] as number, x[i] as number, y[i] as number];
    const m = scale[i] as number;
    const sine = Math.min(1, Math.max(0.6, Math.hypot(x1 - x0, y1 - y0) / (STEP * m)));
    const weight = origin > 0 ? smoothstep(origin, 1.8 * origin, b.arc[i] as number) : 1;
    painter.slab(x0, y0, x1, y1, r * m, (CONTRAST_MU * 2 * r * conc) / sine, weight, (i === 1 ? 1 : 0) | (i === b.n - 1 ? 2 : 0));
    drawn = true;
  }
  if (drawn) painter.commit(plane);
}

/** Adds all filled branches at time t. */
export function paintVessels(scene: VesselScene, plane: Float32Array, branches: readonly Branch[], t: number, seen: ReadonlyMap<Branch, Seen>): void {
  for (const b of branches) {
    const filling = scene.fillings.get(b);
    const where = seen.get(b);
    if (filling && where) paintBranch(scene, plane, b, where, filling, t);
  }
}

/** Calcium rails beside the wall: the tangential rays through a calcified wall give two lines. */
export function paintRails(painter: TubePainter, plane: Float32Array, rails: readonly Rail[], seen: ReadonlyMap<Branch, Seen>): void {
  for (const rail of rails) {
    const where = seen.get(rail.branch);
    if (!where) continue;
    let last: readonly [number, number] | null = null;
    for (let i = Math.max(1, rail.from); i <= Math.min(rail.branch.n - 2, rail.to); i++) {
      const [tx, ty] = [(where.x[i + 1] as number) - (where.x[i - 1] as number), (where.y[i + 1] as number) - (where.y[i - 1] as number)];
      const span = Math.hypot(tx, ty) || 1;
      const m = where.scale[i] as number;
      const away = rail.side * ((rail.branch.healthy[i] as number) + rail.away) * m;
      const here = [(where.x[i] as number) - (ty / span) * away, (where.y[i] as number) + (tx / span) * away] as const;
      if (last) painter.slab(last[0], last[1], here[0], here[1], rail.halfWidth * m, rail.mu * 2 * rail.halfWidth, 1, 3);
      last = here;
    }
    painter.commit(plane);
  }
}

/** The flap of a dissection: a lucency of 0.2 mm that winds along the lumen. */
export function paintFlap(painter: TubePainter, plane: Float32Array, { branch, from, to }: { branch: Branch; from: number; to: number }, where: Seen, filled: (sample: number) => number): void {
  let last: readonly [number, number] | null = null;
  for (let i = Math.max(1, from); i < Math.min(branch.n - 1, to); i++) {
    const [tx, ty] = [(where.x[i + 1] as number) - (where.x[i - 1] as number), (where.y[i + 1] as number) - (where.y[i - 1] as number)];
    const span = Math.hypot(tx, ty) || 1;
    const [m, r] = [where.scale[i] as number, branch.radius[i] as number];
    const off = 0.42 * r * m * Math.sin((i - from) / 9 + 0.6);
    const here = [(where.x[i] as number) - (ty / span) * off, (where.y[i] as number) + (tx / span) * off] as const;
    const peak = CONTRAST_MU * 2 * r * filled(i);
    if (last && peak > 0.004) painter.slab(last[0], last[1], here[0], here[1], Math.max(0.9, 0.28 * m), peak, 1, 3);
    last = here;
  }
  painter.commit(plane, -1);
}

/** Stent struts: a zigzag between the walls, hardly visible. */
export function paintStent(painter: TubePainter, plane: Float32Array, b: Branch, from: number, to: number, where: Seen): void {
  let last: readonly [number, number] | null = null;
  for (let i = Math.max(1, from), n = 0; i < Math.min(b.n - 1, to); i += 2, n++) {
    const [tx, ty] = [(where.x[i + 1] as number) - (where.x[i - 1] as number), (where.y[i + 1] as number) - (where.y[i - 1] as number)];
    const span = Math.hypot(tx, ty) || 1;
    const m = where.scale[i] as number;
    const side = (n % 2 ? 1 : -1) * (b.healthy[i] as number) * m;
    const here = [(where.x[i] as number) - (ty / span) * side, (where.y[i] as number) + (tx / span) * side] as const;
    if (last) painter.slab(last[0], last[1], here[0], here[1], 0.16 * m, 0.045, 1, 3);
    last = here;
  }
  painter.commit(plane);
}

/** A wire along a branch: 0.014 inch, its distal 30 mm denser. */
export function paintWire(painter: TubePainter, plane: Float32Array, b: Branch, upTo: number, where: Seen): void {
  for (let i = 1; i <= upTo && i < b.n; i++) {
    const m = where.scale[i] as number;
    const mu = (upTo - i) * STEP < 30 ? 0.75 : 0.4;
    painter.slab(where.x[i - 1] as number, where.y[i - 1] as number, where.x[i] as number, where.y[i] as number, 0.18 * m, mu * 0.36, 1, 3);
  }
  painter.commit(plane);
}
