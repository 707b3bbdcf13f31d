import { inflateSync } from 'node:zlib';
import { joinBytes, latin1Text, viewOf } from '../bytes.ts';
import { ok, type Result, refuse, tooLarge } from '../result.ts';

/** Interleaved RGB of 8 bits. */
export type Rgb = { readonly data: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number };

/** A photo of a phone has 12 to 50 million pixels. */
export const MOST_PIXELS = 60_000_000;

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunks = { readonly header: DataView; readonly palette: Uint8Array; readonly packed: Uint8Array[] };

/** Chunks of a PNG that `stripPhoto` let through: their lengths and checksums hold. */
const chunksOf = (png: Uint8Array): Chunks => {
  const view = viewOf(png);
  const packed: Uint8Array[] = [];
  let palette = new Uint8Array(0) as Uint8Array;
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const kind = latin1Text(png.subarray(at + 4, at + 8));
    const body = png.subarray(at + 8, at + 8 + view.getUint32(at));
    if (kind === 'IDAT') packed.push(body);
    if (kind === 'PLTE') palette = body;
  }
  return { header: viewOf(png.subarray(16, 29)), palette, packed };
};

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

/** Undoes the filters of PNG's rows (RFC 2083 section 6) in place; each row stands behind its filter's number. */
const unfilter = (rows: Uint8Array, stride: number, step: number): boolean => {
  for (let start = 0; start < rows.length; start += stride + 1) {
    const filter = rows[start] as number;
    if (filter > 4) return false;
    for (let i = 1; i <= stride; i++) {
      const at = start + i;
      const left = i > step ? (rows[at - step] as number) : 0;
      const up = start > 0 ? (rows[at - stride - 1] as number) : 0;
      const corner = i > step && start > 0 ? (rows[at - stride - 1 - step] as number) : 0;
      const predicted = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter] as number;
      rows[at] = (rows[at] as number) + predicted;
    }
  }
  return true;
};

/** The pixels of a stripped PNG of 8 or 16 bits that is not interlaced; transparency shows black, deep samples lose their low byte. */
export function pngPixels(png: Uint8Array): Result<Rgb> {
  const { header, palette, packed } = chunksOf(png);
  const [width, height, depth, colour] = [header.getUint32(0), header.getUint32(4), header.getUint8(8), header.getUint8(9)];
  const samples = SAMPLES[colour];
  if (samples === undefined || (depth !== 8 && depth !== 16) || header.getUint8(12) !== 0) return refuse('photo-broken');
  if (width * height > MOST_PIXELS) return tooLarge('photo-too-large', { limit: MOST_PIXELS });
  const bytes = depth / 8;
  const step = samples * bytes;
  const stride = width * step;
  const size = (stride + 1) * height;
  let rows: Uint8Array;
  try {
    rows = inflateSync(joinBytes(packed), { maxOutputLength: size + 1 });
  } catch {
    return refuse('photo-broken');
  }
  if (rows.length !== size || !unfilter(rows, stride, step)) return refuse('photo-broken');
  const data = new Uint8Array(width * height * 3);
  const offsets = samples >= 3 ? [0, bytes, 2 * bytes] : [0, 0, 0];
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = y * (stride + 1) + 1; x < width; x++, from += step) {
      const alpha = samples === 2 || samples === 4 ? (rows[from + step - bytes] as number) / 255 : 1;
      for (const [channel, offset] of offsets.entries()) {
        const value = rows[from + offset] as number;
        data[to++] = colour === 3 ? (palette[3 * value + channel] ?? 0) : Math.round(value * alpha);
      }
    }
  }
  return ok({ data, width, height });
}
