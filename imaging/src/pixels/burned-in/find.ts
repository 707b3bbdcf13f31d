import { type Plane, halved, inverted } from '../plane.ts';
import { smoothed } from '../smoothed.ts';
import { whiteTopHat } from '../top-hat.ts';
import { strokeBlobs } from './blobs.ts';
import { extentOf } from './extent.ts';
import { featuresOf } from './features.ts';
import type { Known } from './known.ts';
import type { Level } from './level.ts';
import { linesOf } from './lines.ts';
import { blockThresholds, strokeMask } from './threshold.ts';

/** One picture to search and what belongs to it. */
export type Search = {
  readonly image: Plane;
  readonly activity: Plane | null;
  /** What the whole run says of each place, at each halving; none for what stands in all frames and for stills. */
  readonly known: readonly Known[];
  /** Least top-hat that counts: 5 for averaged pictures, 6 for single ones. */
  readonly least: number;
  /** How far above the noise of a block a stroke must stand, in its quartiles: less where noise was smoothed away or averaged. */
  readonly reach: number;
  /** Whether levels are smoothed by [1 2 1]² / 16 first: single frames carry their whole noise. */
  readonly smooth: boolean;
};

type Edges = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A possible line of writing, its box in full-size pixels with edges inclusive. */
export type Candidate = Edges & {
  readonly upright: boolean;
  readonly features: readonly number[];
  /** The box with the fainter letters before and behind; asked of lines that are taken for writing. */
  readonly extent: () => Edges;
};

/** Levels 0, 1, 2 by halving, and one more for each doubling above 512 rows. */
export function levelCount(rows: number): number {
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
      for (const dark of [false, true]) found.push(...searchLevel({ image: dark ? inverted(picture) : picture, activity, known: search.known[level] ?? null, dark, level: as }, search, tallest));
    }
    image = halved(image);
    activity = activity && halved(activity);
  }
  return found;
}

function searchLevel(pictures: Pick<Level, 'image' | 'activity' | 'known' | 'dark' | 'level'>, search: Search, tallest: number): Candidate[] {
  const strokes = whiteTopHat(pictures.image);
  const thresholds = blockThresholds(strokes, search);
  const mask = strokeMask(strokes, thresholds);
  const level: Level = { ...pictures, strokes, mask, thresholds };
  const scale = 2 ** Math.floor(pictures.level);
  return linesOf(strokeBlobs(strokes, mask, thresholds), tallest).map((line) => ({
    ...enlarged(line, scale),
    upright: line.upright,
    features: featuresOf(line, level),
    extent: () => {
      const { from, to } = extentOf(line, strokes);
      return enlarged(line.upright ? { ...line, top: from, bottom: to } : { ...line, left: from, right: to }, scale);
    },
  }));
}

const enlarged = ({ left, top, right, bottom }: Edges, scale: number): Edges => ({ left: left * scale, top: top * scale, right: (right + 1) * scale - 1, bottom: (bottom + 1) * scale - 1 });
