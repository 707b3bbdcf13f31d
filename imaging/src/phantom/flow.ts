import { STEP, type Branch } from './branch.ts';
import type { Block, Slowing } from './lesions.ts';
import { lineNoise } from './random.ts';
import { contraction, phaseAt, type Rhythm } from './rhythm.ts';
import type { System } from './tree.ts';
import { clamp, mix, smoothstep } from './vector.ts';

/** When and how strongly contrast reaches each sample of a branch: arrival in s after the injection starts. */
export type Filling = { arrival: Float32Array; strength: Float32Array };
export type Fillings = Map<Branch, Filling>;

/** Speeds in mm/s that give the published frame counts (Gibson 1996, 10.1161/01.CIR.93.5.879). */
const ENTRY_SPEED: Record<System, number> = { LCA: 150, RCA: 202 };

function speedAt(b: Branch, i: number, entry: number, slowed: number): number {
  const r = b.healthy[i] as number;
  return entry * clamp(r / 1.6, 0.12, 1.1) ** 0.35 * (b.kind === 'twig' ? 0.55 : 1) * slowed;
}

/** Antegrade filling from the ostium; nothing passes a block, and flow is slower beyond a slowing. */
export function antegrade(branches: readonly Branch[], system: System, blocks: readonly Block[], slowings: readonly Slowing[]): Fillings {
  const out: Fillings = new Map();
  const slow = new Map<Branch, number>();
  for (const b of branches) {
    const arrival = new Float32Array(b.n);
    const strength = new Float32Array(b.n).fill(1);
    const above = b.parent ? out.get(b.parent) : undefined;
    const stop = blocks.find((x) => x.branch === b)?.from ?? Infinity;
    const own = slowings.find((x) => x.branch === b);
    const inherited = slowings.find((x) => x.branch === b.parent && b.parentAt >= x.from)?.factor ?? (b.parent ? slow.get(b.parent) : 1) ?? 1;
    slow.set(b, inherited);
    let t = b.parent ? (above?.arrival[b.parentAt] ?? Infinity) : 0;
    for (let i = 0; i < b.n; i++) {
      if (i > 0) t += STEP / speedAt(b, i, ENTRY_SPEED[system], inherited * (own && i >= own.from ? own.factor : 1));
      arrival[i] = i >= stop ? Infinity : t;
    }
    out.set(b, { arrival, strength });
  }
  return out;
}

type Step = { branch: Branch; sample: number; t: number };

/**
 * Filling of a recipient tree from a landing point: along the branch both ways, into every child, and up to
 * the parent; never through a closed lumen. `reach` says into which branches it may go.
 */
export function retrograde(branches: readonly Branch[], landings: readonly Step[], speed: number, strength: number, reach: (b: Branch) => boolean): Fillings {
  const out: Fillings = new Map();
  const queue = [...landings];
  const fill = (b: Branch): Filling => {
    const known = out.get(b);
    if (known) return known;
    const made = { arrival: new Float32Array(b.n).fill(Infinity), strength: new Float32Array(b.n).fill(strength) };
    out.set(b, made);
    return made;
  };
  while (queue.length > 0) {
    const { branch, sample, t } = queue.shift() as Step;
    if (!reach(branch)) continue;
    const { arrival } = fill(branch);
    const before = Float32Array.from(arrival);
    for (const way of [1, -1]) {
      let at = t;
      for (let i = sample; i >= 0 && i < branch.n && (branch.radius[i] as number) > 0; i += way) {
        if (at < (arrival[i] as number) || i === sample) arrival[i] = Math.min(at, arrival[i] as number);
        else break;
        at += STEP / (branch.kind === 'twig' ? speed * 0.6 : speed);
      }
    }
    const better = (i: number): boolean => (arrival[i] as number) < (before[i] as number) - 1e-6;
    if (branch.parent && better(0)) queue.push({ branch: branch.parent, sample: branch.parentAt, t: arrival[0] as number });
    for (const child of branches) {
      if (child.parent === branch && better(child.parentAt)) queue.push({ branch: child, sample: 0, t: arrival[child.parentAt] as number });
    }
  }
  return out;
}

export type Injection = { start: number; duration: number; strength: number };

/** Concentration 0…1 of undiluted contrast at a sample and time; t runs slower in systole on the left side. */
export type Wash = (arrival: number, arc: number, t: number) => number;

/** Flow time: ∫ speed dt, with speed × 0.5 in systole and × 1.3 in diastole for the left system. */
export function flowClock(rhythm: Rhythm, system: System, seconds: number): (t: number) => number {
  if (system === 'RCA') return (t) => t;
  const dt = 0.01;
  const table = new Float64Array(Math.ceil(seconds / dt) + 2);
  for (let i = 1; i < table.length; i++) {
    const p = phaseAt(rhythm, i * dt);
    const rate = mix(1.3, 0.5, p < 0.4 ? Math.min(1, contraction(p) * 2) : 0);
    table[i] = (table[i - 1] as number) + dt * rate;
  }
  return (t) => {
    const x = clamp(t / dt, 0, table.length - 2);
    const i = Math.floor(x);
    return mix(table[i] as number, table[i + 1] as number, x - i);
  };
}

export function makeWash(injection: Injection, clock: (t: number) => number, rhythm: Rhythm, seed: number): Wash {
  const [broad, fine] = [lineNoise(seed), lineNoise(seed + 9)];
  return (arrival, arc, t) => {
    if (arrival === Infinity) return 0;
    const a = clock(t) - clock(injection.start) - arrival;
    const front = 0.1 + 0.1 * arrival;
    if (a < -0.6 * front) return 0;
    let c = smoothstep(-0.6 * front, front, a) * mix(0.82, 1, clamp(a / 0.8, 0, 1));
    if (a > injection.duration) c *= Math.exp(-(a - injection.duration) / (0.75 * (1 + 0.25 * arrival)));
    if (c < 0.003) return 0;
    const dilution = 0.9 + 0.1 * contraction(phaseAt(rhythm, t));
    return injection.strength * c * dilution * (1 + 0.07 * broad(arc / 6 - 2.2 * t) + 0.05 * fine(arc / 2.3 - 3.1 * t));
  };
}
