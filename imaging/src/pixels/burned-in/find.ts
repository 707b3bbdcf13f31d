import { type Plane, halved, inverted } from '../plane.ts';
import { smoothed } from '../smoothed.ts';
import { whiteTopHat } from '../top-hat.ts';
import { strokeBlobs } from './blobs.ts';
import { featuresOf } from './features.ts';
import type { Level } from './level.ts';
import { linesOf } from './lines.ts';
import { blockThresholds, strokeMask } from './threshold.ts';

/** One picture to search and what belongs to it. */
export type Search = {
  readonly image: Plane;
  readonly activity: Plane | null;
  /** Least top-hat that counts: 5 for averaged pictures, 6 for single ones. */
  readonly least: number;
  /** How far above the noise of a block a stroke must stand, in its quartiles: less where noise was smoothed away or averaged. */
  readonly reach: number;
  /** Whether levels are smoothed by [1 2 1]² / 16 first: single frames carry their whole noise. */
  readonly smooth: boolean;
};

/** A possible line of writing, its box in full-size pixels with edges inclusive. */
export type Candidate = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly upright: boolean;
  readonly features: readonly number[];
};

/** Levels 0, 1, 2 by halving, and one more for each doubling above 512 rows. */
function levelCount(rows: number): number {
  return 3 + Math.max(0, Math.round(Math.log2(rows / 512)));
}

/** All possible lines in a picture, bright and dark, at every size. */
export function findLines(search: Search): Candidate[] {
  const found: Candidate[] = [];
  let { image, activity } = search;
  const rows = image.height;
  for (let level = 0; level < levelCount(rows); level++) {
    if (image.height < 16 || image.width < 16) break;
    const tallest = (64 * Math.max(1, rows / 512)) / 2 ** level;
    // Noise of a single frame hides faint strokes; sharp small ones would be lost by smoothing alone, so the whole size is searched both ways.
    const pictures = !search.smooth ? [{ picture: image, as: level }] : [{ picture: smoothed(image), as: level === 0 ? 0.5 : level }, ...(level === 0 ? [{ picture: image, as: 0 }] : [])];
    for (const { picture, as } of pictures) {
      for (const dark of [false, true]) found.push(...searchLevel({ image: dark ? inverted(picture) : picture, activity, dark, level: as }, search, tallest));
    }
    image = halved(image);
    activity = activity && halved(activity);
  }
  return found;
}

function searchLevel(pictures: Pick<Level, 'image' | 'activity' | 'dark' | 'level'>, search: Search, tallest: number): Candidate[] {
  const strokes = whiteTopHat(pictures.image);
  const thresholds = blockThresholds(strokes, search);
  const mask = strokeMask(strokes, thresholds);
  const level: Level = { ...pictures, strokes, mask, thresholds };
  const scale = 2 ** Math.floor(pictures.level);
  return linesOf(strokeBlobs(strokes, mask, thresholds), tallest).map((line) => ({
    left: line.left * scale,
    top: line.top * scale,
    right: (line.right + 1) * scale - 1,
    bottom: (line.bottom + 1) * scale - 1,
    upright: line.upright,
    features: featuresOf(line, level),
  }));
}
