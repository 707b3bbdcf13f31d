import type { Plane } from '../plane.ts';
import type { Line } from './lines.ts';

/** How much stronger strokes must be in the band of the writing than beside it, as a share and in grey levels. */
const STRONGER = 1.2;
const STRONGER_BY = 0.5;
/** Steps of half a height without strokes that end the writing: a space between words is one or two. */
const SPACES = 3;
/** Farthest that writing is followed to either side, in lengths of what was found: a wire would go on for ever. */
const FARTHEST = 2;

/**
 * Where the writing of a line begins and ends along its direction, in pixels of the level, both inclusive: some letters stand out of
 * their ground and the rest of the word is too faint to be found as pieces. It goes on as long as the band between its top and
 * bottom holds more strokes, by `strokes`, a top-hat, than the bands above and below.
 */
export function extentOf(line: Line, { data, width, height }: Plane): { from: number; to: number } {
  const [first, last, low, high] = line.upright ? [line.top, line.bottom, line.left, line.right] : [line.left, line.right, line.top, line.bottom];
  const [end, wide] = line.upright ? [height, width] : [width, height];
  const [along, across] = line.upright ? [width, 1] : [1, width];
  const tall = high - low + 1;
  const step = Math.max(4, tall >> 1);
  const window = 2 * step;
  const farthest = FARTHEST * (last - first + 1);
  const meanOf = (from: number, top: number, bottom: number): number | null => {
    if (top < 0 || bottom >= wide) return null;
    let sum = 0;
    for (let line = top; line <= bottom; line++) for (let at = from; at < from + window; at++) sum += data[line * across + at * along] as number;
    return sum / (window * (bottom - top + 1));
  };
  const written = (from: number): boolean => {
    const beside = [meanOf(from, low - tall - 2, low - 3), meanOf(from, high + 3, high + tall + 2)].filter((mean) => mean !== null);
    if (beside.length === 0) return false;
    const ground = beside.reduce((sum, mean) => sum + mean, 0) / beside.length;
    return (meanOf(from, low, high) ?? 0) > STRONGER * ground + STRONGER_BY;
  };
  const follow = (start: number, by: 1 | -1): number => {
    let [reached, spaces] = [start, 0];
    for (let at = by > 0 ? start + 1 : start - window; at >= 0 && at + window <= end && spaces < SPACES && Math.abs(at - start) < farthest; at += by * step) {
      spaces = written(at) ? 0 : spaces + 1;
      if (spaces === 0) reached = by > 0 ? at + window - 1 : at;
    }
    return reached;
  };
  return { from: follow(first, -1), to: follow(last, 1) };
}
