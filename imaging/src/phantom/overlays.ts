import { aorticRoot } from './devices.ts';
import { place } from './heart.ts';
import { arc, curve, paintRod } from './paths.ts';
import { random } from './random.ts';
import { rootMotion, type Scene } from './scene.ts';
import type { TubePainter } from './tube-painter.ts';
import { add, along, cross, scale, unit, type Vec3 } from './vector.ts';

// What lies over a heart and is no vessel: a search for burnt-in marks must let it stand, and a reader expects it.

/** Electrodes with their leads on the skin: they stay where they are while the heart moves. */
export function paintOverlays(scene: Scene, painter: TubePainter, fixed: Float32Array): void {
  if (!scene.spec.patient.electrodes) return;
  const r = random(scene.spec.seed, 'electrodes');
  const { middle, girth } = scene.chest;
  for (let i = 0; i < 3; i++) {
    const at: Vec3 = [middle + r.between(-60, 75), -98 * girth, r.between(-45, 55)];
    paintRod(painter, fixed, scene.view, { points: [at, add(at, [0.6, 0, 0])], radius: 4.2, mu: 0.02 });
    paintRod(painter, fixed, scene.view, { points: [at, add(at, [0.6, 0, 0])], radius: 1.7, mu: 0.16 });
    const lead = curve([at, add(at, [r.between(-14, 14), 0, -18]), add(at, [r.between(-40, 40), 2, -60]), add(at, [r.between(-60, 60), 4, -140])], 2);
    paintRod(painter, fixed, scene.view, { points: lead, radius: 0.45, mu: 0.2 });
  }
}

/** A pacing lead from the superior vena cava to the apex of the right ventricle: its tip moves with the wall, its way in the vein hardly. */
function pacingLead(scene: Scene, c: number, drop: number): Vec3[] {
  const { heart } = scene.chest;
  const wall = (s: number, phi: number, k: number): Vec3 => add(place(heart, s, phi, k, c), [0, 0, -drop]);
  const vein = add(place(heart, -12, 100, 0.9, 0), [-14, 6, 0]);
  const calm: Vec3 = [0, 0, -0.6 * drop];
  return curve([add(vein, [4, 0, 130]), add(vein, [0, 0, 70]), add(add(vein, [-2, -4, 14]), calm), wall(4, 92, 0.7), wall(34, 84, 0.72), wall(64, 70, 0.66), wall(74, 62, 0.72)], 1.2);
}

/** Ring of a prosthetic aortic valve with three posts, following the root. */
function valveRing(scene: Scene, motion: Vec3): Vec3[][] {
  const { centre, up } = aorticRoot(scene.chest.heart);
  const side = unit(cross(up, [0.2, 1, 0]));
  const front = cross(side, up);
  const at = add(along(centre, up, -4), scale(motion, 0.85));
  const ring = arc(at, scale(side, 11), scale(front, 11), 0, 2 * Math.PI, 48);
  const posts = [0, 1, 2].map((i): Vec3[] => {
    const foot = ring[16 * i] as Vec3;
    return [foot, along(foot, up, 5), along(foot, up, 9)];
  });
  return [ring, ...posts];
}

/** What of this moves, at contraction c with the heart `drop` mm down. */
export function paintHardware(scene: Scene, painter: TubePainter, plane: Float32Array, c: number, drop: number): void {
  const { patient } = scene.spec;
  if (patient.pacingLead) {
    const points = pacingLead(scene, c, drop);
    paintRod(painter, plane, scene.view, { points, radius: 0.9, mu: 0.12 });
    const tip = points.slice(-8);
    paintRod(painter, plane, scene.view, { points: tip, radius: 1.1, mu: 0.3 });
  }
  if (patient.valveRing) for (const points of valveRing(scene, rootMotion(scene, c, drop))) paintRod(painter, plane, scene.view, { points, radius: 0.8, mu: 0.3 });
}
