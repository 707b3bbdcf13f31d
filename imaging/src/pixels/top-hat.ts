import { type Plane, inverted } from './plane.ts';
import { whiteTopHatBy } from './planes/by-kernel.ts';
import { kernel, type Kernel } from './planes/start.ts';

/** Radius of the square: strokes up to 6 pixels wide stand out, step edges give nothing. */
const RADIUS = 3;
const HIGH = 0x80808080 | 0;
const LOW = 0x7f7f7f7f;

/** Picture minus its opening by a 7 × 7 square: bright strokes on any smooth ground. */
export function whiteTopHat(plane: Plane, by: Kernel | null = kernel()): Plane {
  if (by) return whiteTopHatBy(by, plane);
  const { data, width, height } = plane;
  const padded = pad(data, width, height, width);
  erode(padded);
  // The largest value of a square is 255 less the smallest of the inverse.
  for (let at = 0; at < padded.words.length; at++) padded.words[at] = ~(padded.words[at] as number);
  const again = pad(padded.bytes, width, height, padded.stride);
  erode(again);
  const out = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let from = y * again.stride, end = at + width; at < end; at++, from++) out[at] = (data[at] as number) - (255 - (again.bytes[from] as number));
  }
  return { ...plane, data: out };
}

/** Closing minus picture: dark strokes, for instance vessels filled with contrast. */
export function blackTopHat(plane: Plane): Plane {
  return whiteTopHat(inverted(plane));
}

/** Rows with a border of 255 around them, four bytes to a word; the picture begins at (3, 3). */
type Padded = { readonly bytes: Uint8Array; readonly words: Int32Array; readonly stride: number };

function pad(data: Uint8Array, width: number, height: number, step: number): Padded {
  const stride = (width + 2 * RADIUS + 3) & ~3;
  const words = new Int32Array((stride >> 2) * (height + 2 * RADIUS)).fill(-1);
  const bytes = new Uint8Array(words.buffer);
  for (let y = 0; y < height; y++) bytes.set(data.subarray(y * step, y * step + width), (y + RADIUS) * stride + RADIUS);
  return { bytes, words, stride };
}

/** Smallest value in the square, at its first corner: the picture then begins at (0, 0). Window of 7 as 2, then 4, then 4 + 3. */
function erode({ words, stride }: Padded): void {
  for (const shift of [1, 2, 3]) minWithNextBytes(words, 8 * shift);
  for (const shift of [1, 2, 3]) minWithLater(words, (shift * stride) >> 2);
}

/** The smaller of each byte and the one `bits` / 8 places on; four at a time, because a branch a byte is mispredicted in noise. */
function minWithNextBytes(words: Int32Array, bits: number): void {
  for (let at = 0; at < words.length - 1; at++) {
    const x = words[at] as number;
    const y = (x >>> bits) | ((words[at + 1] as number) << (32 - bits));
    const difference = ((x | HIGH) - (y & LOW)) | 0;
    const larger = ((x & ~y) | (~(x ^ y) & difference)) & HIGH;
    const mask = (larger - (larger >>> 7)) | larger;
    words[at] = (y & mask) | (x & ~mask);
  }
}

function minWithLater(words: Int32Array, shift: number): void {
  for (let at = 0; at < words.length - shift; at++) {
    const x = words[at] as number;
    const y = words[at + shift] as number;
    const difference = ((x | HIGH) - (y & LOW)) | 0;
    const larger = ((x & ~y) | (~(x ^ y) & difference)) & HIGH;
    const mask = (larger - (larger >>> 7)) | larger;
    words[at] = (y & mask) | (x & ~mask);
  }
}
