// Which frames of a run carry planted text, and how much of it the whole search covers.

import { lossyCopy } from '../../imaging/src/node/lossy-copy.ts';
import { coveredShare, plantLines } from '../../imaging/src/node/plant-lines.ts';
import type { Stamp } from '../../imaging/src/node/stamps.ts';
import { random } from '../../imaging/src/phantom/random.ts';
import type { Box } from '../../imaging/src/pixels/box.ts';
import { proposeMasks } from '../../imaging/src/pixels/burned-in/propose.ts';
import { covers } from '../../imaging/src/pixels/masks.ts';
import type { Plane } from '../../imaging/src/pixels/plane.ts';
import { type Figure, round } from '../figure.ts';

export const FRAMES = 24;
/** Grey levels by which text differs from its ground. */
const BANDS = [[4, 6], [6, 12], [12, 24], [24, 256]] as const;
/** Recall asked of the two upper bands, in percent. */
const BARS = [null, null, 85, 98] as const;

/** How many lines are planted, and into which frames; a still is searched alone. */
type Way = { readonly lines: number; readonly where: readonly number[]; readonly alone?: true };

const frames = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

const WAYS: Record<string, Way> = {
  'all frames': { lines: 8, where: frames(0, 23) },
  'half the frames': { lines: 8, where: frames(12, 23) },
  'run of five frames': { lines: 8, where: frames(9, 13) },
  'run of three frames': { lines: 8, where: frames(9, 11) },
  'run of two frames': { lines: 8, where: frames(9, 10) },
  'middle frame': { lines: 6, where: [12] },
  'first frame': { lines: 6, where: [0] },
  'last frame': { lines: 6, where: [23] },
  'still image': { lines: 8, where: [12], alone: true },
};

type Tally = Map<string, { found: number; of: number }>;
/** What the run is, for the names of figures and the dice; and the quality of the JPEG that it goes through after planting. */
type Ground = { readonly clean: readonly Plane[]; readonly seed: number; readonly quality: number | null };

/** Plants by every way, or by those named, and counts what is covered, by 95 % of its strokes in every frame that carries it, after the whole search. */
export function countFound({ clean, seed, quality }: Ground, stamps: readonly Stamp[], tally: Tally, ways: readonly string[] = Object.keys(WAYS)): void {
  for (const name of ways) {
    const { lines, where, alone } = WAYS[name] as Way;
    const run = clean.map((plane, n) => (where.includes(n) ? { ...plane, data: plane.data.slice() } : plane));
    const planted = plantLines(where.map((n) => run[n] as Plane), stamps, lines, random(seed, name));
    if (quality !== null) for (const n of where) run[n] = lossyCopy(run[n] as Plane, quality);
    const { width } = run[0] as Plane;
    const { proposals } = proposeMasks(alone ? where.map((n) => run[n] as Plane) : run);
    const boxesIn = (frame: number): Box[] => proposals.filter((proposal) => covers(proposal.frames, frame)).map(({ box }) => box);
    const looked = alone ? [boxesIn(0)] : where.map(boxesIn);
    for (const line of planted) {
      const band = BANDS.findIndex(([from, to]) => line.delta >= from && line.delta < to);
      if (band < 0) continue;
      const so = tally.get(`${name} ${band}`) ?? { found: 0, of: 0 };
      tally.set(`${name} ${band}`, { found: so.found + (looked.every((boxes) => coveredShare(line.strokes, boxes, width) >= 0.95) ? 1 : 0), of: so.of + 1 });
    }
  }
}

/** A figure for each way and band; `on` says what the text was planted into, and only with `bars` is it held to them. */
export function foundFigures(tally: Tally, on: string, bars: boolean): Figure[] {
  return Object.keys(WAYS).flatMap((name) => BANDS.flatMap(([from, to], band): Figure[] => {
    const so = tally.get(`${name} ${band}`);
    if (!so) return [];
    const bar = bars ? BARS[band] : null;
    return [{
      name: `planted text found ${on}, ${name}, ${to > 255 ? `${from} grey levels and more` : `${from} to ${to} grey levels`}`, unit: '%', value: round((100 * so.found) / so.of), note: `${so.found} of ${so.of}`,
      ...(typeof bar === 'number' ? { bar: { at: bar, is: 'at least', of: 'value' } as const } : {}),
    }];
  }));
}

/** All ways together, for grounds of which there are few: one figure for each of the two upper bands. */
export function foundTogether(tally: Tally, on: string): Figure[] {
  return [2, 3].flatMap((band): Figure[] => {
    const parts = [...tally].filter(([key]) => key.endsWith(` ${band}`)).map(([, so]) => so);
    const [found, of] = [parts.reduce((sum, so) => sum + so.found, 0), parts.reduce((sum, so) => sum + so.of, 0)];
    if (of === 0) return [];
    const [from, to] = BANDS[band] as readonly [number, number];
    return [{
      name: `planted text found ${on}, all ways together, ${to > 255 ? `${from} grey levels and more` : `${from} to ${to} grey levels`}`, unit: '%', value: round((100 * found) / of), note: `${found} of ${of}`,
      bar: { at: BARS[band] as number, is: 'at least', of: 'value' },
    }];
  });
}
