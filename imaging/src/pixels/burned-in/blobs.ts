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

type Growing = { left: number; top: number; right: number; bottom: number; area: number; sum: number; peak: number; threshold: number };
type Run = { readonly from: number; readonly to: number; readonly label: number };

/** 8-connected pieces of pixels at or above their block's threshold, found by runs, that could be parts of letters. */
export function strokeBlobs(strokes: Plane, mask: Uint8Array, thresholds: BlockThresholds): Blob[] {
  const parents: number[] = [];
  const pieces: Growing[] = [];
  const rootOf = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = label; parents[at] !== root; ) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  let above: Run[] = [];
  for (let y = 0; y < strokes.height; y++) {
    const row: Run[] = [];
    let first = 0;
    for (const piece of runsOfRow(strokes, mask, thresholds, y)) {
      let label = -1;
      while (first < above.length && (above[first] as Run).to < piece.left - 1) first++;
      for (let n = first; n < above.length && (above[n] as Run).from <= piece.right + 1; n++) {
        const other = rootOf((above[n] as Run).label);
        if (label < 0) label = other;
        else if (other !== label) {
          parents[other] = label;
          merge(pieces[label] as Growing, pieces[other] as Growing);
        }
      }
      if (label < 0) {
        label = pieces.length;
        parents.push(label);
        pieces.push(piece);
      } else merge(pieces[label] as Growing, piece);
      row.push({ from: piece.left, to: piece.right, label });
    }
    above = row;
  }
  return pieces.filter((piece, label) => parents[label] === label && couldBeLetter(piece)).slice(0, MOST_BLOBS).map(finished);
}

function runsOfRow({ data, width }: Plane, mask: Uint8Array, thresholds: BlockThresholds, y: number): Growing[] {
  const runs: Growing[] = [];
  const start = y * width;
  const end = start + width;
  for (let at = start; at < end; at++) {
    if (mask[at] === 0) continue;
    const from = at;
    let sum = 0;
    let peak = 0;
    for (; at < end && mask[at] === 1; at++) {
      const value = data[at] as number;
      sum += value;
      if (value > peak) peak = value;
    }
    const left = from - start;
    runs.push({ left, right: at - 1 - start, top: y, bottom: y, area: at - from, sum, peak, threshold: thresholdAt(thresholds, left, y) });
  }
  return runs;
}

function merge(into: Growing, from: Growing): void {
  into.left = Math.min(into.left, from.left);
  into.right = Math.max(into.right, from.right);
  into.top = Math.min(into.top, from.top);
  into.bottom = Math.max(into.bottom, from.bottom);
  into.area += from.area;
  into.sum += from.sum;
  into.peak = Math.max(into.peak, from.peak);
}

/** Sizes in pixels of the searched level; constants were tuned on planted text beside clean phantoms. */
function couldBeLetter(piece: Growing): boolean {
  const width = piece.right - piece.left + 1;
  const height = piece.bottom - piece.top + 1;
  const longest = Math.max(width, height);
  const shortest = Math.min(width, height);
  if (piece.area < 3 || longest < 3 || longest > 110 || shortest > 40) return false;
  if (longest > 36 && piece.area / (width * height) < 0.09) return false;
  if (longest > 14 && shortest <= 2) return false;
  return piece.peak >= 1.25 * piece.threshold;
}

function finished({ left, top, right, bottom, area, sum }: Growing): Blob {
  return { left, top, right, bottom, area, strength: sum / area };
}
