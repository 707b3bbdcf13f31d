import type { Branch } from './branch.ts';
import { lineNoise } from './random.ts';
import { clamp, smoothstep } from './vector.ts';

/** Below this no lumen is drawn, mm. */
const FLOOR_RADIUS = 0.12;

export type Narrowing = {
  centre: number;
  length: number;
  /** Diameter stenosis 0…1. */
  degree: number;
  shoulderProximal?: number;
  shoulderDistal?: number;
  /** One limb of a bifurcation in a vessel that goes on: the part before or behind the centre alone. */
  only?: 'before' | 'behind';
  seed: number;
};

/** Multiplies the calibre round `centre` (arc length in mm) by a narrowing with long shoulders. */
export function narrow(b: Branch, lesion: Narrowing, eccentric: readonly [number, number, number] | null): void {
  const rough = lineNoise(lesion.seed);
  for (let i = 0; i < b.n; i++) {
    const u = ((b.arc[i] as number) - lesion.centre) / (lesion.length / 2);
    if (u < -1 || u > 2 || (lesion.only === 'before' && u > 0) || (lesion.only === 'behind' && u <= 0)) continue;
    const sh = u < 0 ? (lesion.shoulderProximal ?? 0.95) : (lesion.shoulderDistal ?? 0.76);
    const depth = lesion.degree * 0.5 * (1 - Math.cos(Math.PI * clamp((1 - Math.abs(u)) / sh, 0, 1)));
    const bulge = u > 1 ? 0.07 * Math.sin(Math.PI * (u - 1)) : 0;
    const before = b.radius[i] as number;
    const noise = 1 + 0.08 * rough((b.arc[i] as number) / 1.6) * Math.min(1, depth * 3);
    b.radius[i] = Math.max(FLOOR_RADIUS, before * (1 - depth + bulge) * noise);
    if (!eccentric) continue;
    const shift = 0.7 * Math.max(0, before - (b.radius[i] as number));
    for (let m = 0; m < 3; m++) b.path[9 * i + m] = (b.path[9 * i + m] as number) + shift * (eccentric[m] as number);
  }
}

/** An ectatic piece: `factor` times as wide, with long shoulders. */
export function widen(b: Branch, centre: number, length: number, factor: number): void {
  for (let i = 0; i < b.n; i++) {
    const u = Math.abs((b.arc[i] as number) - centre) / (length / 2);
    if (u < 1) b.radius[i] = (b.radius[i] as number) * (1 + (factor - 1) * smoothstep(1, 0.45, u));
  }
}

/** Radius 0 from a1 to a2 (mm of arc), a blunt or tapered stump before and a tapered cap after. */
export function occlude(b: Branch, a1: number, a2: number, blunt: boolean): void {
  for (let i = 0; i < b.n; i++) {
    const a = b.arc[i] as number;
    const r = b.radius[i] as number;
    if (a < a1) {
      const left = a1 - a;
      b.radius[i] = blunt ? r * Math.sqrt(Math.min(1, left)) : r * Math.min(1, (left / 6) ** 0.7);
    } else if (a <= a2) {
      b.radius[i] = 0;
    } else {
      b.radius[i] = r * (0.25 + 0.75 * smoothstep(a2, a2 + 5, a));
    }
  }
}
