import type { Box, FrameRange, Proposal, ProposalReason } from '../box.ts';
import { type Plane, evenly, medianOf } from '../plane.ts';
import { largest, residualEnergies } from '../strip.ts';
import { type Accepted, type Pass, acceptLines } from './accept.ts';
import { type Search, findLines } from './find.ts';
import { STATIC_LEAST, frameSearch, imageSearch, staticSearch } from './passes.ts';

/** From this many frames on, a frame can be foretold from its neighbours. */
const FRAME_LEAST = 5;
/** Frames searched one by one, most suspicious first; each takes about 45 ms at 512². */
const FRAMES_SEARCHED = 6;

export type Found = {
  readonly proposals: readonly Proposal[];
  /** Frames worth showing, most suspicious first. */
  readonly suspicious: readonly number[];
};

/**
 * Looks for burnt-in writing in 8-bit frames of one size: what stands still through the run, what is in single frames that
 * their neighbours do not foretell, or in a still. All is proposal: nothing here decides. `tick` hears how far it is.
 */
export function proposeMasks(frames: readonly Plane[], tick: (done: number, total: number) => void = () => {}): Found {
  const count = frames.length;
  if (count < FRAME_LEAST) {
    const proposals = frames.flatMap((frame, index) => {
      tick(index, count);
      return named(search(imageSearch(frame), 'image'), 'single-image', { from: index, to: index });
    });
    return { proposals, suspicious: frames.map((_, index) => index) };
  }
  const energies = residualEnergies(frames);
  const outliers = [...largest(energies.border, 4), ...largest(energies.whole, 4)];
  const suspects = [...new Set([0, count - 1, ...outliers])].slice(0, FRAMES_SEARCHED + 2);
  tick(1, suspects.length + 1);
  const still = count >= STATIC_LEAST ? search(staticSearch(frames), 'static') : search(imageSearch(medianOf(odd(frames))), 'image');
  const single = suspects.map((index, n) => {
    tick(n + 1, suspects.length + 1);
    return { index, found: search(frameSearch(frames, index), 'frame') };
  });
  const hit = single.filter(({ found }) => found.length > 0).map(({ index }) => index);
  return {
    proposals: [
      ...named(still, 'static', 'all'),
      ...single.flatMap(({ index, found }) => named(found, 'one-frame', { from: index, to: index })),
    ],
    suspicious: [...new Set([...hit, ...outliers])],
  };
}

function odd(frames: readonly Plane[]): Plane[] {
  return evenly(frames.length, frames.length - ((frames.length + 1) % 2)).map((index) => frames[index] as Plane);
}

function search(what: Search, pass: Pass): Accepted[] {
  return acceptLines(findLines(what), pass, what.image.width, what.image.height);
}

function named(lines: readonly Accepted[], reason: ProposalReason, frames: FrameRange): Proposal[] {
  const where = frames === 'all' ? 'all' : frames.from;
  return lines.map(({ box, score }) => ({ id: `${reason}-${where}-${box.left}-${box.top}`, box, frames, reason, score }));
}

/** Everything outside the ultrasound regions of the header (0018,6011): up to four boxes around their common rectangle. */
export function outsideRegions(regions: readonly Box[], width: number, height: number): Proposal[] {
  if (regions.length === 0) return [];
  const left = Math.max(0, Math.min(...regions.map((box) => box.left)));
  const top = Math.max(0, Math.min(...regions.map((box) => box.top)));
  const right = Math.min(width, Math.max(...regions.map((box) => box.left + box.width)));
  const bottom = Math.min(height, Math.max(...regions.map((box) => box.top + box.height)));
  const boxes: Box[] = [
    { left: 0, top: 0, width, height: top },
    { left: 0, top: bottom, width, height: height - bottom },
    { left: 0, top, width: left, height: bottom - top },
    { left: right, top, width: width - right, height: bottom - top },
  ];
  return boxes
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box, n) => ({ id: `region-${n}`, box, frames: 'all', reason: 'outside-ultrasound-region', score: null }));
}
