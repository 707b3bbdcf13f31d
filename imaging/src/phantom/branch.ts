import { place, wallRadius, type Heart } from './heart.ts';
import { lineNoise } from './random.ts';
import type { BranchKind, BranchRow, ControlPoint, Leaving } from './tree-table.ts';
import { clamp, length, mix, smoothstep, sub, type Vec3 } from './vector.ts';

/** Spacing of samples along a centreline, mm. */
export const STEP = 0.6;

export type HeartPoint = readonly [s: number, phi: number, k: number];

/** One vessel, sampled every 0.6 mm from its origin. Lesions change `radius`; `healthy` stays as built. */
export type Branch = {
  readonly name: string;
  readonly segment: string;
  readonly kind: BranchKind;
  readonly parent: Branch | null;
  /** Sample of the parent from which this branch leaves. */
  readonly parentAt: number;
  readonly n: number;
  readonly s: Float32Array;
  readonly phi: Float32Array;
  readonly k: Float32Array;
  /** Arc length from the origin, mm, at end-diastole. */
  readonly arc: Float32Array;
  readonly radius: Float32Array;
  readonly healthy: Float32Array;
  /** Rest position plus linear and quadratic term in the contraction: 9 numbers a sample. */
  readonly path: Float32Array;
};

type Origin = { parent: Branch | null; parentAt: number };

/** Sample of a branch where a child leaves. */
export function sampleAt(branch: Branch, at: Leaving): number {
  if ('end' in at) return branch.n - 1;
  if ('share' in at) return clamp(Math.round(at.share * (branch.n - 1)), 0, branch.n - 1);
  for (let i = 0; i < branch.n; i++) {
    if ('s' in at ? (branch.s[i] as number) >= at.s : (branch.phi[i] as number) <= at.phi) return i;
  }
  return branch.n - 1;
}

export const pointOf = (b: Branch, i: number): HeartPoint => [b.s[i] as number, b.phi[i] as number, b.k[i] as number];

function catmullRom(points: readonly HeartPoint[], perSpan: number): HeartPoint[] {
  const out: HeartPoint[] = [];
  const at = (i: number): HeartPoint => points[clamp(i, 0, points.length - 1)] as HeartPoint;
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let j = 0; j < perSpan; j++) {
      const t = j / perSpan;
      const f = (m: 0 | 1 | 2): number =>
        b[m] + 0.5 * t * (c[m] - a[m] + t * (2 * a[m] - 5 * b[m] + 4 * c[m] - d[m] + t * (3 * (b[m] - c[m]) + d[m] - a[m])));
      out.push([f(0), f(1), f(2)]);
    }
  }
  out.push(at(points.length - 1));
  return out;
}

const restPlace = (heart: Heart, p: HeartPoint): Vec3 => place(heart, p[0], p[1], p[2], 0);

/** Equal steps of arc length along a dense path. */
function resample(heart: Heart, dense: readonly HeartPoint[]): HeartPoint[] {
  const out: HeartPoint[] = [dense[0] as HeartPoint];
  let left = STEP;
  for (let i = 1; i < dense.length; i++) {
    const a = dense[i - 1] as HeartPoint;
    const b = dense[i] as HeartPoint;
    const span = length(sub(restPlace(heart, b), restPlace(heart, a)));
    let gone = 0;
    while (span - gone >= left) {
      gone += left;
      const f = gone / span;
      out.push([mix(a[0], b[0], f), mix(a[1], b[1], f), mix(a[2], b[2], f)]);
      left = STEP;
    }
    left -= span - gone;
  }
  return out;
}

/** Wander of amplitude 1.7 mm at 24 mm and 0.42 at 9.5 (small vessels 1.0 at 9, 0.5 at 4), faded in. */
function wandered(heart: Heart, points: readonly HeartPoint[], seed: number, small: boolean, factor: number, pinEnd: boolean): HeartPoint[] {
  const noises = [0, 1, 2].map((i) => [lineNoise(seed + 11 * i), lineNoise(seed + 11 * i + 5)] as const);
  const [big, bigWave, fine, fineWave] = small ? [1, 9, 0.5, 4] : [1.7, 24, 0.42, 9.5];
  const total = (points.length - 1) * STEP;
  return points.map(([s, phi, k], i) => {
    const a = i * STEP;
    const fade = smoothstep(0, small ? 2 : 9, a) * (pinEnd ? smoothstep(0, 6, total - a) : 1) * factor;
    const [ds, dp, dk] = noises.map(([slow, quick]) => fade * (big * slow(a / bigWave) + fine * quick(a / fineWave))) as [number, number, number];
    const radius = Math.max(9, wallRadius(heart, s, phi) * Math.max(0.25, k));
    return [s + ds, phi + ((dp / radius) * 180) / Math.PI, k + (0.35 * dk) / wallRadius(heart, s, phi)];
  });
}

export function diameterAt(table: readonly (readonly [number, number])[], share: number): number {
  for (let i = 1; i < table.length; i++) {
    const [from, a] = table[i - 1] as readonly [number, number];
    const [to, b] = table[i] as readonly [number, number];
    if (share <= to) return mix(a, b, clamp((share - from) / (to - from), 0, 1));
  }
  return (table[table.length - 1] as readonly [number, number])[1];
}

/** A branch from equally spaced heart points and a radius for each. */
export function branchOf(heart: Heart, row: Pick<BranchRow, 'name' | 'segment' | 'kind'>, origin: Origin, points: readonly HeartPoint[], radius: (share: number, arc: number) => number): Branch {
  const n = points.length;
  const make = (): Float32Array => new Float32Array(n);
  const b: Branch = {
    name: row.name, segment: row.segment, kind: row.kind, ...origin, n,
    s: make(), phi: make(), k: make(), arc: make(), radius: make(), healthy: make(), path: new Float32Array(9 * n),
  };
  points.forEach((p, i) => {
    b.s[i] = p[0];
    b.phi[i] = p[1];
    b.k[i] = p[2];
    b.arc[i] = i * STEP;
    b.radius[i] = b.healthy[i] = radius(i / Math.max(1, n - 1), i * STEP);
    const [rest, half, full] = [0, 0.5, 1].map((c) => place(heart, p[0], p[1], p[2], c)) as [Vec3, Vec3, Vec3];
    for (let m = 0; m < 3; m++) {
      const [p0, p1, p2] = [rest[m] as number, half[m] as number, full[m] as number];
      b.path[9 * i + m] = p0;
      b.path[9 * i + 3 + m] = 4 * p1 - 3 * p0 - p2;
      b.path[9 * i + 6 + m] = 2 * (p2 + p0) - 4 * p1;
    }
  });
  return b;
}

export type Build = { heart: Heart; seed: number; tortuosity: number; calibre: number; diffuse: number };

/** A named branch from its row: spline, wander, calibre with ±5 % (healthy) to ±12 % (diffuse) noise. */
export function branchFromRow(build: Build, row: BranchRow, origin: Origin, landing?: HeartPoint): Branch {
  const { heart, seed } = build;
  const control = row.points.map((p: ControlPoint): HeartPoint => [p[0], p[1], p[2] ?? 1.02]);
  if (origin.parent) control.unshift(pointOf(origin.parent, origin.parentAt));
  if (landing) control.push(landing);
  const small = row.kind === 'septal' || row.kind === 'collateral';
  const even = resample(heart, catmullRom(control, 24));
  const points = wandered(heart, even, seed, small, row.wander * build.tortuosity, landing !== undefined);
  const [slow, quick] = [lineNoise(seed + 71), lineNoise(seed + 72)];
  const amplitude = mix(0.05, 0.12, build.diffuse);
  return branchOf(heart, row, origin, points, (share, arc) => {
    const dents = build.diffuse * 0.25 * slow(arc / 10 + 40) ** 2;
    return (diameterAt(row.diameters, share) / 2) * build.calibre * (1 + 0.5 * amplitude * (slow(arc / 12) + quick(arc / 5))) * (1 - dents);
  });
}

/** Rest position of a sample, mm. */
export const restPoint = (b: Branch, i: number): Vec3 => [b.path[9 * i] as number, b.path[9 * i + 1] as number, b.path[9 * i + 2] as number];
