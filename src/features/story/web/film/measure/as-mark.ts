// A finished measure as the mark that is kept.

import type { Calibration } from '../../../rules/measure/calibration.ts';
import { LEAST_LUMEN_PX } from '../../../rules/measure/blur.ts';
import type { MarkDetails, Size } from '../../../rules/measure/marked.ts';
import { distance, type Point } from '../../../rules/measure/plane.ts';
import type { Drawn } from '../use-marks.ts';
import { complete, type Draft, type Found } from './draft.ts';

/** As many places of a vessel's line as a mark may hold (LIMITS.vesselPoints). */
const PLACES = 48;

const share = (n: number): number => Math.min(1, Math.max(0, Math.round(n * 1e6) / 1e6));
const px = (n: number): number => Math.round(n * 100) / 100;
const flat = (points: readonly Point[], { width, height }: Size): number[] => points.flatMap(({ x, y }) => [share(x / width), share(y / height)]);

/** Evenly chosen samples with the narrowest and both ends of the lesion among them. */
const chosen = ({ walls, lesion }: Found): number[] => {
  const last = walls.line.length - 1;
  const even = Array.from({ length: Math.min(PLACES, last + 1) }, (_, i) => Math.round((i * last) / (Math.min(PLACES, last + 1) - 1)));
  return [...new Set([...even, lesion.at, lesion.from, lesion.to])].sort((a, b) => a - b);
};

const vesselOf = (found: Found, calibration: Calibration, size: Size): { points: number[]; details: MarkDetails } => {
  const samples = chosen(found);
  const { lesion, walls } = found;
  return {
    points: flat(samples.map((i) => walls.line[i] as Point), size),
    details: {
      calibration, widths: samples.map((i) => px(distance(walls.left[i] as Point, walls.right[i] as Point))),
      leastPx: px(lesion.least), referencePx: px(lesion.reference), lengthPx: px(lesion.lengthPx),
      at: samples.indexOf(lesion.at), from: samples.indexOf(lesion.from), to: samples.indexOf(lesion.to), limit: lesion.least <= LEAST_LUMEN_PX + 0.25,
    },
  };
};

/** Null while something is missing. `french` is the catheter's size that was typed. */
export const asMark = (draft: Draft, size: Size, calibration: Calibration, french: number | undefined): Drawn | null => {
  const { kind, runId, frame, ends, found } = draft;
  if (!complete(draft)) return null;
  const base = { runId, frame, note: '' };
  if (kind === 'vessel') return found === null || found === 'nothing' ? null : { ...base, shape: kind, ...vesselOf(found, calibration, size) };
  if (kind === 'catheter') return french === undefined ? null : { ...base, shape: kind, points: flat(ends, size), details: { french } };
  return { ...base, shape: kind, points: flat(ends, size), details: { calibration } };
};
