import type { FrameRange, Proposal, ProposalReason } from '../box.ts';
import { type Plane, evenly, medianOf } from '../plane.ts';
import { Extremes, type Residual, orderSuspects, residualEnergy } from '../suspicion.ts';
import { type Judged, type Pass, judgeLines } from './accept.ts';
import { type Search, findLines } from './find.ts';
import type { Accepted } from './join.ts';
import { type Lasting, coveredBy, gatheredLines, lastingLines, worthTaps } from './lasting.ts';
import { STATIC_LEAST, frameSearches, imageSearch, runSearches, staticSearch } from './passes.ts';

/** From this many frames on, a frame can be foretold from its neighbours. */
const FRAME_LEAST = 5;
/** Frames between the windows that look for writing of a few frames: any three frames fill the majority of one window of five. */
const STRIDE = 3;

export type Found = {
  readonly proposals: readonly Proposal[];
  /** Frames worth showing, most suspicious first. */
  readonly suspicious: readonly number[];
  /** Per pixel how far any frame rises above, and falls below, what its neighbours foretell; null for a few frames. */
  readonly extremes: { readonly brightest: Plane; readonly darkest: Plane } | null;
};

/** After each picture searched; `proposals` is what stands in all frames, known from the first step on. */
export type SearchStep = { readonly done: number; readonly total: number; readonly proposals: readonly Proposal[] };

/**
 * Looks for burnt-in writing in 8-bit frames of one size: what stands still through the run, what stands in a few frames, what
 * is in single frames that their neighbours do not foretell, or in a still. All is proposal: nothing here decides. Stops after each
 * picture, so that a worker can hear what else is asked of it.
 */
export function* searchRun(frames: readonly Plane[]): Generator<SearchStep, Found> {
  if (frames.length < FRAME_LEAST) return yield* searchStills(frames);
  const count = frames.length;
  const centres = count < STATIC_LEAST ? [] : windowCentres(count);
  const total = 1 + centres.length + count;
  const { ground, accepted: still } = searchGround(frames);
  const proposals = still.map((line) => named(line, 'static', 'all'));
  const boxes = still.map(({ box }) => box);
  let done = 1;
  yield { done, total, proposals };
  const lasting: Lasting[] = [];
  const misses = new Array<number>(count).fill(Number.NEGATIVE_INFINITY);
  const judgedAt = (judged: Judged, from: number, to: number, frame: number): void => {
    misses[frame] = Math.max(misses[frame] as number, judged.nearMiss);
    for (const line of judged.accepted) if (!coveredBy(line.box, boxes)) lasting.push({ ...line, from: Math.max(0, from), to: Math.min(count - 1, to) });
  };
  const windowAt = runSearches(frames, ground);
  for (const centre of centres) {
    judgedAt(judge(windowAt(centre), 'run'), centre - 3, centre + 3, centre);
    yield { done: ++done, total, proposals };
  }
  const extremes = new Extremes(ground);
  const energies: Residual[] = [];
  const frameAt = frameSearches(frames, ground);
  for (let index = 0; index < count; index++) {
    const search = frameAt(index);
    extremes.add(search.image);
    energies.push(residualEnergy(search.image));
    judgedAt(judge(search, 'frame'), index, index, index);
    yield { done: ++done, total, proposals };
  }
  const { kept: timed, left } = worthTaps(gatheredLines(lastingLines(lasting), ground.data.length));
  for (const { from, to, score } of left) misses[(from + to) >> 1] = Math.max(misses[(from + to) >> 1] as number, score);
  return {
    proposals: [...proposals, ...timed.map((line) => named(line, line.from === line.to ? 'one-frame' : 'few-frames', { from: line.from, to: line.to }))],
    suspicious: orderSuspects(timed, misses, energies),
    extremes: extremes.pictures(),
  };
}

/** The whole search at once. `tick` hears how far it is. */
export function proposeMasks(frames: readonly Plane[], tick: (done: number, total: number) => void = () => {}): Found {
  const search = searchRun(frames);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    tick(step.value.done, step.value.total);
  }
}

function* searchStills(frames: readonly Plane[]): Generator<SearchStep, Found> {
  const proposals: Proposal[] = [];
  for (const [index, frame] of frames.entries()) {
    proposals.push(...judge(imageSearch(frame), 'image').accepted.map((line) => named(line, 'single-image', { from: index, to: index })));
    yield { done: index + 1, total: frames.length, proposals: [] };
  }
  return { proposals, suspicious: frames.map((_, index) => index), extremes: null };
}

/** What stands in all frames: the median of the run, which few frames give too little motion to tell from vessels. */
function searchGround(frames: readonly Plane[]): { ground: Plane; accepted: readonly Accepted[] } {
  const search = frames.length < STATIC_LEAST ? imageSearch(medianOf(odd(frames))) : staticSearch(frames);
  return { ground: search.image, accepted: judge(search, frames.length < STATIC_LEAST ? 'image' : 'static').accepted };
}

/** 2, 5, 8 … and the last window that fits. */
function windowCentres(count: number): number[] {
  const centres = Array.from({ length: Math.floor((count - 5) / STRIDE) + 1 }, (_, n) => 2 + n * STRIDE);
  return centres.at(-1) === count - 3 ? centres : [...centres, count - 3];
}

function odd(frames: readonly Plane[]): Plane[] {
  return evenly(frames.length, frames.length - ((frames.length + 1) % 2)).map((index) => frames[index] as Plane);
}

function judge(what: Search, pass: Pass): Judged {
  return judgeLines(findLines(what), pass, what.image.width, what.image.height);
}

function named({ box, score }: Accepted, reason: ProposalReason, frames: FrameRange): Proposal {
  const where = frames === 'all' ? 'all' : `${frames.from}-${frames.to}`;
  return { id: `${reason}-${where}-${box.left}-${box.top}-${box.width}`, box, frames, reason, score };
}
