import type { Plane } from '../plane.ts';
import { type BlockThresholds, thresholdAt } from './threshold.ts';

/** A connected piece of strokes; edges are inclusive pixels. */
export type Blob = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly area: number;
  /** Mean top-hat over its pixels. */
  readonly strength: number;
};

/** More pieces than this is noise, not text. */
const MOST_BLOBS = 6000;

// A frame's noise makes ten thousand runs of two or three pixels: numbers in columns, kept from picture to picture, because an object for
// each cost a third of the whole search.
const COLUMNS = ['parent', 'left', 'right', 'top', 'bottom', 'area', 'sum', 'peak', 'from'] as const;
type Pieces = Readonly<Record<(typeof COLUMNS)[number], Int32Array>>;
const piecesFor = (count: number): Pieces => Object.fromEntries(COLUMNS.map((name) => [name, new Int32Array(count)])) as Pieces;
let pieces = piecesFor(1024);

/** Makes room for one more piece than `count`. */
function roomFor(count: number): void {
  if (count < pieces.parent.length) return;
  const larger = piecesFor(2 * pieces.parent.length);
  for (const name of COLUMNS) larger[name].set(pieces[name]);
  pieces = larger;
}

function rootOf(label: number): number {
  const { parent } = pieces;
  let root = label;
  while (parent[root] !== root) root = parent[root] as number;
  for (let at = label; parent[at] !== root; ) {
    const next = parent[at] as number;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** One run of a row begins a piece. */
function begin(label: number, { data }: Plane, left: number, right: number, y: number, from: number): void {
  roomFor(label);
  let [sum, peak] = [0, 0];
  for (let at = from; at <= from + right - left; at++) {
    const value = data[at] as number;
    sum += value;
    if (value > peak) peak = value;
  }
  const p = pieces;
  [p.parent[label], p.left[label], p.right[label], p.top[label], p.bottom[label], p.area[label], p.sum[label], p.peak[label], p.from[label]] = [label, left, right, y, y, right - left + 1, sum, peak, from];
}

/** `other` becomes a part of `label`. */
function merge(label: number, other: number): void {
  const p = pieces;
  p.parent[other] = label;
  p.left[label] = Math.min(p.left[label] as number, p.left[other] as number);
  p.right[label] = Math.max(p.right[label] as number, p.right[other] as number);
  p.top[label] = Math.min(p.top[label] as number, p.top[other] as number);
  p.bottom[label] = Math.max(p.bottom[label] as number, p.bottom[other] as number);
  p.area[label] = (p.area[label] as number) + (p.area[other] as number);
  p.sum[label] = (p.sum[label] as number) + (p.sum[other] as number);
  p.peak[label] = Math.max(p.peak[label] as number, p.peak[other] as number);
}

/** 8-connected pieces of pixels at or above their block's threshold, found by runs, that could be parts of letters. */
export function strokeBlobs(strokes: Plane, mask: Uint8Array, thresholds: BlockThresholds): Blob[] {
  const { width } = strokes;
  // Runs of the row above and of this one: from, to, piece.
  let [above, row] = [new Int32Array(3 * (width + 1)), new Int32Array(3 * (width + 1))];
  let [aboveCount, rowCount, first, lastY, count] = [0, 0, 0, -1, 0];
  for (let from = mask.indexOf(1); from >= 0; ) {
    const y = Math.floor(from / width);
    if (y !== lastY) {
      [above, row] = [row, above];
      aboveCount = y === lastY + 1 ? rowCount : 0;
      [rowCount, first, lastY] = [0, 0, y];
    }
    const start = y * width;
    let end = from + 1;
    while (end < start + width && mask[end] === 1) end++;
    const [left, right] = [from - start, end - 1 - start];
    begin(count, strokes, left, right, y, from);
    let label = count;
    while (first < aboveCount && (above[3 * first + 1] as number) < left - 1) first++;
    for (let n = first; n < aboveCount && (above[3 * n] as number) <= right + 1; n++) {
      const other = rootOf(above[3 * n + 2] as number);
      if (label === count) {
        // The first neighbour's piece takes the run; it keeps no number of its own.
        merge(other, label);
        label = other;
      } else if (other !== label) merge(label, other);
    }
    if (label === count) count++;
    [row[3 * rowCount], row[3 * rowCount + 1], row[3 * rowCount + 2]] = [left, right, label];
    rowCount++;
    from = mask.indexOf(1, end);
  }
  return finished(count, width, thresholds);
}

function finished(count: number, width: number, thresholds: BlockThresholds): Blob[] {
  const found: Blob[] = [];
  const p = pieces;
  for (let label = 0; label < count && found.length < MOST_BLOBS; label++) {
    if (p.parent[label] !== label || !couldBeLetter(label, width, thresholds)) continue;
    const area = p.area[label] as number;
    found.push({
      left: p.left[label] as number, top: p.top[label] as number, right: p.right[label] as number, bottom: p.bottom[label] as number, area, strength: (p.sum[label] as number) / area,
    });
  }
  return found;
}

/** Sizes in pixels of the searched level; constants were tuned on planted text beside clean phantoms. */
function couldBeLetter(label: number, imageWidth: number, thresholds: BlockThresholds): boolean {
  const p = pieces;
  const width = (p.right[label] as number) - (p.left[label] as number) + 1;
  const height = (p.bottom[label] as number) - (p.top[label] as number) + 1;
  const area = p.area[label] as number;
  const longest = Math.max(width, height);
  const shortest = Math.min(width, height);
  if (area < 3 || longest < 3 || longest > 110 || shortest > 40) return false;
  if (longest > 36 && area / (width * height) < 0.09) return false;
  if (longest > 14 && shortest <= 2) return false;
  const from = p.from[label] as number;
  return (p.peak[label] as number) >= 1.25 * thresholdAt(thresholds, from % imageWidth, Math.floor(from / imageWidth));
}
