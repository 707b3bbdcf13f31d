import type { Box, FrameRange, Mask } from './box.ts';
import type { Frame } from './format.ts';

/** Whether `range` holds frame `index`. */
export function covers(range: FrameRange, index: number): boolean {
  return range === 'all' || (index >= range.from && index <= range.to);
}

/** The boxes that fall on one frame. */
export function boxesOn(masks: readonly Mask[], index: number): Box[] {
  return masks.filter((mask) => covers(mask.frames, index)).map((mask) => mask.box);
}

/** The part of a box that lies inside a frame, or null. Fractions grow outwards: a mask never gets smaller than drawn. */
export function clipBox(box: Box, columns: number, rows: number): Box | null {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const right = Math.min(columns, Math.ceil(box.left + box.width));
  const bottom = Math.min(rows, Math.ceil(box.top + box.height));
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** A copy of `frame` with the boxes painted in `value`, the stored value of black (0, or the largest for MONOCHROME1). */
export function applyMasks(frame: Frame, boxes: readonly Box[], value = 0): Frame {
  const data = frame.data.slice() as Frame['data'];
  const { rows, columns, channels } = frame;
  for (const box of boxes) {
    const inside = clipBox(box, columns, rows);
    if (!inside) continue;
    for (let row = inside.top; row < inside.top + inside.height; row++) {
      const from = (row * columns + inside.left) * channels;
      data.fill(value, from, from + inside.width * channels);
    }
  }
  return { ...frame, data };
}

/** The stored value that is shown black. */
export function blackValue(photometric: string, bitsStored: number, pixelRepresentation: number): number {
  if (photometric !== 'MONOCHROME1') return pixelRepresentation === 1 ? -(2 ** (bitsStored - 1)) : 0;
  return pixelRepresentation === 1 ? 2 ** (bitsStored - 1) - 1 : 2 ** bitsStored - 1;
}
