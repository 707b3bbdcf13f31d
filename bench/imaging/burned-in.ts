// Burnt-in text: what is found by contrast and by pass, what of clean runs is masked, and what a frame costs. Phantoms, typefaces and words apart from
// those of training. HAMDEL_BURNED_IN_SEEDS=n takes n phantoms (12 when left out),
// HAMDEL_BURNED_IN_FROM=m begins at seed m (1).

import { readStamps, type Stamp } from '../../imaging/src/node/stamps.ts';
import { hardRun } from '../../imaging/src/node/hard-run.ts';
import { coveredShare, plantLines } from '../../imaging/src/node/plant-lines.ts';
import { speckleRun } from '../../imaging/src/node/speckle-run.ts';
import { random } from '../../imaging/src/phantom/random.ts';
import type { Proposal } from '../../imaging/src/pixels/box.ts';
import { acceptLines, type Pass } from '../../imaging/src/pixels/burned-in/accept.ts';
import { findLines, type Search } from '../../imaging/src/pixels/burned-in/find.ts';
import { frameSearch, imageSearch, runSearch, staticSearch } from '../../imaging/src/pixels/burned-in/passes.ts';
import { proposeMasks } from '../../imaging/src/pixels/burned-in/propose.ts';
import { covers } from '../../imaging/src/pixels/masks.ts';
import type { Plane } from '../../imaging/src/pixels/plane.ts';
import { stripPlaces } from '../../imaging/src/pixels/strip.ts';
import { whiteTopHat } from '../../imaging/src/pixels/top-hat.ts';
import { type Figure, median, round } from '../figure.ts';

const FRAMES = 24;
const BANDS = [[4, 6], [6, 12], [12, 24], [24, 256]] as const;

/** Which frames carry the text, by name; and the pictures that are searched for it. */
const WAYS: Record<string, { readonly lines: number; readonly where: readonly number[]; readonly searches: (frames: Plane[]) => [Search, Pass][] }> = {
  'all frames': { lines: 8, where: Array.from({ length: FRAMES }, (_, n) => n), searches: (frames) => [[staticSearch(frames), 'static']] },
  'run of three frames': {
    lines: 8, where: [9, 10, 11], searches: (frames) => [8, 11].map((centre) => [runSearch(frames, centre, staticSearch(frames).image), 'run']),
  },
  'middle frame': { lines: 6, where: [12], searches: (frames) => [[frameSearch(frames, 12), 'frame']] },
  'first frame': { lines: 6, where: [0], searches: (frames) => [[frameSearch(frames, 0), 'frame']] },
  'last frame': { lines: 6, where: [23], searches: (frames) => [[frameSearch(frames, 23), 'frame']] },
  'still image': { lines: 8, where: [12], searches: (frames) => [[imageSearch(frames[12] as Plane), 'image']] },
};

/** Frames that carry one faint word each, to ask whether the strip shows them. */
const FAINT = [5, 9, 18];
/** Grey levels of the faint words. */
const FAINT_BAND = [6, 24] as const;

type Tally = { found: number; of: number };

function recallOf(clean: readonly Plane[], seed: number, stamps: readonly Stamp[], tally: Map<string, Tally>): void {
  for (const [name, { lines, where, searches }] of Object.entries(WAYS)) {
    const frames = clean.map((plane, n) => (where.includes(n) ? { ...plane, data: plane.data.slice() } : plane));
    const planted = plantLines(where.map((n) => frames[n] as Plane), stamps, lines, random(seed, name));
    const boxes = searches(frames).flatMap(([search, pass]) => acceptLines(findLines(search), pass, 512, 512)).map(({ box }) => box);
    for (const line of planted) {
      const band = BANDS.findIndex(([from, to]) => line.delta >= from && line.delta < to);
      if (band < 0) continue;
      const key = `${name} ${band}`;
      const so = tally.get(key) ?? { found: 0, of: 0 };
      tally.set(key, { found: so.found + (coveredShare(line.strokes, boxes, 512) >= 0.95 ? 1 : 0), of: so.of + 1 });
    }
  }
}

/** Of three frames with one faint word each, how many the strip of the run shows, whether or not the word was found. */
function stripOf(clean: readonly Plane[], seed: number, stamps: readonly Stamp[]): Tally {
  const frames = clean.slice();
  const r = random(seed, 'faint');
  for (const at of FAINT) {
    for (let delta = 0; delta < FAINT_BAND[0] || delta >= FAINT_BAND[1]; ) {
      frames[at] = { ...(clean[at] as Plane), data: (clean[at] as Plane).data.slice() };
      delta = plantLines([frames[at]], stamps, 1, r)[0]?.delta ?? 0;
    }
  }
  const { suspicious } = proposeMasks(frames);
  const shown = stripPlaces(FRAMES, suspicious, FRAMES >> 1, true).map(({ frame }) => frame);
  return { found: FAINT.filter((at) => shown.includes(at)).length, of: FAINT.length };
}

/** Mean over frames of the share of the picture under proposals of one kind, or of all. */
function maskedShare(proposals: readonly Proposal[], reason?: Proposal['reason']): number {
  let sum = 0;
  for (let frame = 0; frame < FRAMES; frame++) {
    const mask = new Uint8Array(512 * 512);
    for (const { box, frames, reason: why } of proposals) {
      if ((reason !== undefined && why !== reason) || !covers(frames, frame)) continue;
      for (let y = box.top; y < box.top + box.height; y++) mask.fill(1, y * 512 + box.left, y * 512 + box.left + box.width);
    }
    sum += mask.reduce((so, one) => so + one, 0) / mask.length;
  }
  return sum / FRAMES;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const percent = (value: number): number => round(100 * value);

export const burnedIn = async (): Promise<Figure[]> => {
  const count = Number(process.env['HAMDEL_BURNED_IN_SEEDS'] ?? 12);
  const stamps = readStamps('test');
  const speckle = [1, 2].map((seed) => maskedShare(proposeMasks(speckleRun(seed, FRAMES)).proposals));
  const tally = new Map<string, Tally>();
  const shares: Record<'all' | Proposal['reason'], number[]> = { 'all': [], 'static': [], 'few-frames': [], 'one-frame': [], 'single-image': [], 'outside-ultrasound-region': [], 'device-band': [] };
  const costs: number[] = [];
  const strip: Tally = { found: 0, of: 0 };
  const from = Number(process.env['HAMDEL_BURNED_IN_FROM'] ?? 1);
  for (let seed = from; seed < from + count; seed++) {
    const { frames, holds } = hardRun(seed, FRAMES);
    recallOf(frames, seed, stamps, tally);
    const shown = stripOf(frames, seed, stamps);
    strip.found += shown.found;
    strip.of += shown.of;
    const began = performance.now();
    const { proposals } = proposeMasks(frames);
    const took = (performance.now() - began) / FRAMES;
    costs.push(took / topHatTime(frames[0] as Plane));
    shares.all.push(maskedShare(proposals));
    for (const kind of ['static', 'few-frames', 'one-frame'] as const) shares[kind].push(maskedShare(proposals, kind));
    process.stderr.write(`  phantom ${seed} (${holds}): ${percent(shares.all.at(-1) as number)} % of the clean run masked, ${round(took)} ms a frame\n`);
  }
  return [...recallFigures(tally), ...areaFigures(shares), {
    name: `frames with one faint word (${FAINT_BAND[0]} to ${FAINT_BAND[1]} grey levels), three in a run, that the strip shows`, unit: '%', value: percent(strip.found / strip.of), note: `${strip.found} of ${strip.of}`,
  }, {
    name: 'clean speckle run masked, mean', unit: '%', value: percent(meanOf(speckle)), note: `worst ${percent(Math.max(...speckle))} %`,
  }, {
    name: 'search of a whole cine, a 512² frame, beside one top-hat of a frame', unit: 'top-hats', value: round(median(costs)), spread: { min: round(Math.min(...costs)), max: round(Math.max(...costs)) },
  }];
};

/** The least of some: what else runs on the machine only ever adds. */
function topHatTime(plane: Plane): number {
  return Math.min(...Array.from({ length: 12 }, () => {
    const began = performance.now();
    whiteTopHat(plane);
    return performance.now() - began;
  }));
}

function recallFigures(tally: Map<string, Tally>): Figure[] {
  return Object.keys(WAYS).flatMap((name) => BANDS.flatMap(([from, to], band): Figure[] => {
    const so = tally.get(`${name} ${band}`);
    if (!so) return [];
    const bar = band === 3 ? 98 : band === 2 ? 85 : null;
    return [{
      name: `planted text found, ${name}, ${to > 255 ? `${from} grey levels and more` : `${from} to ${to} grey levels`}`, unit: '%', value: percent(so.found / so.of), note: `${so.found} of ${so.of}`,
      ...(bar === null ? {} : { bar: { at: bar, is: 'at least', of: 'value' } as const }),
    }];
  }));
}

function areaFigures(shares: Record<string, number[]>): Figure[] {
  const all = shares['all'] ?? [];
  return [
    { name: 'clean phantom masked, mean', unit: '%', value: percent(meanOf(all)), bar: { at: 3, is: 'at most', of: 'value' } },
    { name: 'clean phantom masked, worst', unit: '%', value: percent(Math.max(...all)), bar: { at: 8, is: 'at most', of: 'value' } },
    ...(['static', 'few-frames', 'one-frame'] as const).map((kind): Figure => ({
      name: `of it as ${kind}, mean`, unit: '%', value: percent(meanOf(shares[kind] ?? [])), note: `worst ${percent(Math.max(0, ...(shares[kind] ?? [])))} %`,
    })),
  ];
}
