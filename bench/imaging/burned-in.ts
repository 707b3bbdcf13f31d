// Burnt-in text: what is found by contrast and by how many frames carry it, what of clean runs is masked, and what a frame costs. Phantoms, typefaces and
// words are apart from those of training; so is the real coronary cine, where the folder of sample files is beside the checkout.
// HAMDEL_BURNED_IN_SEEDS=n takes n phantoms (12 when left out), HAMDEL_BURNED_IN_FROM=m begins at seed m (1).

import { hardRun } from '../../imaging/src/node/hard-run.ts';
import { plantLines } from '../../imaging/src/node/plant-lines.ts';
import { speckleRun } from '../../imaging/src/node/speckle-run.ts';
import { readStamps, type Stamp } from '../../imaging/src/node/stamps.ts';
import { random } from '../../imaging/src/phantom/random.ts';
import type { Proposal } from '../../imaging/src/pixels/box.ts';
import { proposeMasks } from '../../imaging/src/pixels/burned-in/propose.ts';
import { covers } from '../../imaging/src/pixels/masks.ts';
import type { Plane } from '../../imaging/src/pixels/plane.ts';
import { stripPlaces } from '../../imaging/src/pixels/strip.ts';
import { whiteTopHat } from '../../imaging/src/pixels/top-hat.ts';
import { type Figure, median, round } from '../figure.ts';
import { FRAMES, countFound, foundFigures, foundTogether } from './burned-in-ways.ts';
import { BRAIN, CORONARY, ECHOES, greyFrames } from './real-films.ts';

/** Frames that carry one faint word each, to ask whether the strip shows them. */
const FAINT = [5, 9, 18];
/** Grey levels of the faint words. */
const FAINT_BAND = [6, 24] as const;
/** Quality of the JPEG that every third phantom goes through after planting, and each ground of the big ones. */
const LOSSY = 85;

type Tally = { found: number; of: number };
type Counts = Parameters<typeof countFound>[2];

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

/** Mean over frames of the share of the picture under proposals. */
function maskedShare(proposals: readonly Proposal[], run: readonly Plane[]): number {
  const { width, height } = run[0] as Plane;
  const shares = run.map((_, frame) => {
    const mask = new Uint8Array(width * height);
    for (const { box, frames } of proposals) {
      if (!covers(frames, frame)) continue;
      for (let y = box.top; y < box.top + box.height; y++) mask.fill(1, y * width + box.left, y * width + box.left + box.width);
    }
    return mask.reduce((so, one) => so + one, 0) / mask.length;
  });
  return meanOf(shares);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const percent = (value: number): number => round(100 * value);

export const burnedIn = async (): Promise<Figure[]> => {
  const stamps = readStamps('test');
  const from = Number(process.env['HAMDEL_BURNED_IN_FROM'] ?? 1);
  const seeds = Array.from({ length: Number(process.env['HAMDEL_BURNED_IN_SEEDS'] ?? 12) }, (_, n) => from + n);
  return [...phantomFigures(seeds, stamps), ...largeFigures(seeds.length > 6 ? [31, 32] : [31], stamps), ...speckleFigures(), ...(await cineFigures(stamps)), ...(await stillFigures())];
};

function phantomFigures(seeds: readonly number[], stamps: readonly Stamp[]): Figure[] {
  const [tally, lossy]: [Counts, Counts] = [new Map(), new Map()];
  const [shares, counts, costs]: [number[], number[], number[]] = [[], [], []];
  const strip: Tally = { found: 0, of: 0 };
  for (const seed of seeds) {
    const { frames, holds } = hardRun(seed, FRAMES);
    countFound({ clean: frames, seed, quality: null }, stamps, tally);
    if (seed % 3 === 0) countFound({ clean: frames, seed: seed + 500, quality: LOSSY }, stamps, lossy);
    const shown = stripOf(frames, seed, stamps);
    strip.found += shown.found;
    strip.of += shown.of;
    const began = performance.now();
    const { proposals } = proposeMasks(frames);
    const took = (performance.now() - began) / FRAMES;
    costs.push(took / topHatTime(frames[0] as Plane));
    shares.push(maskedShare(proposals, frames));
    counts.push(proposals.length);
    process.stderr.write(`  phantom ${seed} (${holds}): ${proposals.length} covers, ${percent(shares.at(-1) as number)} % of the clean run masked, ${round(took)} ms a frame\n`);
  }
  return [...foundFigures(tally, 'on phantoms', true), ...foundTogether(lossy, `on phantoms that went through JPEG ${LOSSY} with it`), {
    name: 'clean phantom masked, mean', unit: '%', value: percent(meanOf(shares)), bar: { at: 3, is: 'at most', of: 'value' },
  }, {
    name: 'clean phantom masked, worst', unit: '%', value: percent(Math.max(...shares)), bar: { at: 8, is: 'at most', of: 'value' },
  }, {
    name: `covers proposed on a clean phantom of ${FRAMES} frames, mean`, unit: 'covers', value: round(meanOf(counts)), note: `worst ${Math.max(...counts)}`,
  }, {
    name: `frames with one faint word (${FAINT_BAND[0]} to ${FAINT_BAND[1]} grey levels), three in a run, that the strip shows`, unit: '%', value: percent(strip.found / strip.of), note: `${strip.found} of ${strip.of}`,
  }, {
    name: 'search of a whole cine, a 512² frame, beside one top-hat of a frame', unit: 'top-hats', value: round(median(costs)), spread: { min: round(Math.min(...costs)), max: round(Math.max(...costs)) },
  }];
}

/** Runs of 1024²: the words are as large in pixels as in small ones, the grain is finer. */
function largeFigures(seeds: readonly number[], stamps: readonly Stamp[]): Figure[] {
  const tally: Counts = new Map();
  const shares = seeds.map((seed) => {
    const { frames } = hardRun(seed, FRAMES, 1024);
    countFound({ clean: frames, seed, quality: null }, stamps, tally);
    const share = maskedShare(proposeMasks(frames).proposals, frames);
    process.stderr.write(`  phantom ${seed} of 1024²: ${percent(share)} % of the clean run masked\n`);
    return share;
  });
  return [...foundTogether(tally, 'on phantoms of 1024²'), { name: 'clean phantom of 1024² masked, worst', unit: '%', value: percent(Math.max(...shares)), bar: { at: 8, is: 'at most', of: 'value' } }];
}

function speckleFigures(): Figure[] {
  const runs = [1, 2, 3, 4].map((seed) => speckleRun(seed, FRAMES));
  const [shares, stills] = [runs.map((run) => maskedShare(proposeMasks(run).proposals, run)), runs.map((run) => maskedShare(proposeMasks(run.slice(7, 8)).proposals, run.slice(7, 8)))];
  return [
    { name: 'clean speckle run masked, mean', unit: '%', value: percent(meanOf(shares)), note: `worst ${percent(Math.max(...shares))} %` },
    { name: 'clean speckle still masked, mean', unit: '%', value: percent(meanOf(stills)), note: `worst ${percent(Math.max(...stills))} %` },
  ];
}

/** The coronary cine, which no training saw: its own covers, and text planted into four cuts of it, plain and through JPEG. */
async function cineFigures(stamps: readonly Stamp[]): Promise<Figure[]> {
  const cine = await greyFrames(CORONARY);
  if (cine === null) return [];
  const [tally, lossy]: [Counts, Counts] = [new Map(), new Map()];
  for (const seed of [0, 1, 2, 3]) {
    const clean = cine.slice(24 * seed, 24 * seed + FRAMES);
    countFound({ clean, seed: seed + 900, quality: null }, stamps, tally);
    countFound({ clean, seed: seed + 950, quality: LOSSY }, stamps, lossy);
  }
  const { proposals } = proposeMasks(cine);
  return [...foundTogether(tally, 'on the real coronary cine'), ...foundTogether(lossy, `on the real coronary cine, through JPEG ${LOSSY} with it`), {
    name: 'covers proposed on the real coronary cine, clean, 96 frames', unit: 'covers', value: proposals.length, bar: { at: 7, is: 'at most', of: 'value' },
  }, {
    name: 'real coronary cine masked, clean', unit: '%', value: percent(maskedShare(proposals, cine)), bar: { at: 3, is: 'at most', of: 'value' },
  }];
}

/** Pictures for which no bar is set: a person reviews each of them, and of the echoes much is truly writing. */
async function stillFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, what] of [[BRAIN, 'brain, one frame of 1024², clean'], ...Object.entries(ECHOES).map(([file, kind]) => [file, `echo, ${kind}, with its machine's own writing`] as const)] as const) {
    const frames = await greyFrames(name);
    if (frames === null) continue;
    const { proposals } = proposeMasks(frames);
    figures.push({ name: `masked of a real picture: ${what}`, unit: '%', value: percent(maskedShare(proposals, frames)), note: `${proposals.length} covers` });
  }
  return figures;
}

/** The least of some: what else runs on the machine only ever adds. */
function topHatTime(plane: Plane): number {
  return Math.min(...Array.from({ length: 12 }, () => {
    const began = performance.now();
    whiteTopHat(plane);
    return performance.now() - began;
  }));
}
