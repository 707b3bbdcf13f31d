import { branchOf, pointOf, STEP, type Branch, type HeartPoint } from './branch.ts';
import { wallRadius, type Heart } from './heart.ts';
import { lineNoise, stageSeed, type Random } from './random.ts';
import { clamp, mix, radians } from './vector.ts';

/** Heading of a branch at a sample in the epicardial surface, as an angle between +s and +φ. */
function headingAt(heart: Heart, b: Branch, i: number): number {
  const from = Math.max(0, i - 2);
  const to = Math.min(b.n - 1, i + 2);
  const s = b.s[i] as number;
  const r = wallRadius(heart, s, b.phi[i] as number) * (b.k[i] as number);
  return Math.atan2(radians((b.phi[to] as number) - (b.phi[from] as number)) * r, (b.s[to] as number) - (b.s[from] as number));
}

type Walk = { heading: number; bend: (a: number) => number; dive: number; mm: number };

/** A random walk of about ±20° each 4 mm that bends back to its first heading. */
function walk(heart: Heart, from: HeartPoint, w: Walk): HeartPoint[] {
  const out: HeartPoint[] = [from];
  let [s, phi, k] = from;
  for (let a = STEP; a <= w.mm; a += STEP) {
    const heading = w.heading + radians(24) * w.bend(a / 4) * Math.min(1, a / 2) + radians(12) * w.bend(31 + a / 1.9);
    const r = Math.max(7, wallRadius(heart, s, phi) * Math.max(0.3, k));
    s += Math.cos(heading) * STEP;
    phi += ((Math.sin(heading) * STEP) / r) * (180 / Math.PI);
    k = clamp(k + (w.dive * STEP) / wallRadius(heart, s, phi) + (1.02 - k) * (w.dive === 0 ? 0.03 : 0), 0.06, 1.06);
    if (s > 88) break;
    out.push([s, phi, k]);
  }
  return out;
}

type TwigPlan = { heart: Heart; seed: number; r: Random };

function oneTwig(plan: TwigPlan, parent: Branch, i: number, side: number, depth: number, index: number): Branch | null {
  const { heart, r } = plan;
  const d = clamp(2 * (parent.healthy[i] as number) * r.between(0.28, 0.53), 0.32, 1.15);
  const mm = depth ? r.between(6, 15) : r.between(9, 29) * Math.min(1, d / 2 + 0.3) * 1.25;
  const leaving = radians(r.between(35, 75));
  const septal = parent.kind === 'septal';
  const dive = septal ? r.between(-0.6, 0.45) : 0;
  const heading = headingAt(heart, parent, i) + side * leaving;
  const bend = lineNoise(stageSeed(plan.seed, `${parent.name}/${index}/${depth}`));
  const points = walk(heart, pointOf(parent, i), { heading, bend, dive, mm });
  if (points.length < 5) return null;
  const name = `${parent.name}.${index}`;
  return branchOf(heart, { name, segment: parent.segment, kind: 'twig' }, { parent, parentAt: i }, points, (share) =>
    Math.max(0.13, (d / 2) * mix(1, 0.4, share)),
  );
}

/** The unnamed small branches of a vessel: alternating sides, every 6–14 mm, one level of sub-twigs. */
export function growTwigs(plan: TwigPlan, parent: Branch, depth = 0): Branch[] {
  const { r } = plan;
  const out: Branch[] = [];
  const total = parent.arc[parent.n - 1] as number;
  let side = r.chance(0.5) ? 1 : -1;
  const first = depth ? 3 : 4 + 0.1 * total;
  const rate = depth ? 0.7 : parent.kind === 'septal' ? 0.75 : 1;
  for (let a = first + r.between(0, 5); a < total - 3; a += r.between(6, 14) * rate) {
    const i = Math.round(a / STEP);
    if (r.chance(0.65)) side = -side;
    const twig = oneTwig(plan, parent, i, side, depth, out.length);
    if (!twig) continue;
    out.push(twig);
    if (depth === 0 && (twig.healthy[0] as number) > 0.24) out.push(...growTwigs(plan, twig, 1));
  }
  return out;
}
