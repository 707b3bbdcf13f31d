/** Speeds a viewer can choose, as multiples of the acquisition rate. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

/** How long a frame stays that has no next one to tell it. */
const LAST_STEP_MS = 1000 / 15;

/** Length of one round: the last frame stays as long as the one before it. */
export function roundMs(timesMs: readonly number[]): number {
  const last = timesMs.at(-1) ?? 0;
  const before = timesMs.at(-2);
  return last + (before === undefined ? LAST_STEP_MS : last - before);
}

/** The frame shown at a place in the round, by the true frame times. `placeMs` is within 0 and `roundMs`. */
export function frameAtPlace(timesMs: readonly number[], placeMs: number): number {
  let low = 0;
  let high = timesMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timesMs[middle] as number) <= placeMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the round stands after `elapsedMs` more of the wall clock; rounds follow one another without a gap. */
export function advance(placeMs: number, elapsedMs: number, speed: number, timesMs: readonly number[]): number {
  const round = roundMs(timesMs);
  return round > 0 ? (placeMs + elapsedMs * speed) % round : 0;
}

/** `frame` brought into the run, going round at its ends. */
export function wrapFrame(frame: number, frames: number): number {
  return ((Math.round(frame) % frames) + frames) % frames;
}

/** Frames a second of the acquisition, for the label. */
export function acquisitionRate(timesMs: readonly number[]): number {
  const last = timesMs.at(-1) ?? 0;
  return timesMs.length < 2 || last <= 0 ? 0 : ((timesMs.length - 1) * 1000) / last;
}
