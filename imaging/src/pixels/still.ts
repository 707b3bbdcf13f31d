import { type Plane, reducedTo } from './plane.ts';
import { blackTopHat } from './top-hat.ts';

/** Pictures are searched at about this height, where a 7-pixel square is as wide as a proximal coronary. */
const SEARCH_ROWS = 128;

/**
 * How much filled vessel a frame shows: the energy of dark strokes beyond the frame's own median stroke strength (noise).
 * Only differences within one run mean anything.
 */
export function vesselEnergy(plane: Plane): number {
  const strokes = blackTopHat(reducedTo(plane, SEARCH_ROWS)).data;
  const counts = new Uint32Array(256);
  for (const value of strokes) counts[value] = (counts[value] as number) + 1;
  let median = 0;
  for (let seen = counts[0] as number; seen < strokes.length / 2; seen += counts[median] as number) median++;
  let energy = 0;
  for (let value = 3 * median + 3; value < 256; value++) energy += (value - 3 * median) * (counts[value] as number);
  return energy;
}

/** The frame with the most vessel contrast, its neighbours counted half; the middle frame when no frame stands out. */
export function stillIndex(energies: readonly number[]): number {
  const at = (index: number): number => energies[Math.min(energies.length - 1, Math.max(0, index))] ?? 0;
  let best = energies.length >> 1;
  let most = at(best - 1) / 2 + at(best) + at(best + 1) / 2;
  for (let index = 0; index < energies.length; index++) {
    const sum = at(index - 1) / 2 + at(index) + at(index + 1) / 2;
    if (sum > most) {
      most = sum;
      best = index;
    }
  }
  return best;
}
