import type { Level } from './level.ts';
import { UNREST_SCALE } from './known.ts';
import type { Line } from './lines.ts';
import { measureStrokes } from './strokes.ts';
import { thresholdAt } from './threshold.ts';

/** The 31 numbers that tell writing from vessels, wires and clips; the tables of trees refer to them by place. H is its height and U its length across and along the writing, in pixels of the level. */
export function featuresOf(line: Line, level: Level): number[] {
  const [left, right, top, bottom] = [line.left, line.right, line.top, line.bottom];
  const [long, tall] = line.upright ? [bottom - top + 1, right - left + 1] : [right - left + 1, bottom - top + 1];
  const sums = measureStrokes(line, level);
  const { area, strength } = sums;
  const letters = lettersOf(line, tall);
  const threshold = thresholdAt(level.thresholds, (left + right) >> 1, (top + bottom) >> 1);
  const { width, height } = level.image;
  const edge = Math.min(left, top, width - 1 - right, height - 1 - bottom) / Math.min(width, height);
  const perRow = sums.runs / tall;
  return [
    level.level, level.dark ? 1 : 0, line.upright ? 1 : 0,
    Math.log(line.blobs.length), Math.log(long / tall), area / sums.count,
    perRow / (long / tall), sums.columnRuns / Math.max(1, sums.columns), sums.columns / long,
    Math.log(tall), sums.widthSpread, letters.strengthSpread, letters.mainShare, letters.bottoms, letters.tops,
    Math.min(2, Math.log(Math.max(1, strength / threshold))), sums.directions, Math.min(2, sums.coreSpread / strength), Math.min(2, sums.step / strength),
    Math.max(0, 0.12 - edge) / 0.12, letters.gap, Math.log(strength), sums.edge / area, Math.min(2, sums.groundSpread / strength),
    Math.log(1 + letters.main), Math.log(1 + perRow),
    level.activity ? Math.log((sums.moving + 0.5) / (sums.groundMoving + 0.5)) : 0,
    level.activity ? Math.log((sums.moving + 0.5) / strength) : 0,
    Math.min(4, sums.slope / strength),
    level.known ? Math.log((sums.unrest / UNREST_SCALE + 0.25) / strength) : 0,
    level.known ? Math.log((sums.steep + 1) / strength) : 0,
  ];
}

type Letters = { main: number; mainShare: number; bottoms: number; tops: number; gap: number; strengthSpread: number };

/** How evenly the pieces of a line stand: main ones are at least 0.45 of its height. */
function lettersOf(line: Line, tall: number): Letters {
  const low = line.upright ? 'left' : 'top';
  const high = line.upright ? 'right' : 'bottom';
  const [from, to] = line.upright ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  const main = line.blobs.filter((blob) => blob[high] - blob[low] + 1 >= 0.45 * tall);
  const areaOf = (blobs: Line['blobs']): number => blobs.reduce((sum, { area }) => sum + area, 0);
  const gaps: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const blob of line.blobs.slice().sort((a, b) => a[from] - b[from])) {
    if (end > Number.NEGATIVE_INFINITY) gaps.push(Math.max(0, blob[from] - end - 1));
    end = Math.max(end, blob[to]);
  }
  const strengths = line.blobs.map(({ strength }) => strength);
  return {
    main: main.length,
    mainShare: areaOf(main) / Math.max(1, areaOf(line.blobs)),
    bottoms: Math.min(0.4, deviation(main.map((blob) => blob[high])) / tall),
    tops: Math.min(0.4, deviation(main.map((blob) => blob[low])) / tall),
    gap: Math.min(1.5, middle(gaps) / tall),
    strengthSpread: deviation(strengths) / Math.max(1, middle(strengths)),
  };
}

function middle(values: readonly number[]): number {
  return values.slice().sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Median distance from the median. */
function deviation(values: readonly number[]): number {
  const centre = middle(values);
  return middle(values.map((value) => Math.abs(value - centre)));
}
