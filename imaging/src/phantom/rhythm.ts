import { random } from './random.ts';
import { smoothstep } from './vector.ts';

/** The beat of one run: R-wave times in s (the first before 0), and what follows from them. */
export type Rhythm = { readonly rWaves: readonly number[]; readonly breathDepth: number; readonly breathPhase: number };

export type RhythmChoice = { heartRate: number; seconds: number; breathDepthMm: number };

export function makeRhythm(seed: number, choice: RhythmChoice): Rhythm {
  const r = random(seed, 'rhythm');
  const period = 60 / choice.heartRate;
  const rWaves = [-period * r.between(0.05, 0.95)];
  while ((rWaves[rWaves.length - 1] as number) < choice.seconds + period) {
    rWaves.push((rWaves[rWaves.length - 1] as number) + period * r.between(0.97, 1.03));
  }
  return { rWaves, breathDepth: choice.breathDepthMm, breathPhase: r.next() };
}

/** Share of the beat that has gone by at time t, in [0, 1). */
export function phaseAt(rhythm: Rhythm, t: number): number {
  const { rWaves } = rhythm;
  let i = 0;
  while (i + 2 < rWaves.length && (rWaves[i + 1] as number) <= t) i++;
  const from = rWaves[i] as number;
  return Math.min(0.9999, Math.max(0, (t - from) / ((rWaves[i + 1] as number) - from)));
}

/** Contraction 0…1 at a phase; it falls from .84 on by the atrial kick just before the next R wave. */
export function contraction(phase: number): number {
  if (phase < 0.06) return 0;
  if (phase < 0.38) return Math.sin(((Math.PI / 2) * (phase - 0.06)) / 0.32) ** 1.4;
  if (phase < 0.6) return 1 - 0.68 * smoothstep(0.38, 0.6, phase);
  if (phase < 0.84) return 0.32 - 0.04 * smoothstep(0.6, 0.84, phase);
  return 0.28 * (1 - smoothstep(0.84, 0.99, phase));
}

/** How far breathing in has lowered the diaphragm at time t, in mm. */
export const breathAt = (rhythm: Rhythm, t: number): number =>
  rhythm.breathDepth * (0.5 - 0.5 * Math.cos(2 * Math.PI * (t / 4.2 + rhythm.breathPhase)));
