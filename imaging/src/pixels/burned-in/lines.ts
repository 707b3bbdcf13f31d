import type { Blob } from './blobs.ts';

/** Blobs that could be one line of writing; edges inclusive, in pixels of the searched level. */
export type Line = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** True when the writing runs up or down the picture. */
  readonly upright: boolean;
  readonly blobs: readonly Blob[];
};

const MOST_JOINS = 12;
/** Widest gap that any join may bridge: 1.3 × the tallest blob (40) + 1. */
const REACH = 53;

/** Groups blobs into lines along x and, with the axes swapped, along y. `tallest` caps a line's height in level pixels. */
export function linesOf(blobs: readonly Blob[], tallest: number): Line[] {
  const across = group(blobs, tallest).map((line) => ({ ...line, upright: false }));
  const down = group(blobs.map(swapped), tallest).map((line) => ({ ...swapped(line), blobs: line.blobs.map(swapped), upright: true }));
  return [...across, ...down];
}

function swapped<T extends { left: number; top: number; right: number; bottom: number }>(box: T): T {
  return { ...box, left: box.top, top: box.left, right: box.bottom, bottom: box.right };
}

function group(blobs: readonly Blob[], tallest: number): Omit<Line, 'upright'>[] {
  const sorted = blobs.slice().sort((a, b) => a.left - b.left);
  const group = sorted.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root] as number;
    group[index] = root;
    return root;
  };
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i] as Blob;
    let joins = 0;
    for (let j = i + 1; j < sorted.length && joins < MOST_JOINS; j++) {
      const b = sorted[j] as Blob;
      if (b.left - a.right > REACH) {
        if (b.left - a.left > REACH + 110) break;
        continue;
      }
      if (!continues(a, b)) continue;
      joins++;
      group[rootOf(j)] = rootOf(i);
    }
  }
  const members = new Map<number, Blob[]>();
  for (const [index, blob] of sorted.entries()) {
    const root = rootOf(index);
    const list = members.get(root);
    if (list) list.push(blob);
    else members.set(root, [blob]);
  }
  return [...members.values()].map(boxed).filter((line) => looksLikeLine(line, tallest));
}

function continues(a: Blob, b: Blob): boolean {
  const heightA = a.bottom - a.top + 1;
  const heightB = b.bottom - b.top + 1;
  const gap = Math.max(0, Math.max(a.left, b.left) - Math.min(a.right, b.right) - 1);
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + 1;
  const tall = Math.max(heightA, heightB);
  const low = Math.min(heightA, heightB);
  if (gap > 1.3 * tall + 1 || overlap < 0.4 * low) return false;
  const strength = a.strength / b.strength;
  if (strength > 3 || strength < 1 / 3) return false;
  // Dots and diacritics are much lower than their letters but stand close.
  return tall <= 3 * low || gap <= 0.3 * tall;
}

function boxed(blobs: Blob[]): Omit<Line, 'upright'> {
  return {
    blobs,
    left: Math.min(...blobs.map((blob) => blob.left)),
    top: Math.min(...blobs.map((blob) => blob.top)),
    right: Math.max(...blobs.map((blob) => blob.right)),
    bottom: Math.max(...blobs.map((blob) => blob.bottom)),
  };
}

function looksLikeLine(line: Omit<Line, 'upright'>, tallest: number): boolean {
  const height = line.bottom - line.top + 1;
  const length = line.right - line.left + 1;
  if (height < 4 || height > tallest || length < 9 || length < 1.1 * height) return false;
  return line.blobs.length >= 2 || length > 1.6 * height;
}
