import { viewOf } from '../bytes.ts';

/** Bytes from the frame's beginning that hold an eighth, a quarter and half of its size; each decodes alone. */
export type Cuts = readonly [number, number, number];

const SOT = 0xff90;
const SOD = 0xff93;
/** Five decompositions, one tile-part for each of the six sizes, smallest first. */
const PARTS = 6;

/** Where the first tile-part begins: after the segments of the main header. */
const mainHeaderEnd = (view: DataView): number => {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint16(at) !== SOT && view.getUint16(at) !== SOD) at += 2 + view.getUint16(at + 2);
  return at;
};

/**
 * Cut points of a JPEG 2000 codestream of one tile that is laid out by resolution; null of every other. They are sums of the
 * tile-parts' own lengths (ITU-T T.800 A.4.2), so who has the file finds them again.
 */
export const resolutionCuts = (bytes: Uint8Array): Cuts | null => {
  const view = viewOf(bytes);
  const ends: number[] = [];
  let at = mainHeaderEnd(view);
  while (at + 12 <= bytes.length && view.getUint16(at) === SOT) {
    const [tile, length, part] = [view.getUint16(at + 4), view.getUint32(at + 6), bytes[at + 10]];
    if (tile !== 0 || part !== ends.length || length < 14 || ends.length === PARTS) return null;
    at += length;
    ends.push(at);
  }
  const [, , eighth, quarter, half, whole] = ends;
  return eighth && quarter && half && whole && whole <= bytes.length ? [eighth, quarter, half] : null;
};
