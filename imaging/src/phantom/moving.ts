import type { Branch } from './branch.ts';
import { paintLeak, paintReflux, splat } from './clouds.ts';
import { CATHETER_EMPTY, CATHETER_FILLED, CATHETER_WALL, aorticRoot } from './devices.ts';
import { paintHollow, paintRod } from './paths.ts';
import { blur } from './planes.ts';
import { breathAt, contraction, phaseAt } from './rhythm.ts';
import { paintHardware } from './overlays.ts';
import { rootMotion, type Scene } from './scene.ts';
import type { TubePainter } from './tube-painter.ts';
import { add, along, scale, smoothstep, type Vec3 } from './vector.ts';
import { paintFlap, paintRails, paintStent, paintVessels, paintWire, see, type Moment, type Seen } from './vessels.ts';
import { project } from './carm.ts';

/** All that moves, painted into one plane of line integrals for the time t in s. */
export type MomentPainted = { seen: ReadonlyMap<Branch, Seen>; moment: Moment; breath: number };

/** Share of breathing that the heart follows. */
const HEART_BREATH = 0.55;

function paintCatheter(scene: Scene, painter: TubePainter, plane: Float32Array, t: number, motion: Vec3): void {
  const { catheter, view, injection } = scene;
  const points = catheter.points.map((p, i) => add(p, scale(motion, catheter.follows[i] as number)));
  const on = smoothstep(injection.start - 0.2, injection.start - 0.05, t) * injection.strength;
  const after = smoothstep(injection.start + injection.duration, injection.start + injection.duration + 0.4, t);
  const filling = CATHETER_EMPTY + (CATHETER_FILLED - CATHETER_EMPTY) * on * (1 - 0.75 * after);
  paintHollow(painter, plane, view, { points, radius: catheter.outer, mu: CATHETER_WALL }, catheter.inner, filling);
}

/** Annulus, sinuses, sinotubular junction, and an ascending aorta of 42 mm, by distance above the annulus. */
function aorticRadius(far: number): number {
  if (far < 22) return 11.5 + 7 * Math.sin((Math.PI * Math.min(far, 20)) / 22) ** 0.8;
  return 13.5 + 7 * smoothstep(22, 58, far);
}

/** The root and ascending aorta filled from a pigtail: swirling, washed out beat by beat. */
function paintAorta(scene: Scene, painter: TubePainter, plane: Float32Array, t: number, motion: Vec3): void {
  const { centre, up } = aorticRoot(scene.chest.heart);
  const { view, injection } = scene;
  const a = t - injection.start;
  const rise = smoothstep(0, 0.35, a) * Math.exp(-Math.max(0, a - injection.duration) / 0.7) * injection.strength;
  if (rise < 0.01) return;
  const mu = 0.03 * rise;
  // Half-millimetre steps, else the changing radius shows as a comb.
  const points = Array.from({ length: 184 }, (_, i) => add(along(centre, up, -9 + 0.5 * i), [-0.022 * i, -0.025 * i, 0]));
  const moved = points.map((p, i) => add(p, scale(motion, 0.5 * (1 - i / 240))));
  const filled = scene.spare;
  filled.fill(0);
  for (let i = 1; i < moved.length; i++) {
    const far = 0.5 * i;
    const radius = aorticRadius(far);
    const front = smoothstep(far / 120 - 0.1, far / 120 + 0.3, a);
    const p = project(view, moved[i - 1] as Vec3);
    const q = project(view, moved[i] as Vec3);
    painter.slab(p.x, p.y, q.x, q.y, radius * p.scale, mu * 2 * radius * front, 1, i === 1 ? 1 : i === moved.length - 1 ? 2 : 0);
  }
  painter.commit(filled);
  blur(filled, view.size, (3 * view.size) / 512);
  for (let i = 0; i < plane.length; i++) plane[i] = (plane[i] as number) + (filled[i] as number);
  for (let i = 0; i < 26; i++) {
    const far = (i * 37) % 80;
    const angle = i * 2.4 + 5 * t;
    const at = add(along(centre, up, far), [11 * Math.cos(angle), 6 * Math.sin(angle * 0.7), 4 * Math.sin(angle)]);
    const p = project(view, at);
    splat(plane, view.size, p.x, p.y, (7 + (i % 5)) * p.scale, (i % 2 ? 0.07 : -0.06) * rise);
  }
}

function paintLesionSigns(scene: Scene, painter: TubePainter, plane: Float32Array, t: number, seen: ReadonlyMap<Branch, Seen>): void {
  const { applied, spec, wash, fillings } = scene;
  paintRails(painter, plane, applied.rails, seen);
  for (const stent of applied.stents) paintStent(painter, plane, stent.branch, stent.from, stent.to, seen.get(stent.branch) as Seen);
  const wired = spec.wire && scene.tree.byName.get(spec.wire.branch);
  if (wired && spec.wire) {
    const root = scene.tree.branches[0] as Branch;
    if (wired !== root) paintWire(painter, plane, root, wired.parentAt, seen.get(root) as Seen);
    paintWire(painter, plane, wired, Math.round(spec.wire.to * (wired.n - 1)), seen.get(wired) as Seen);
  }
  for (const flap of applied.flaps) {
    const filling = fillings.get(flap.branch);
    if (filling) paintFlap(painter, plane, flap, seen.get(flap.branch) as Seen, (i) => wash(filling.arrival[i] as number, flap.branch.arc[i] as number, t));
  }
  for (const leak of applied.leaks) {
    const filling = fillings.get(leak.branch);
    const where = seen.get(leak.branch) as Seen;
    if (filling && scene.injection.strength > 0) paintLeak(plane, spec.size, leak.branch, leak.sample, where, filling, t - scene.injection.start, scene.leakSeeds);
  }
  for (const clot of applied.clots) {
    const filling = fillings.get(clot.branch);
    const where = seen.get(clot.branch) as Seen;
    const conc = filling ? wash(filling.arrival[Math.max(0, clot.sample - 2)] as number, 0, t) : 0;
    if (conc < 0.05) continue;
    const wobble = 0.5 * Math.sin(9 * t);
    const [x, y, m] = [where.x[clot.sample] as number, where.y[clot.sample] as number, where.scale[clot.sample] as number];
    splat(plane, spec.size, x + wobble * m * 0.4, y, 1.5 * m, -0.3 * conc);
    splat(plane, spec.size, x + 1.1 * m, y + wobble * m * 0.5, 1 * m, -0.16 * conc);
  }
}

function paintValve(scene: Scene, painter: TubePainter, plane: Float32Array, motion: Vec3): void {
  for (const piece of scene.valve) {
    const points = piece.points.map((p) => add(p, scale(motion, 0.85)));
    paintRod(painter, plane, scene.view, { points, radius: piece.radius, mu: 0.06 });
  }
}

/** Clears `plane` and paints the moment t into it. */
export function paintMoment(scene: Scene, painter: TubePainter, plane: Float32Array, t: number): MomentPainted {
  plane.fill(0);
  const phase = phaseAt(scene.rhythm, t);
  const breath = breathAt(scene.rhythm, t);
  const moment = { c: contraction(phase), drop: HEART_BREATH * breath };
  const { view, fillings, wash, injection } = scene;
  const seen = new Map(scene.branches.map((b) => [b, see(view, b, moment)] as const));
  paintVessels({ view, painter, wash, fillings, squeezes: scene.squeezes, c: moment.c }, plane, scene.branches, t, seen);
  const motion = rootMotion(scene, moment.c, moment.drop);
  // A total occlusion's contrast must not hide in the sum: clots and leaks change what is already there.
  paintLesionSigns(scene, painter, plane, t, seen);
  if (scene.spec.system === 'AO') paintAorta(scene, painter, plane, t, motion);
  else {
    const end = injection.start + injection.duration;
    const level = injection.strength * smoothstep(injection.start, injection.start + 0.25, t) * (1 - smoothstep(end, end + 0.5, t));
    paintReflux(plane, view, scene.puffs, level, phase, moment.drop);
  }
  paintValve(scene, painter, plane, motion);
  paintHardware(scene, painter, plane, moment.c, moment.drop);
  paintCatheter(scene, painter, plane, t, motion);
  for (let i = 0; i < plane.length; i++) if ((plane[i] as number) < 0) plane[i] = 0;
  return { seen, moment, breath };
}
