/** Sides of the patches that are looked at, and pairs of frames: enough for a median, cheap for a run of any length. */
const PATCH = 16;
const PAIRS = 6;
/** The median of |a − b| of two independent normal values is 0.954 σ. */
const MEDIAN_OF_DIFFERENCE = 0.954;
/** Detectors that smooth in time make neighbouring frames alike: at a lag of 3 a planted σ of 2.1, 4.1, 5.0, 6.4 read as 2.2, 4.1, 4.9, 6.2, at 1 as three quarters of it. */
const LAG = 3;

export type GreyRun = { readonly frames: readonly Uint8Array[]; readonly width: number; readonly height: number };

/** Noise σ of an 8-bit grey run in grey levels, from differences of frames three apart in the calmer half of the picture; 0 for one frame. */
export function noiseLevel({ frames, width, height }: GreyRun): number {
  const medians: number[] = [];
  const lag = Math.min(LAG, frames.length - 1);
  const step = Math.max(1, Math.floor((frames.length - lag) / PAIRS));
  for (let f = 0; lag > 0 && f + lag < frames.length; f += step) {
    const [a, b] = [frames[f] as Uint8Array, frames[f + lag] as Uint8Array];
    for (let top = 0; top + PATCH <= height; top += PATCH) {
      for (let left = 0; left + PATCH <= width; left += PATCH) {
        const median = medianDifference(a, b, top * width + left, width);
        if (median !== null) medians.push(median);
      }
    }
  }
  medians.sort((x, y) => x - y);
  return (medians[medians.length >> 1] ?? 0) / MEDIAN_OF_DIFFERENCE;
}

/** Median |a − b| of a patch to a fraction of a level; null behind a shutter, where all is black and nothing is measured. */
function medianDifference(a: Uint8Array, b: Uint8Array, at: number, width: number): number | null {
  const counts = new Uint32Array(256);
  let grey = 0;
  for (let y = 0; y < PATCH; y++) {
    for (let i = at + y * width, end = i + PATCH; i < end; i++) {
      const difference = Math.abs((a[i] as number) - (b[i] as number));
      counts[difference] = (counts[difference] as number) + 1;
      grey += a[i] as number;
    }
  }
  if (grey < 8 * PATCH * PATCH) return null;
  const half = (PATCH * PATCH) / 2;
  let below = 0;
  for (let level = 0; level < 256; level++) {
    const here = counts[level] as number;
    // Whole levels are bins of width 1 round each value, that of 0 reaching up to ½.
    if (below + here >= half) return level === 0 ? (0.5 * half) / here : level - 0.5 + (half - below) / here;
    below += here;
  }
  return 255;
}
