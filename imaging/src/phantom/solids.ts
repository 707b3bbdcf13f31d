import { makeHeart, type Heart } from './heart.ts';
import { along, scale, type Vec3 } from './vector.ts';

/** An ellipsoid of the chest; where several overlap the highest priority holds. Attenuation per mm. */
export type Solid = {
  readonly centre: Vec3;
  readonly axes: readonly [Vec3, Vec3, Vec3];
  /** Semi-axes in mm; Infinity makes a cylinder. */
  readonly semi: Vec3;
  readonly mu: number;
  readonly priority: number;
};

export type Chest = { readonly middle: number; readonly girth: number; readonly heart: Heart };

const X: Vec3 = [1, 0, 0];
const Y: Vec3 = [0, 1, 0];
const Z: Vec3 = [0, 0, 1];
const TISSUE = 0.0205;
const LUNG = 0.0068;

const upright = (centre: Vec3, semi: Vec3, mu: number, priority: number): Solid => ({ centre, axes: [X, Y, Z], semi, mu, priority });

export const makeChest = (seed: number, vigour: number, girth: number): Chest => ({ middle: -25, girth, heart: makeHeart(seed, vigour) });

/** All solids at contraction c with the diaphragm `breath` mm lower (heart 0.55 of it, lung 0.8). */
export function chestSolids(chest: Chest, c: number, breath: number): Solid[] {
  const { middle: m, girth, heart } = chest;
  const [e1, e2, e3] = heart.axes;
  const h = heart.size;
  const drop = -0.55 * breath;
  const lung = -0.8 * breath;
  const body = along(along(heart.centre, e1, (34 + 3 * c) * h), Z, drop);
  const g = (v: Vec3): Vec3 => [v[0] * girth, v[1] * girth, v[2]];
  return [
    upright([m, 8, 0], g([165, 112, Infinity]), TISSUE, 1),
    upright([m - 75 * girth, 6, 35 + lung], g([74, 89, 155]), LUNG, 2),
    upright([m + 75 * girth, 6, 35 + lung], g([74, 89, 155]), LUNG, 2),
    upright([m - 2, 18, 60], [31, 55, 240], 0.0185, 3),
    upright([m - 12, -15, 95], [32, 30, 60], TISSUE, 3),
    { centre: body, axes: [e1, e2, e3], semi: scale([51 - 3 * c, 50 - 3 * c, 45 - 2.5 * c], h), mu: TISSUE, priority: 3 },
    // Apex, fat pad and right ventricle break the round outline.
    { centre: along(along(body, e1, 26 * h), e2, -9), axes: [e1, e2, e3], semi: scale([37 - 3 * c, 33 - 2 * c, 30 - 2 * c], h), mu: TISSUE, priority: 3 },
    { centre: along(along(along(body, e1, 6), e2, 24 * h), e3, 6), axes: [e1, e2, e3], semi: scale([52, 36 - 2 * c, 36], h), mu: TISSUE, priority: 3 },
    upright(along(along(body, X, -38), Z, 12), [34, 34, 44], TISSUE, 3),
    upright([m + 22, 64, 0], [13, 13, Infinity], TISSUE, 3),
    upright([m, 92, 0], [44, 20, Infinity], TISSUE, 3),
    upright([m - 66, 0, -140 - breath], g([98, 100, 92]), TISSUE, 4),
    upright([m + 78, 5, -152 - breath], g([92, 95, 95]), TISSUE, 4),
    upright([m + 72, -15, -112 - breath], [30, 35, 26], 0.003, 5),
    upright([m, 82, 0], [21, 18, Infinity], 0.04, 6),
  ];
}
