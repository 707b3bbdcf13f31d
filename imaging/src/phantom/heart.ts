import { add, clamp, cross, dot, radians, scale, smoothstep, sub, unit, wrapDegrees, type Vec3 } from './vector.ts';
import { random } from './random.ts';

/**
 * The heart as a moving surface. A point of a vessel is (s, φ, k): s mm along the long axis from the AV
 * plane towards the apex, φ degrees round it (0 anterior groove, 90 RV wall, 180 posterior groove, −90 LV
 * lateral wall), k the share of the epicardial radius (1 = on the surface, below = inside the septum).
 * Contraction acts on (s, φ, k), so branches stay attached. Amplitudes give the measured motion of
 * Mao 2000 (J Comput Assist Tomogr 24:253): RCA > LCX > LM > LAD.
 */
export type Heart = {
  readonly centre: Vec3;
  /** base → apex, towards the RV, towards the anterior groove */
  readonly axes: readonly [Vec3, Vec3, Vec3];
  readonly size: number;
  /** Epicardial radius in mm at φ = 0, 30, … 330 degrees, before `size`. */
  readonly radii: readonly number[];
  /** 1 for a normal ventricle, 0.4–0.6 for a poor one, 1.2 for a brisk one. */
  readonly vigour: number;
};

const BASE_CENTRE: Vec3 = [-21, 15, 14];
const LONG_AXIS: Vec3 = [0.74, -0.55, -0.38];
const TOWARDS_RV: Vec3 = [-0.65, -0.75, -0.13];
const RADII = [34, 37, 43, 44, 46, 46, 41, 40, 40, 39, 37, 34];
const RADII_AT = [0, 30, 60, 90, 125, 150, 180, 210, 240, 270, 300, 330];

export function makeHeart(seed: number, vigour: number): Heart {
  const r = random(seed, 'heart');
  const tilt = (): number => r.between(-0.12, 0.12);
  const e1 = unit(add(unit(LONG_AXIS), [tilt(), tilt(), tilt()]));
  const e2 = unit(sub(TOWARDS_RV, scale(e1, dot(TOWARDS_RV, e1))));
  const side = cross(e1, e2);
  const e3 = side[2] > 0 ? side : scale(side, -1);
  return {
    centre: BASE_CENTRE,
    axes: [e1, e2, e3],
    size: r.between(0.92, 1.05),
    radii: RADII.map((radius) => radius * r.between(0.95, 1.05)),
    vigour,
  };
}

/** Epicardial radius in mm at angle φ and depth s. */
export function wallRadius(heart: Heart, s: number, phi: number): number {
  const a = ((phi % 360) + 360) % 360;
  let i = RADII_AT.length - 1;
  while (i > 0 && (RADII_AT[i] as number) > a) i--;
  const from = RADII_AT[i] as number;
  const to = i + 1 < RADII_AT.length ? (RADII_AT[i + 1] as number) : 360;
  const w = 0.5 - 0.5 * Math.cos((Math.PI * (a - from)) / (to - from));
  const r0 = (heart.radii[i] as number) * (1 - w) + (heart.radii[(i + 1) % heart.radii.length] as number) * w;
  return r0 * Math.sqrt(Math.max(0.03, 1 - (Math.max(0, s + 5) / 96) ** 2.3));
}

/** Where (s, φ, k) lies in the patient, in mm, at contraction c (0 end-diastole, 1 end-systole). */
export function place(heart: Heart, s: number, phi: number, k: number, contraction: number): Vec3 {
  const c = contraction * heart.vigour;
  const toRv = Math.exp(-((wrapDegrees(phi - 120) / 60) ** 2));
  const toCrux = Math.exp(-((wrapDegrees(phi - 180) / 38) ** 2));
  const base = clamp(1 - s / 88, -0.1, 1.25);
  const pull = 7 + 2 * (0.5 - 0.5 * Math.cos(radians(phi + 20))) + 4 * toRv;
  const s2 = s + c * (pull * base - (1.5 * Math.max(0, s - 60)) / 28);
  // At the crux the AV plane descends with little inward motion, else the two cancel in an LAO view.
  const inward = 0.06 + 0.07 * smoothstep(-5, 35, s) + 0.065 * toRv - 0.1 * toCrux * clamp(base, 0, 1);
  const k2 = k * (1 - c * inward);
  const turned = radians(phi + c * (-3 + (11 * Math.max(0, s)) / 88));
  const radius = wallRadius(heart, s2, phi) * k2 * heart.size;
  const [e1, e2, e3] = heart.axes;
  const cos = Math.cos(turned) * radius;
  const sin = Math.sin(turned) * radius;
  const depth = s2 * heart.size;
  const [x, y, z] = heart.centre;
  return [
    x + e1[0] * depth + e3[0] * cos + e2[0] * sin,
    y + e1[1] * depth + e3[1] * cos + e2[1] * sin,
    z + e1[2] * depth + e3[2] * cos + e2[2] * sin - 2 * c * base,
  ];
}
