import { type Plane, evenly, medianOf } from '../plane.ts';
import { foretold } from '../foretold.ts';
import { type Known, knownOf } from './known.ts';
import { medianOfFive } from './median-of-five.ts';
import { type Search, levelCount } from './find.ts';

/** Frames that the static pass looks at. */
const STATIC_SAMPLES = 15;
/** Below this many frames nothing can be told from motion. */
export const STATIC_LEAST = 12;
/** Frames, and windows, that say what a place is used to. */
const FRAME_SAMPLES = 15;
const RUN_SAMPLES = 9;

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
  return { image, activity: { ...image, data: activity }, known: [], least: 5, reach: 4, smooth: false };
}

/** Searches of a run for writing of a few frames, around `centre` (2 … N − 3), that is not in `ground`, the median of the run. */
export function runSearches(frames: readonly Plane[], ground: Plane): (centre: number) => Search {
  const windows = (): Plane[] => evenly(frames.length - 4, RUN_SAMPLES).map((index) => windowOf(frames, index + 2, ground).image);
  let known: Known[] | null = null;
  return (centre) => {
    known ??= knownOf(windows(), ground, levelCount(ground.height));
    return { ...windowOf(frames, centre, ground), known, least: 5, reach: 3, smooth: true };
  };
}

function windowOf(frames: readonly Plane[], centre: number, ground: Plane): { image: Plane; activity: Plane } {
  const five = [-2, -1, 0, 1, 2].map((by) => (frames[centre + by] as Plane).data) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const { median, activity } = medianOfFive(five);
  return { image: lessGround(median, ground), activity: { ...ground, data: activity } };
}

/** Searches of a run for what one frame holds and its neighbours do not. Needs five frames or more. */
export function frameSearches(frames: readonly Plane[], ground: Plane): (index: number) => Search {
  const residuals = evenly(frames.length, FRAME_SAMPLES).map((index): Plane => ({ ...ground, data: foretold(frames, index).image }));
  const known = knownOf(residuals, ground, levelCount(ground.height));
  return (index) => {
    const { image, spread } = foretold(frames, index);
    return { image: { ...ground, data: image }, activity: { ...ground, data: spread }, known, least: 5, reach: 2.8, smooth: true };
  };
}

/** A picture without neighbours in time. */
export function imageSearch(image: Plane): Search {
  return { image, activity: null, known: [], least: 6, reach: 3.5, smooth: true };
}

/** 128 where the picture is as the ground. */
function lessGround(picture: Uint8Array<ArrayBuffer>, ground: Plane): Plane {
  const data = new Uint8Array(picture.length);
  for (let at = 0; at < data.length; at++) data[at] = Math.min(255, Math.max(0, 128 + (picture[at] as number) - (ground.data[at] as number)));
  return { ...ground, data };
}
