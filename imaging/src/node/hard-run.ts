import { random } from '../phantom/random.ts';
import { renderRun } from '../phantom/run.ts';
import type { Lesion } from '../phantom/lesions.ts';
import type { Plane } from '../pixels/plane.ts';
import { lossyCopy } from './lossy-copy.ts';
import { type Painter, clips, electrodes, markers, pacemaker, puffs, sternalWires, tangle } from './hard-objects.ts';

/** A clean run of the phantom with what is easily taken for writing. Seeds from 5,000 on are for training, below for tests. */
export type HardRun = {
  readonly frames: Plane[];
  readonly holds: string;
  /** What the pictures went through as JPEG, 1–100, as films from a picture archive often did; null for the other half. */
  readonly quality: number | null;
};

const VIEWS = [[-25, -25], [45, -30], [0, 36], [-30, 25], [40, 25], [40, 0], [20, 25], [-30, 0]] as const;

export function hardRun(seed: number, count: number, side = 512): HardRun {
  const r = random(seed, 'hard run');
  const right = r.chance(0.35);
  const [primary, secondary] = VIEWS[(seed % 8) as 0] ?? VIEWS[0];
  const aorta = seed % 6 === 5;
  const lesions: Lesion[] = aorta ? [] : [{ segments: [right ? '2' : '6'], stenosisPct: r.between(20, 95), calcification: 'heavy', inStent: r.chance(0.5), at: 0.5, lengthMm: 20 }];
  const rendered = renderRun({
    seed, run: 1, size: side, frames: count, frameMs: 100, system: aorta ? 'AO' : right ? 'RCA' : 'LCA', projection: { primary, secondary }, dominance: 'right', lesions,
    patient: { sex: 'male', sternalWires: seed % 3 === 0, girth: r.between(0.88, 1.1), diffuse: 0.3, heartRate: r.between(55, 105), bicuspidCalcifiedValve: aorta },
    style: seed % 4 === 3 ? 'LIN' : 'log', quanta: r.between(1500, 5200), french: r.chance(0.5) ? 6 : 7,
    ...(r.chance(0.5) && !aorta ? { wire: { branch: right ? 'RCA' : 'LAD', to: 0.7 } } : {}),
  });
  const kinds = { clips, pacemaker, electrodes, markers, sternalWires };
  const chosen = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((_, n) => (seed + n) % 3 === 0 || r.chance(0.25));
  const painters = chosen.map((kind) => kinds[kind](side, r));
  const field = fieldOf(seed, r, side);
  const film = random(seed, 'film');
  const quality = film.chance(0.5) ? Math.round(film.between(70, 96)) : null;
  const tangled = film.chance(0.25);
  if (tangled) painters.push(tangle(side, film));
  const start = startOf(film);
  const puffed = film.chance(0.4);
  const [sway, rate, noise] = [r.between(2, 9), r.between(0.35, 0.6), r.between(0, 5)];
  const grain = random(seed, 'grain');
  const frames = rendered.frames.map((data, t) => {
    const light = lightThrough(painters, side, sway * Math.sin(rate * t), sway * Math.cos(rate * t));
    if (puffed) puffs({ data: light, side }, random(seed, `puffs ${t}`));
    const { gain, x, y } = start(t);
    const out = new Uint8Array(side * side);
    for (let at = 0; at < out.length; at++) {
      // A detector's own noise passes through whatever stands before it; behind the blades there is little.
      const open = field.open((at % side) + x, Math.floor(at / side) + y);
      const value = gain * (data[at] as number) * (light[at] as number) * open + (open > 0 ? noise * grain.gauss() : 0);
      out[at] = Math.min(255, Math.max(0, Math.round(value)));
    }
    return { data: out, width: side, height: side };
  });
  return { frames: quality === null ? frames : frames.map((frame) => lossyCopy(frame, quality)), holds: [...chosen, ...(tangled ? ['tangle'] : []), ...(puffed ? ['puffs'] : []), field.name, ...(quality === null ? [] : [`JPEG ${quality}`])].join(', '), quality };
}

/** In the first frames the exposure settles and the blades come to rest: how much brighter a frame is, and how far its field is off. */
function startOf(film: ReturnType<typeof random>): (t: number) => { gain: number; x: number; y: number } {
  const [settles, fast, gain, x, y] = [film.chance(0.6), film.between(0.7, 3), film.between(-0.25, 0.3), film.between(-14, 14), film.between(-14, 14)];
  return (t) => {
    const left = settles ? Math.exp(-t / fast) : 0;
    return { gain: 1 + gain * left, x: x * left, y: y * left };
  };
}

function lightThrough(painters: readonly Painter[], side: number, dx: number, dy: number): Float32Array {
  const data = new Float32Array(side * side).fill(1);
  for (const paint of painters) paint({ data, side }, dx, dy);
  return data;
}

/** Collimation: none, blades with a hard or a soft edge, a round field, or a round one cut by blades in a margin of pure black. */
function fieldOf(seed: number, r: ReturnType<typeof random>, side: number): { name: string; open: (x: number, y: number) => number } {
  const blade = (): number => (r.between(15, 90) * side) / 512;
  const [left, top, right, bottom] = [blade(), blade(), side - blade(), side - blade()];
  const [round, leak] = [r.between(0.46, 0.52) * side, r.between(0, 0.15)];
  const ramp = (inside: number, soft: number): number => leak + (1 - leak) * Math.min(1, Math.max(0, inside / soft));
  const blades = (x: number, y: number): number => Math.min(x - left, right - x, y - top, bottom - y);
  if (seed % 5 === 1) return { name: 'hard blades', open: (x, y) => ramp(blades(x, y), 1) };
  if (seed % 5 === 2) return { name: 'soft blades', open: (x, y) => ramp(blades(x, y), 14) };
  if (seed % 5 === 3) return { name: 'round field', open: (x, y) => ramp(round - Math.hypot(x - side / 2, y - side / 2), 2) };
  const [wide, aside] = [r.between(0.5, 0.62) * side, [left, top, side - right, side - bottom].map((by) => (by < side / 10 ? by / 2 : by))];
  const cut = (x: number, y: number): number => Math.min(x - (aside[0] as number), side - (aside[2] as number) - x, y - (aside[1] as number), side - (aside[3] as number) - y);
  if (seed % 5 === 0) return { name: 'black margin', open: (x, y) => (cut(x, y) > 0 && Math.hypot(x - side / 2, y - side / 2) < wide ? 1 : 0) };
  return { name: 'open field', open: () => 1 };
}
