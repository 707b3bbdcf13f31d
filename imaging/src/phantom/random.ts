/**
 * Seeded randomness, one independent stream per stage ("tree", "anatomy", "noise" …), so that a change
 * in one stage (a new lesion) leaves every other stage (the background) bit for bit as it was.
 */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Standard normal. */
  gauss(): number;
};

function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Avalanche of one 32-bit integer (the "lowbias32" constants). */
export function hash32(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The seed of a named stage under a run's or patient's seed. */
export const stageSeed = (seed: number, stage: string): number => hash32(hash32(seed) ^ hashText(stage));

/** A mulberry32 stream for one stage. */
export function random(seed: number, stage: string): Random {
  let state = stageSeed(seed, stage);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    gauss: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Value noise on a line: smooth, in [−1, 1], one independent value a unit of x. */
export function lineNoise(seed: number): (x: number) => number {
  const at = (i: number): number => hash32(seed + Math.imul(i, 0x9e3779b1)) / 2147483648 - 1;
  return (x) => {
    const i = Math.floor(x);
    const f = x - i;
    const w = f * f * (3 - 2 * f);
    return at(i) * (1 - w) + at(i + 1) * w;
  };
}
