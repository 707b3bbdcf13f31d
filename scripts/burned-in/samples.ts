// Lines with and without writing for the trees: phantoms and speckle of training seeds, clean and with planted words of training.
import { readStamps } from '../../imaging/src/node/stamps.ts';
import { hardRun } from '../../imaging/src/node/hard-run.ts';
import { lossyCopy } from '../../imaging/src/node/lossy-copy.ts';
import { type PlantedLine, plantLines } from '../../imaging/src/node/plant-lines.ts';
import { speckleRun } from '../../imaging/src/node/speckle-run.ts';
import { type Random, random } from '../../imaging/src/phantom/random.ts';
import type { Pass } from '../../imaging/src/pixels/burned-in/accept.ts';
import { type Candidate, findLines, type Search } from '../../imaging/src/pixels/burned-in/find.ts';
import { frameSearches, imageSearch, runSearches, staticSearch } from '../../imaging/src/pixels/burned-in/passes.ts';
import type { Plane } from '../../imaging/src/pixels/plane.ts';
import type { Sample } from './boost.ts';

const FRAMES = 24;
export type Samples = Record<Pass, Sample[]>;

/** All lines of one training run, for every pass. `seed` from 5,000 on. */
export function samplesOf(seed: number, speckle: boolean, passes: readonly Pass[]): Samples {
  const { frames: clean, quality } = speckle ? { frames: speckleRun(seed, FRAMES), quality: null } : hardRun(seed, FRAMES);
  const r = random(seed, 'samples');
  const out: Samples = { static: [], run: [], frame: [], image: [] };
  const plant = planter(clean, quality, r);
  const ground = staticSearch(clean).image;
  const wants = (pass: Pass): boolean => passes.includes(pass);
  const look = (pass: Pass, search: Search, lines: readonly PlantedLine[]): void => {
    out[pass].push(...labelled(findLines(search), lines));
  };
  if (wants('static')) {
    look('static', staticSearch(clean), []);
    for (let n = 0; n < 4; n++) {
      const { frames, lines } = plant(clean.map((_, at) => at), 9);
      look('static', staticSearch(frames), lines);
    }
  }
  const [windowAt, frameAt] = [runSearches(clean, ground), frameSearches(clean, ground)];
  for (const centre of wants('run') ? [2, 6, 10, 14, 18, 21] : []) {
    look('run', windowAt(centre), []);
    const from = centre - 2 + Math.floor(r.between(0, 3));
    const { frames, lines } = plant([from, from + 1, from + 2], 8);
    look('run', runSearches(frames, ground)(centre), lines);
  }
  for (const at of wants('frame') ? [0, 4, 9, 13, 17, 23] : []) {
    look('frame', frameAt(at), []);
    const { frames, lines } = plant(oneOrTwo(at, r.chance(0.3)), 8);
    look('frame', frameSearches(frames, ground)(at), lines);
  }
  for (const at of wants('image') ? [8, 16] : []) {
    look('image', imageSearch(clean[at] as Plane), []);
    for (let n = 0; n < 2; n++) {
      const { frames, lines } = plant([at], 9);
      look('image', imageSearch(frames[at] as Plane), lines);
    }
  }
  return out;
}

type Planted = { readonly frames: Plane[]; readonly lines: PlantedLine[] };

/** Writes words of training into frames of a run; of a run that was stored as JPEG every other time before it was. */
function planter(clean: readonly Plane[], quality: number | null, r: Random): (where: readonly number[], count: number) => Planted {
  const stamps = readStamps('training');
  return (where, count) => {
    const frames = clean.map((plane, n) => (where.includes(n) ? { ...plane, data: plane.data.slice() } : plane));
    const lines = plantLines(where.map((n) => frames[n] as Plane), stamps, count, r);
    if (quality !== null && r.chance(0.5)) for (const n of where) frames[n] = lossyCopy(frames[n] as Plane, quality);
    return { frames, lines };
  };
}

const oneOrTwo = (at: number, two: boolean): number[] => (two && at < FRAMES - 1 ? [at, at + 1] : [at]);

/** Writing: more than 55 % of the line lies in a planted box and fills more than 12 % of it. Lines that touch one less are left out. */
function labelled(candidates: readonly Candidate[], lines: readonly PlantedLine[]): Sample[] {
  return candidates.flatMap((line): Sample[] => {
    const area = (line.right - line.left + 1) * (line.bottom - line.top + 1);
    const shares = lines.map(({ box, delta }) => {
      const w = Math.min(line.right + 1, box.left + box.width) - Math.max(line.left, box.left);
      const h = Math.min(line.bottom + 1, box.top + box.height) - Math.max(line.top, box.top);
      const both = Math.max(0, w) * Math.max(0, h);
      return { delta, writing: both > 0.55 * area && both > 0.12 * box.width * box.height, touches: both > 0 };
    });
    const writing = shares.some((one) => one.writing && one.delta >= 4);
    if (!writing && shares.some((one) => one.touches)) return [];
    // A large false cover costs more than a small one.
    return [{ features: line.features, writing, weight: writing ? 1 : 0.5 + Math.min(4, area / 3000) }];
  });
}
