import { lineNoise, random, stageSeed } from './random.ts';
import { clamp, smoothstep, wrapDegrees } from './vector.ts';
import { makeSpeckle, type Speckle } from './speckle.ts';

/** A narrowing of the vessel wall along a pullback, places in mm from its start. */
export type Plaque = {
  readonly atMm: number;
  readonly lengthMm: number;
  /** Share of the vessel's area that plaque takes, 0–0.85. */
  readonly burden: number;
  readonly composition: 'fibrous' | 'lipid' | 'calcified';
  /** Degrees of the wall that the lipid or calcium takes. */
  readonly arc?: number;
};

export type PullbackSpec = {
  readonly seed: number;
  readonly kind: 'IVUS' | 'OCT';
  readonly frames: number;
  /** Rows and columns. */
  readonly size: number;
  readonly mmPerS: number;
  readonly frameMs: number;
  /** Radius inside the media of the healthy vessel, mm. */
  readonly vesselMm: number;
  readonly plaques: readonly Plaque[];
  /** From and to, mm. */
  readonly stent?: readonly [number, number];
};

/** Areas in mm² at each frame. */
export type PullbackTruth = { readonly atMm: readonly number[]; readonly lumen: readonly number[]; readonly vessel: readonly number[]; readonly smallestAt: number; readonly mmPerPixel: number };
export type Pullback = { readonly spec: PullbackSpec; readonly frames: Uint8Array[]; readonly truth: PullbackTruth };

/** Diameter of the picture in mm: ultrasound sees through the wall, light 2 mm into it. */
const FIELD = { IVUS: 10, OCT: 8 } as const;
const MEDIA = 0.13;
const HEALTHY_INTIMA = 0.16;
const STRUTS = 12;

/** The wall at a place: radii round the vessel's own centre by angle. */
export type Slice = {
  readonly z: number;
  /** Where the catheter lies from the vessel's centre, mm. */
  readonly off: readonly [number, number];
  readonly vessel: number;
  readonly lumen: (degrees: number) => number;
  readonly material: (degrees: number) => Plaque['composition'];
  readonly stented: boolean;
  readonly wireAt: number;
};

type Walls = { readonly at: (z: number, t: number) => Slice };

function wallsOf(spec: PullbackSpec): Walls {
  const { seed, vesselMm, plaques, stent } = spec;
  const r = random(seed, 'pullback');
  const [calibre, wander, shape, turn] = ['calibre', 'wander', 'shape', 'turn'].map((stage) => lineNoise(stageSeed(seed, stage)));
  const sides = plaques.map(() => r.between(-180, 180));
  const wire = r.between(-180, 180);
  const at = (z: number, t: number): Slice => {
    const vessel = vesselMm * (1 + 0.06 * (calibre as (x: number) => number)(z / 9) - 0.004 * z) * (1 + 0.012 * Math.sin(7.3 * t));
    const weights = plaques.map((p) => smoothstep(1, 0.25, Math.abs(z - p.atMm) / (p.lengthMm / 2)));
    const burden = plaques.reduce((most, p, i) => Math.max(most, p.burden * (weights[i] as number)), 0);
    const thickest = weights.reduce((best, w, i) => (w > (weights[best] ?? 0) ? i : best), 0);
    const side = (sides[thickest] ?? 0) + 25 * (turn as (x: number) => number)(z / 6);
    const plaque = plaques[thickest];
    const inner = (vessel - MEDIA) * Math.sqrt(Math.max(0.1, 1 - burden)) - HEALTHY_INTIMA * (1 - burden);
    // Plaque is thick on one side: the lumen moves to the other and keeps its area.
    const shift = Math.min(vessel - MEDIA - inner - 0.06, (vessel - inner) * 0.75 * smoothstep(0.05, 0.4, burden));
    const lumen = (degrees: number): number => {
      const a = ((degrees - side) * Math.PI) / 180;
      const along = -shift * Math.cos(a);
      const across = shift * Math.sin(a);
      const bumps = 1 + (0.02 + 0.05 * burden) * (shape as (x: number) => number)(degrees / 38 + 3.1 * Math.sin(z / 3) + 40);
      return Math.min(vessel - MEDIA - 0.05, (along + Math.sqrt(Math.max(0.01, inner * inner - across * across))) * bumps);
    };
    const material = (degrees: number): Plaque['composition'] =>
      plaque && (weights[thickest] ?? 0) > 0.25 && Math.abs(wrapDegrees(degrees - side)) < (plaque.arc ?? 120) / 2 ? plaque.composition : 'fibrous';
    const free = Math.max(0, inner - 0.75);
    const sway = 0.5 * free;
    return {
      z, vessel, lumen, material, stented: stent !== undefined && z >= stent[0] && z <= stent[1], wireAt: wire + 0.6 * z,
      off: [
        shift * -Math.cos((side * Math.PI) / 180) * 0.9 + sway * (wander as (x: number) => number)(z / 11) + 0.06 * Math.sin(7.3 * t),
        shift * -Math.sin((side * Math.PI) / 180) * 0.9 + sway * (wander as (x: number) => number)(z / 13 + 90) + 0.04 * Math.cos(7.3 * t),
      ],
    };
  };
  return { at };
}

/** Area inside a radius by angle, mm². */
function areaOf(radius: (degrees: number) => number): number {
  let sum = 0;
  for (let d = 0; d < 360; d += 2) sum += 0.5 * radius(d) ** 2 * ((2 * Math.PI) / 180);
  return sum;
}

/** Where a stent's struts stand against the wall: distance in mm along it from the nearest. */
export function strutDistance(slice: Slice, degrees: number, radius: number): number {
  if (!slice.stented) return Number.POSITIVE_INFINITY;
  const step = 360 / STRUTS;
  const turned = degrees + 11 * Math.sin(slice.z * 2.2) + 360;
  const nearest = Math.abs((turned % step) - step / 2);
  return (nearest * Math.PI * radius) / 180;
}

/** One ray from the catheter, `depths` samples: grey before speckle, from the inside out. */
export type Ray = (slice: Slice, degrees: number, step: number, out: Float32Array) => void;

/** A pullback of a vessel from within: catheter, lumen, plaque, media, adventitia, stent struts, speckle. The same spec gives the same bytes. */
export function renderPullback(spec: PullbackSpec, ray: Ray): Pullback {
  const { size, frames: count, kind } = spec;
  const walls = wallsOf(spec);
  const field = FIELD[kind];
  const step = field / 2 / (size / 2);
  const depths = Math.ceil(size / 2);
  const angles = 2 * size;
  const speckle = makeSpeckle(spec.seed, angles, depths, kind);
  const polar = new Float32Array(angles * depths);
  const out = new Float32Array(depths);
  const frames: Uint8Array[] = [];
  const slices = Array.from({ length: count }, (_, f) => walls.at((spec.mmPerS * f * spec.frameMs) / 1000, (f * spec.frameMs) / 1000));
  for (const slice of slices) {
    for (let a = 0; a < angles; a++) {
      ray(slice, (a * 360) / angles, step, out);
      polar.set(out, a * depths);
    }
    frames.push(scanConverted(speckle, polar, slice.z, { size, angles, depths }));
  }
  const lumen = slices.map((s) => areaOf(s.lumen));
  return { spec, frames, truth: { atMm: slices.map((s) => s.z), lumen, vessel: slices.map((s) => Math.PI * s.vessel ** 2), smallestAt: lumen.indexOf(Math.min(...lumen)), mmPerPixel: step } };
}

/** Rays to a round picture, black outside. */
function scanConverted(speckle: Speckle, polar: Float32Array, z: number, { size, angles, depths }: { size: number; angles: number; depths: number }): Uint8Array {
  speckle(polar, z);
  const picture = new Uint8Array(size * size);
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [dx, dy] = [x - middle, y - middle];
      const far = Math.hypot(dx, dy);
      if (far >= depths - 1) continue;
      const a = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * angles;
      const [i, j] = [Math.floor(a), Math.floor(far)];
      const [fa, fr] = [a - i, far - j];
      const [p, q] = [(i % angles) * depths + j, ((i + 1) % angles) * depths + j];
      const value = ((polar[p] as number) * (1 - fr) + (polar[p + 1] as number) * fr) * (1 - fa) + ((polar[q] as number) * (1 - fr) + (polar[q + 1] as number) * fr) * fa;
      picture[y * size + x] = clamp(Math.round(value), 0, 255);
    }
  }
  return picture;
}
