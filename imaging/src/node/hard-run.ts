import { random } from '../phantom/random.ts';
import { renderRun } from '../phantom/run.ts';
import type { Lesion } from '../phantom/lesions.ts';
import type { Plane } from '../pixels/plane.ts';
import { type Painter, clips, electrodes, markers, pacemaker, sternalWires } from './hard-objects.ts';

/** A clean run of the phantom with what is easily taken for writing. Seeds from 5,000 on are for training, below for tests. */
export type HardRun = { readonly frames: Plane[]; readonly holds: string };

const SIDE = 512;
const VIEWS = [[-25, -25], [45, -30], [0, 36], [-30, 25], [40, 25], [40, 0], [20, 25], [-30, 0]] as const;

export function hardRun(seed: number, count: number): HardRun {
  const r = random(seed, 'hard run');
  const right = r.chance(0.35);
  const [primary, secondary] = VIEWS[(seed % 8) as 0] ?? VIEWS[0];
  const aorta = seed % 6 === 5;
  const lesions: Lesion[] = aorta ? [] : [{ segments: [right ? '2' : '6'], stenosisPct: r.between(20, 95), calcification: 'heavy', inStent: r.chance(0.5), at: 0.5, lengthMm: 20 }];
  const rendered = renderRun({
    seed, run: 1, size: SIDE, frames: count, frameMs: 100, system: aorta ? 'AO' : right ? 'RCA' : 'LCA', projection: { primary, secondary }, dominance: 'right', lesions,
    patient: { sex: 'male', sternalWires: seed % 3 === 0, girth: r.between(0.88, 1.1), diffuse: 0.3, heartRate: r.between(55, 105), bicuspidCalcifiedValve: aorta },
    style: seed % 4 === 3 ? 'LIN' : 'log', quanta: r.between(1500, 5200), french: r.chance(0.5) ? 6 : 7,
    ...(r.chance(0.5) && !aorta ? { wire: { branch: right ? 'RCA' : 'LAD', to: 0.7 } } : {}),
  });
  const kinds = { clips, pacemaker, electrodes, markers, sternalWires };
  const chosen = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((_, n) => (seed + n) % 3 === 0 || r.chance(0.25));
  const painters = chosen.map((kind) => kinds[kind](SIDE, r));
  const field = fieldOf(seed, r);
  const [sway, rate, noise] = [r.between(2, 9), r.between(0.35, 0.6), r.between(0, 5)];
  const grain = random(seed, 'grain');
  const frames = rendered.frames.map((data, t) => {
    const light = lightThrough(painters, sway * Math.sin(rate * t), sway * Math.cos(rate * t));
    const out = new Uint8Array(SIDE * SIDE);
    for (let at = 0; at < out.length; at++) {
      // A detector's own noise passes through whatever stands before it; behind the blades there is little.
      const value = (data[at] as number) * (light[at] as number) * field.open(at % SIDE, Math.floor(at / SIDE)) + noise * grain.gauss();
      out[at] = Math.min(255, Math.max(0, Math.round(value)));
    }
    return { data: out, width: SIDE, height: SIDE };
  });
  return { frames, holds: [...chosen, field.name].join(', ') };
}

function lightThrough(painters: readonly Painter[], dx: number, dy: number): Float32Array {
  const data = new Float32Array(SIDE * SIDE).fill(1);
  for (const paint of painters) paint({ data, side: SIDE }, dx, dy);
  return data;
}

/** Collimation: none, blades with a hard or a soft edge, or a round field. */
function fieldOf(seed: number, r: ReturnType<typeof random>): { name: string; open: (x: number, y: number) => number } {
  const [left, top, right, bottom] = [r.between(15, 90), r.between(15, 90), SIDE - r.between(15, 90), SIDE - r.between(15, 90)];
  const [round, leak] = [r.between(0.46, 0.52) * SIDE, r.between(0, 0.15)];
  const ramp = (inside: number, soft: number): number => leak + (1 - leak) * Math.min(1, Math.max(0, inside / soft));
  const blades = (x: number, y: number): number => Math.min(x - left, right - x, y - top, bottom - y);
  if (seed % 5 === 1) return { name: 'hard blades', open: (x, y) => ramp(blades(x, y), 1) };
  if (seed % 5 === 2) return { name: 'soft blades', open: (x, y) => ramp(blades(x, y), 14) };
  if (seed % 5 === 3) return { name: 'round field', open: (x, y) => ramp(round - Math.hypot(x - SIDE / 2, y - SIDE / 2), 2) };
  return { name: 'open field', open: () => 1 };
}
