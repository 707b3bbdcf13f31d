import type { Box } from '../box.ts';
import type { Candidate } from './find.ts';

/** A line that was taken for writing. */
export type Accepted = { readonly box: Box; readonly score: number };
/** A mask around a line, with the direction and height of its writing. */
type Padded = Accepted & { readonly upright: boolean; readonly tall: number };

export function thickness(line: Pick<Candidate, 'left' | 'right' | 'top' | 'bottom' | 'upright'>): number {
  return line.upright ? line.right - line.left + 1 : line.bottom - line.top + 1;
}

const MOST_ALONG = 24;
const MOST_ACROSS = 12;

/** Grown by 0.9 H + 3 along and 0.4 H + 2 across, so that a first letter or a dot beside the strokes found is covered too. */
export function padded(line: Candidate & { readonly score: number }, width: number, height: number): Padded {
  const tall = thickness(line);
  const along = Math.round(Math.min(MOST_ALONG, 0.9 * tall + 3));
  const across = Math.round(Math.min(MOST_ACROSS, 0.4 * tall + 2));
  const [x, y] = line.upright ? [across, along] : [along, across];
  const left = Math.max(0, line.left - x);
  const top = Math.max(0, line.top - y);
  const right = Math.min(width, line.right + 1 + x);
  const bottom = Math.min(height, line.bottom + 1 + y);
  return { box: { left, top, width: right - left, height: bottom - top }, score: line.score, upright: line.upright, tall };
}

/** Boxes become one where the union is not much larger than its parts, or where it bridges a gap in a line: fewer to look at. */
export function joinedLines(boxes: readonly Padded[]): Accepted[] {
  const out: Padded[] = [];
  for (const next of boxes.slice().sort((a, b) => b.score - a.score)) {
    let current = next;
    for (let at = 0; at < out.length; ) {
      const other = out[at] as Padded;
      const both = union(current.box, other.box);
      if (area(both) <= 1.15 * (area(current.box) + area(other.box) - overlapArea(current.box, other.box)) || bridges(current, other)) {
        current = { ...other, box: both, score: Math.max(current.score, other.score) };
        out.splice(at, 1);
        at = 0;
      } else at++;
    }
    out.push(current);
  }
  return out.map(({ box, score }) => ({ box, score }));
}

/** Two pieces of one line, less than three heights apart: what stands between them is a letter too faint to be found. */
function bridges(a: Padded, b: Padded): boolean {
  if (a.upright !== b.upright || Math.max(a.tall, b.tall) > 2 * Math.min(a.tall, b.tall)) return false;
  const [from, long, low, high] = a.upright ? (['top', 'height', 'left', 'width'] as const) : (['left', 'width', 'top', 'height'] as const);
  const gap = Math.max(a.box[from], b.box[from]) - Math.min(a.box[from] + a.box[long], b.box[from] + b.box[long]);
  const overlap = Math.min(a.box[low] + a.box[high], b.box[low] + b.box[high]) - Math.max(a.box[low], b.box[low]);
  return gap < 1.8 * Math.min(a.tall, b.tall) && overlap > 0.7 * Math.max(a.box[high], b.box[high]);
}

const area = (box: Box): number => box.width * box.height;

export function union(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}
