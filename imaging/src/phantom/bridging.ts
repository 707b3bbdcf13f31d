import { branchOf, pointOf, STEP, type Branch, type HeartPoint } from './branch.ts';
import { retrograde, type Filling, type Fillings } from './flow.ts';
import { wallRadius, type Heart } from './heart.ts';
import type { Block } from './lesions.ts';
import { random } from './random.ts';
import { mix } from './vector.ts';

const CHANNEL_SPEED = 45;
const BEYOND_SPEED = 60;
const STRENGTH = 0.42;

/** One corkscrew of 0.3–0.5 mm beside the closed piece. */
function corkscrew(heart: Heart, { branch, from, to }: Block, seed: number, n: number): Branch {
  const r = random(seed, `bridge ${branch.name} ${n}`);
  const [a, b] = [pointOf(branch, from), pointOf(branch, to)];
  const [side, away, turn] = [n % 2 ? 1 : -1, r.between(1.6, 3.6), r.between(3.4, 5.2)];
  const phase = r.between(0, 6);
  const steps = Math.max(8, Math.round(1.5 * (to - from)));
  const points = Array.from({ length: steps + 1 }, (_, i): HeartPoint => {
    const f = i / steps;
    const swell = Math.sin(Math.PI * f) ** 0.6;
    const radius = Math.max(12, wallRadius(heart, mix(a[0], b[0], f), mix(a[1], b[1], f)));
    const wave = (f * (to - from) * STEP) / turn;
    const lateral = swell * (side * away + 1.1 * Math.sin(2 * Math.PI * wave + phase));
    return [mix(a[0], b[0], f) + swell * 0.9 * Math.cos(2 * Math.PI * wave + phase), mix(a[1], b[1], f) + (lateral / radius) * 57.3, mix(a[2], b[2], f) + (swell * 0.8 * Math.cos(2 * Math.PI * wave)) / radius];
  });
  const bore = r.between(0.15, 0.24);
  return branchOf(heart, { name: `bridge ${n}`, segment: 'collateral', kind: 'collateral' }, { parent: branch, parentAt: from }, points, () => bore);
}

/** Bridging collaterals past an occlusion, and what fills behind it through them: thin, late and pale. Adds to `fillings`. */
export function bridge(heart: Heart, branches: readonly Branch[], fillings: Fillings, block: Block, seed: number): Branch[] {
  const above = fillings.get(block.branch)?.arrival[block.from] ?? Infinity;
  if (above === Infinity) return [];
  const count = 2 + Math.floor(3 * random(seed, `bridges ${block.branch.name}`).next());
  const channels = Array.from({ length: count }, (_, n) => corkscrew(heart, block, seed, n));
  for (const c of channels) fillings.set(c, { arrival: Float32Array.from(c.arc, (a) => above + a / CHANNEL_SPEED), strength: new Float32Array(c.n).fill(0.75) });
  const first = channels[0] as Branch;
  const landing = { branch: block.branch, sample: block.to, t: above + (first.n * STEP) / CHANNEL_SPEED };
  for (const [b, late] of retrograde(branches, [landing], BEYOND_SPEED, STRENGTH, () => true)) fillings.set(b, sooner(fillings.get(b), late));
  return channels;
}

/** Sample by sample whichever comes first. */
function sooner(known: Filling | undefined, late: Filling): Filling {
  if (!known) return late;
  const wins = (i: number): boolean => (late.arrival[i] as number) < (known.arrival[i] as number);
  return { arrival: known.arrival.map((a, i) => (wins(i) ? (late.arrival[i] as number) : a)), strength: known.strength.map((s, i) => (wins(i) ? (late.strength[i] as number) : s)) };
}
