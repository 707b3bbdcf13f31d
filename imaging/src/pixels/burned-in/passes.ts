import { type Plane, evenly, medianOf } from '../plane.ts';
import { foretold } from '../foretold.ts';
import { medianOfFive } from './median-of-five.ts';
import type { Search } from './find.ts';

/** Frames that the static pass looks at. */
const STATIC_SAMPLES = 15;
/** Below this many frames nothing can be told from motion. */
export const STATIC_LEAST = 12;

/** What stands still in the whole run: the median of 15 frames, and twice the mean distance from it. */
export function staticSearch(frames: readonly Plane[]): Search {
  const sample = evenly(frames.length, STATIC_SAMPLES).map((index) => frames[index] as Plane);
  const image = medianOf(sample);
  const sums = new Uint16Array(image.data.length);
  for (const { data } of sample) {
    for (let at = 0; at < sums.length; at++) {
      sums[at] = (sums[at] as number) + Math.abs((data[at] as number) - (image.data[at] as number));
    }
  }
  const activity = new Uint8Array(sums.length);
  for (let at = 0; at < sums.length; at++) activity[at] = Math.min(255, Math.round((2 * (sums[at] as number)) / sample.length));
  return { image, activity: { ...image, data: activity }, least: 5, reach: 4, smooth: false };
}

/** What stands in the five frames around `centre` (2 … N − 3) and not in `ground`, the median of the run: writing of a few frames. */
export function runSearch(frames: readonly Plane[], centre: number, ground: Plane): Search {
  const five = [-2, -1, 0, 1, 2].map((by) => (frames[centre + by] as Plane).data) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const { median, activity } = medianOfFive(five);
  const image = new Uint8Array(median.length);
  for (let at = 0; at < image.length; at++) image[at] = Math.min(255, Math.max(0, 128 + (median[at] as number) - (ground.data[at] as number)));
  return { image: { ...ground, data: image }, activity: { ...ground, data: activity }, least: 5, reach: 3, smooth: true };
}

/** What one frame holds and its neighbours do not. Needs five frames or more. */
export function frameSearch(frames: readonly Plane[], index: number): Search {
  const frame = frames[index] as Plane;
  const { image, spread } = foretold(frames, index);
  return { image: { ...frame, data: image }, activity: { ...frame, data: spread }, least: 5, reach: 2.8, smooth: true };
}

/** A picture without neighbours in time. */
export function imageSearch(image: Plane): Search {
  return { image, activity: null, least: 6, reach: 3.5, smooth: true };
}
