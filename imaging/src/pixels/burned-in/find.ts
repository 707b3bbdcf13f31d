import { type Plane, halved, inverted } from '../plane.ts';
import { whiteTopHat } from '../top-hat.ts';
import { strokeBlobs } from './blobs.ts';
import { type Level, featuresOf } from './features.ts';
import { linesOf } from './lines.ts';
import { blockThresholds } from './threshold.ts';

/** One picture to search and what belongs to it. */
export type Search = {
  readonly image: Plane;
  readonly activity: Plane | null;
  /** Least top-hat that counts: 5 for averaged pictures, 6 for single ones. */
  readonly least: number;
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
    const picture = search.smooth ? smoothed(image) : image;
    for (const polarity of [picture, inverted(picture)]) {
      found.push(...searchLevel(polarity, activity, search.least, tallest, level));
    }
    image = halved(image);
    activity = activity && halved(activity);
  }
  return found;
}

function searchLevel(image: Plane, activity: Plane | null, least: number, tallest: number, level: number): Candidate[] {
  const strokes = whiteTopHat(image);
  const thresholds = blockThresholds(strokes, least);
  const pictures: Level = { image, strokes, activity, thresholds };
  const scale = 2 ** level;
  return linesOf(strokeBlobs(strokes, thresholds), tallest).map((line) => ({
    left: line.left * scale,
    top: line.top * scale,
    right: (line.right + 1) * scale - 1,
    bottom: (line.bottom + 1) * scale - 1,
    upright: line.upright,
    features: featuresOf(line, pictures),
  }));
}

function smoothed({ data, width, height }: Plane): Plane {
  const across = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const before = data[row + Math.max(0, x - 1)] as number;
      const after = data[row + Math.min(width - 1, x + 1)] as number;
      across[row + x] = before + 2 * (data[row + x] as number) + after;
    }
  }
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const sum = (across[above + x] as number) + 2 * (across[y * width + x] as number) + (across[below + x] as number);
      out[y * width + x] = (sum + 8) >> 4;
    }
  }
  return { data: out, width, height };
}
