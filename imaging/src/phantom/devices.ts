import { place, type Heart } from './heart.ts';
import { curve } from './paths.ts';
import { add, along, cross, length, scale, smoothstep, sub, unit, type Vec3 } from './vector.ts';

/** A catheter as points in mm at rest, each with the share of the ostium's motion that it follows. */
export type Catheter = {
  readonly points: readonly Vec3[];
  readonly follows: readonly number[];
  readonly outer: number;
  readonly inner: number;
};

export type Access = 'femoral' | 'radial';

const SIZES = { 5: [0.84, 0.58], 6: [1, 0.72], 7: [1.17, 0.9] } as const;
export const CATHETER_WALL = 0.085;
export const CATHETER_EMPTY = 0.02;
export const CATHETER_FILLED = 0.26;

/** Centre of the aortic sinuses and the way up the ascending aorta. */
export function aorticRoot(heart: Heart): { centre: Vec3; up: Vec3 } {
  const left = place(heart, -15, 14, 0.36, 0);
  const right = place(heart, -15, 60, 0.38, 0);
  const into = unit(add(sub(place(heart, -13, 4, 0.6, 0), left), sub(place(heart, -12, 66, 0.64, 0), right)));
  const centre = along(scale(add(left, right), 0.5), into, -10);
  return { centre, up: unit([0.12, -0.12, 1]) };
}

/** Ascending aorta, arch, and on to the groin or the right arm. */
export function aorticWay(heart: Heart, access: Access): Vec3[] {
  const { centre, up } = aorticRoot(heart);
  const high = along(centre, up, 52);
  const near = add(centre, [-9, -5, 0]);
  const ascending: Vec3[] = [along(near, up, 26), along(near, up, 44), add(high, [-5, 0, 14])];
  if (access === 'radial') return [...ascending, add(high, [-12, 8, 44]), add(high, [-34, 12, 76]), add(high, [-70, 14, 100]), add(high, [-120, 16, 110])];
  return [...ascending, add(high, [2, 14, 36]), add(high, [16, 38, 42]), [12, 64, 70], [10, 66, 20], [10, 66, -60], [9, 65, -140], [8, 64, -240]];
}

/** A coronary catheter seated 5 mm inside the ostium, coaxial, bending up into the aorta. */
export function coronaryCatheter(heart: Heart, ostium: Vec3, inner: Vec3, choice: { french: 5 | 6 | 7; access: Access; right: boolean }): Catheter {
  const { french, access, right } = choice;
  const into = unit(sub(inner, ostium));
  const { centre, up } = aorticRoot(heart);
  const away = unit(sub(centre, ostium));
  const bend = unit(along(along(scale(into, -1), away, 0.25), up, 0.1));
  const way = aorticWay(heart, access);
  const back = along(ostium, bend, 7);
  const turn = along(along(back, bend, right ? 6 : 7), up, right ? 9 : 4);
  // A left Judkins hooks up from the opposite wall; a right one comes down and turns gently.
  const rise = right ? [] : [along(along(turn, bend, 4), up, 11)];
  const points = curve([along(ostium, into, 5), along(ostium, into, 2), ostium, back, turn, ...rise, ...way], 1.2);
  const [outer, hollow] = SIZES[french];
  const follows = points.map((p) => {
    const far = length(sub(p, ostium));
    return 0.6 * (1 - smoothstep(10, 90, far)) + 0.4 * (1 - smoothstep(6, 26, far));
  });
  return { points, follows, outer, inner: hollow };
}

/** A pigtail in the root: a loop of 6 mm, for the aortogram. */
export function pigtail(heart: Heart, access: Access): Catheter {
  const { centre, up } = aorticRoot(heart);
  const side = unit(cross(up, [0, 1, 0]));
  const low = along(centre, up, 4);
  const loop = Array.from({ length: 9 }, (_, i): Vec3 => {
    const a = -Math.PI * 1.5 + (i / 8) * Math.PI * 1.75;
    return add(low, add(scale(side, 6 * Math.cos(a)), scale(up, 6 * Math.sin(a))));
  });
  const points = curve([...loop, ...aorticWay(heart, access)], 1.2);
  return { points, follows: points.map((_, i) => 0.5 * (1 - smoothstep(0, 60, i))), outer: 0.84, inner: 0.58 };
}

/** Heavily calcified bicuspid valve: a raphe, two thick cusp edges and flecks in the ring; rest positions. */
export function calcifiedValve(heart: Heart, noise: () => number): { points: Vec3[]; radius: number }[] {
  const { centre, up } = aorticRoot(heart);
  const a = unit(cross(up, [0.3, 0.9, 0]));
  const b = cross(up, a);
  const at = (x: number, y: number, z: number): Vec3 => add(along(centre, up, z - 6), add(scale(a, x), scale(b, y)));
  const out: { points: Vec3[]; radius: number }[] = [];
  const strip = (from: Vec3, to: Vec3, pieces: number): void => {
    for (let i = 0; i < pieces; i++) {
      const p = add(from, scale(sub(to, from), (i + 0.2 * noise()) / pieces));
      const q = add(p, [2.2 * noise(), 2.2 * noise(), 1.6 * noise()]);
      out.push({ points: [p, scale(add(p, q), 0.5), q], radius: 0.45 + 0.75 * Math.abs(noise()) });
    }
  };
  strip(at(0, 10, 0), at(0, 3, 2), 7);
  strip(at(-10, 1, 3), at(10, 1.5, 3), 12);
  strip(at(-9, -3, 2), at(9, -3, 2), 10);
  for (let i = 0; i < 12; i++) {
    const t = (i / 12) * 2 * Math.PI + 0.2 * noise();
    strip(at(11 * Math.cos(t), 11 * Math.sin(t), -3 + noise()), at(11 * Math.cos(t + 0.3), 11 * Math.sin(t + 0.3), -3), noise() > 0 ? 2 : 1);
  }
  return out;
}
