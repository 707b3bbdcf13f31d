import type { Candidate } from './find.ts';
import { frameTable } from './frame-table.ts';
import { imageTable } from './image-table.ts';
import { type Accepted, joinedLines, padded, thickness } from './join.ts';
import { runTable } from './run-table.ts';
import { staticTable } from './static-table.ts';
import { type Forest, scoreBy, unpackTrees } from './trees.ts';

/** `static` looks at what stands in all frames, `run` in three or more, `frame` in one or two, `image` at a picture without neighbours. */
export type Pass = 'static' | 'run' | 'frame' | 'image';

const TABLES = { static: staticTable, run: runTable, frame: frameTable, image: imageTable };
const forests = new Map<Pass, Forest>();

/** Log-odds from which a line is proposed; of weak ones in time only the surest few (`worthTaps`). A still is reviewed by a person in any case. */
export const THRESHOLDS: Record<Pass, number> = { static: 1.5, run: 2, frame: 2.5, image: -0.5 };
/** Most burnt-in text sits near the border. */
const BORDER_BONUS = 1.5;
/** How much lower a line may score that continues an accepted one. */
const CONTINUATION = 2.5;
/** But never lower than this. */
const CONTINUATION_LEAST = -1.5;
/** From here on a line is sure enough to be followed to its faint ends. */
const SURE = 2.5;
/** Share of the picture from which a line must be surer the larger it is, and by how much for each e-fold: a person who reviews a still sees a large one at once. */
const LARGE: Record<Pass, number> = { static: 0.005, run: 0.005, frame: 0.005, image: 0.01 };
const LARGER = 1.5;

type Scored = Candidate & { readonly score: number };
export type Judged = {
  readonly accepted: readonly Accepted[];
  /** The highest score that was not enough, or −∞. */
  readonly nearMiss: number;
};

/** The candidates that look like writing, padded, with near collinear ones joined, in pixels of the frame. */
export function judgeLines(candidates: readonly Candidate[], pass: Pass, width: number, height: number, threshold = THRESHOLDS[pass]): Judged {
  const scored = scoredLines(candidates, pass, width, height).filter(({ score }) => score >= threshold - 6);
  let accepted = scored.filter(({ score }) => score >= threshold);
  const lower = Math.min(threshold, Math.max(threshold - CONTINUATION, CONTINUATION_LEAST));
  for (let round = 0; round < 2; round++) {
    const more = scored.filter(
      (line) => line.score >= lower && !accepted.includes(line) && accepted.some((other) => continuesLine(line, other)),
    );
    accepted = [...accepted, ...more];
  }
  const missed = scored.filter((line) => !accepted.includes(line)).map(({ score }) => score);
  return { accepted: joinedLines(accepted.map((line) => padded(line.score >= SURE ? { ...line, ...line.extent() } : line, width, height))), nearMiss: Math.max(Number.NEGATIVE_INFINITY, ...missed) };
}

function scoredLines(candidates: readonly Candidate[], pass: Pass, width: number, height: number): Scored[] {
  const forest = forests.get(pass) ?? unpackTrees(TABLES[pass]);
  forests.set(pass, forest);
  return candidates.map((line) => ({ ...line, score: scoreBy(forest, line.features) + borderBonus(line, width, height) - sizeToll(line, LARGE[pass] * width * height) }));
}

export const acceptLines = (candidates: readonly Candidate[], pass: Pass, width: number, height: number): readonly Accepted[] =>
  judgeLines(candidates, pass, width, height).accepted;

/** A line in the outer 12 % across its direction, or that begins within 6 % of a side. */
function borderBonus(line: Candidate, width: number, height: number): number {
  const [middle, side, start, end, long] = line.upright
    ? [(line.left + line.right) / 2, width, line.top, line.bottom, height]
    : [(line.top + line.bottom) / 2, height, line.left, line.right, width];
  const across = Math.min(middle, side - middle) / side;
  return across < 0.12 || Math.min(start, long - 1 - end) / long < 0.06 ? BORDER_BONUS : 0;
}

function sizeToll({ left, right, top, bottom }: Candidate, large: number): number {
  return LARGER * Math.max(0, Math.log(((right - left + 1) * (bottom - top + 1)) / large));
}

function continuesLine(line: Scored, other: Scored): boolean {
  if (line.upright !== other.upright) return false;
  const along = (c: Candidate): [number, number] => (c.upright ? [c.top, c.bottom] : [c.left, c.right]);
  const across = (c: Candidate): [number, number] => (c.upright ? [c.left, c.right] : [c.top, c.bottom]);
  const [a, b] = [along(line), along(other)];
  const [p, q] = [across(line), across(other)];
  const tall = thickness(other);
  const gap = Math.max(a[0], b[0]) - Math.min(a[1], b[1]);
  const overlap = Math.min(p[1], q[1]) - Math.max(p[0], q[0]) + 1;
  const [length, known] = [a[1] - a[0] + 1, b[1] - b[0] + 1];
  return gap < 1.6 * tall && overlap > thickness(line) / 2 && thickness(line) < 1.5 * tall + 3 && length < 2 * (known + tall);
}
