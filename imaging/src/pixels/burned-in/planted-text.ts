import type { Box } from '../box.ts';
import type { Plane } from '../plane.ts';

/** For tests: rows of 5 bits, top to bottom. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  I: [14, 4, 4, 4, 4, 4, 14],
  K: [17, 18, 20, 24, 20, 18, 17],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  R: [30, 17, 17, 30, 20, 18, 17],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [30, 1, 1, 14, 1, 1, 30],
  '7': [31, 1, 2, 4, 8, 8, 8],
  ':': [0, 4, 0, 0, 0, 4, 0],
  ' ': [0, 0, 0, 0, 0, 0, 0],
};

/** Writes `text` into a copy of the picture and says where its strokes are. Opacity 0–1, grey 0–255. */
export function withText(
  plane: Plane,
  text: string,
  place: { readonly left: number; readonly top: number; readonly scale: number; readonly grey: number; readonly opacity: number },
): { plane: Plane; strokes: number[] } {
  const data = plane.data.slice() as Plane['data'];
  const strokes: number[] = [];
  for (const [n, letter] of [...text].entries()) {
    for (const [row, bits] of (LETTERS[letter] ?? []).entries()) {
      for (let column = 0; column < 5; column++) {
        if (((bits >> (4 - column)) & 1) === 0) continue;
        paint(data, plane.width, place, place.left + (n * 6 + column) * place.scale, place.top + row * place.scale, strokes);
      }
    }
  }
  return { plane: { ...plane, data }, strokes };
}

function paint(
  data: Uint8Array,
  width: number,
  { scale, grey, opacity }: { scale: number; grey: number; opacity: number },
  left: number,
  top: number,
  strokes: number[],
): void {
  for (let y = top; y < top + scale; y++) {
    for (let x = left; x < left + scale; x++) {
      const at = y * width + x;
      const before = data[at] as number;
      data[at] = Math.round(before + (grey - before) * opacity);
      if (Math.abs((data[at] as number) - before) >= 4) strokes.push(at);
    }
  }
}

/** Share of the strokes that lie under the boxes. */
export function coveredShare(strokes: readonly number[], boxes: readonly Box[], width: number): number {
  const inside = strokes.filter((at) => {
    const x = at % width;
    const y = Math.floor(at / width);
    return boxes.some((box) => x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height);
  });
  return inside.length / strokes.length;
}
