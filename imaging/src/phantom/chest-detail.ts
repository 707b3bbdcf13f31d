import type { View } from './carm.ts';
import { arc, curve, paintHollow, paintRod } from './paths.ts';
import { blur } from './planes.ts';
import { hash32, random, stageSeed, type Random } from './random.ts';
import type { Chest } from './solids.ts';
import { makeTubePainter, type TubePainter } from './tube-painter.ts';
import { add, along, scale, unit, type Vec3 } from './vector.ts';

/** Full-resolution layers built once a run: bone and wires stay, lung vessels shift with breathing. */
export type ChestDetail = { fixed: Float32Array; lung: Float32Array };

const LEVEL = 29;

function paintSpine(painter: TubePainter, plane: Float32Array, view: View, chest: Chest, offset: number): void {
  const m = chest.middle;
  const discs = new Float32Array(plane.length);
  for (let z = -260 + offset; z < 230; z += LEVEL) {
    for (const edge of [-12, 12]) {
      paintRod(painter, plane, view, { points: arc([m, 82, z + edge], [19, 0, 0], [0, 13, 0], 0, 2 * Math.PI, 40), radius: 0.8, mu: 0.03 });
    }
    paintRod(painter, discs, view, { points: [[m - 15, 82, z + 14.5], [m, 82, z + 14.5], [m + 15, 82, z + 14.5]], radius: 4.2, mu: 0.012 });
    for (const side of [-1, 1]) {
      paintRod(painter, plane, view, { points: arc([m + side * 12, 100, z + 4], [4, 0, 0], [0, 0, 6], 0, 2 * Math.PI, 20), radius: 1, mu: 0.022 });
    }
    paintRod(painter, plane, view, { points: [[m, 108, z + 2], [m, 124, z - 9]], radius: 3, mu: 0.012 });
  }
  blur(discs, view.size, (4 * view.size) / 512);
  for (let i = 0; i < plane.length; i++) plane[i] = (plane[i] as number) - (discs[i] as number);
}

function paintRibs(painter: TubePainter, plane: Float32Array, view: View, chest: Chest, r: Random): void {
  const shift = r.between(0, LEVEL);
  for (let z = -170 + shift; z < 260; z += LEVEL) {
    for (const side of [-1, 1]) {
      const points = Array.from({ length: 49 }, (_, i): Vec3 => {
        const t = ((82 - (147 * i) / 48) * Math.PI) / 180;
        return [chest.middle + side * 150 * chest.girth * Math.cos(t), 8 + 100 * chest.girth * Math.sin(t), z - (62 * i) / 48];
      });
      paintHollow(painter, plane, view, { points, radius: 5.8, mu: 0.011 }, 4.5, 0.001);
    }
  }
}

/** 1/f mottle: six octaves from 4 to 128 cells across the picture. */
function addMottle(plane: Float32Array, size: number, seed: number): void {
  for (let octave = 0; octave < 6; octave++) {
    const cells = 4 << octave;
    const amplitude = 0.6 * 0.02 * (0.0035 / 0.02) ** (octave / 5);
    const at = (x: number, y: number): number => hash32(seed + octave * 7919 + x * 131 + y * 40503) / 2147483648 - 1;
    for (let y = 0; y < size; y++) {
      const fy = (y * cells) / size;
      const y0 = Math.floor(fy);
      const wy = (fy - y0) * (fy - y0) * (3 - 2 * (fy - y0));
      let x0 = -1;
      let [left, right] = [0, 0];
      for (let x = 0; x < size; x++) {
        const fx = (x * cells) / size;
        if (Math.floor(fx) !== x0) {
          x0 = Math.floor(fx);
          left = at(x0, y0) * (1 - wy) + at(x0, y0 + 1) * wy;
          right = at(x0 + 1, y0) * (1 - wy) + at(x0 + 1, y0 + 1) * wy;
        }
        const w = (fx - x0) * (fx - x0) * (3 - 2 * (fx - x0));
        const i = y * size + x;
        plane[i] = (plane[i] as number) + amplitude * (left * (1 - w) + right * w);
      }
    }
  }
}

type Twig = { from: Vec3; dir: Vec3; radius: number; mm: number; generation: number };

function paintLungTree(painter: TubePainter, plane: Float32Array, view: View, r: Random, twig: Twig): void {
  const points: Vec3[] = [twig.from];
  let dir = twig.dir;
  for (let i = 0; i < 4; i++) {
    dir = unit(add(dir, [r.between(-0.25, 0.25), r.between(-0.25, 0.25), r.between(-0.25, 0.25)]));
    points.push(along(points[i] as Vec3, dir, twig.mm / 4));
  }
  paintRod(painter, plane, view, { points: curve(points, 3), radius: twig.radius, mu: 0.0115 });
  if (twig.generation >= 6) return;
  for (const spread of [0.45, 0.8]) {
    const turn: Vec3 = [r.between(-1, 1), r.between(-1, 1), r.between(-1, 1)];
    const next = unit(along(dir, unit(turn), spread));
    paintLungTree(painter, plane, view, r, { from: points[4] as Vec3, dir: next, radius: twig.radius * r.between(0.58, 0.74), mm: twig.mm * 0.84, generation: twig.generation + 1 });
  }
}

function paintLungs(painter: TubePainter, plane: Float32Array, view: View, chest: Chest, r: Random): void {
  for (let i = 0; i < 24; i++) {
    const side = i % 2 ? 1 : -1;
    const from: Vec3 = [chest.middle + side * r.between(30, 44), r.between(8, 34), r.between(5, 45)];
    const dir = unit([side * r.between(0.3, 1), r.between(-0.8, 0.8), r.between(-1, 0.7)]);
    paintLungTree(painter, plane, view, r, { from, dir, radius: r.between(2.3, 3.6), mm: r.between(18, 26), generation: 1 });
  }
}

/** Sternal wires after an earlier operation: 5–7 twisted loops 24 mm apart. */
function paintSternalWires(painter: TubePainter, plane: Float32Array, view: View, chest: Chest, r: Random): void {
  const loops = 5 + Math.floor(r.next() * 3);
  for (let i = 0; i < loops; i++) {
    const c: Vec3 = [chest.middle + r.between(-3, 3), -84 * chest.girth, 62 - 24 * i + r.between(-3, 3)];
    const twist = r.between(3, 5);
    const loop = arc(c, [8, 0, r.between(-2, 2)], [0, 6, r.between(-2, 2)], r.between(0, 1), 2 * Math.PI + r.between(0, 1), 36);
    const end = loop[loop.length - 1] as Vec3;
    const tail = [1, 2, 3].map((j): Vec3 => add(end, scale([r.between(-0.4, 0.4), -0.3, -1], (twist * j) / 3)));
    paintRod(painter, plane, view, { points: [...loop, ...tail], radius: 0.42, mu: 0.9 });
  }
}

export type DetailChoice = { seed: number; sternalWires: boolean };

export function makeChestDetail(view: View, chest: Chest, choice: DetailChoice): ChestDetail {
  const n = view.size * view.size;
  const painter = makeTubePainter(view.size);
  const fixed = new Float32Array(n);
  const lung = new Float32Array(n);
  const r = random(choice.seed, 'bones');
  paintSpine(painter, fixed, view, chest, r.between(0, LEVEL));
  paintRibs(painter, fixed, view, chest, r);
  addMottle(fixed, view.size, stageSeed(choice.seed, 'mottle'));
  paintLungs(painter, lung, view, chest, random(choice.seed, 'lung vessels'));
  blur(lung, view.size, (1.4 * view.size) / 512);
  if (choice.sternalWires) paintSternalWires(painter, fixed, view, chest, random(choice.seed, 'wires'));
  return { fixed, lung };
}
