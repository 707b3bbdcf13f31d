import { viewOf } from '../bytes.ts';
import { ok, type Result, refuse } from '../result.ts';

const HEADER = 64;

const broken = (at: number) => refuse('frame-broken', { at });

/** Where each segment of an RLE frame begins (PS3.5 annex G.5); undefined when the header cannot be. */
const startsOf = (bytes: Uint8Array, segments: number): number[] | undefined => {
  if (bytes.length < HEADER) return undefined;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== segments) return undefined;
  const starts = Array.from({ length: segments }, (_, i) => view.getUint32(4 + 4 * i, true));
  let last = HEADER - 1;
  for (const start of starts) {
    if (start <= last || start >= bytes.length) return undefined;
    last = start;
  }
  return starts;
};

/** One past the coded bytes that give `size` bytes; -1 when they give fewer, or more. */
const codedEnd = (bytes: Uint8Array, from: number, limit: number, size: number): number => {
  let made = 0;
  let at = from;
  while (made < size) {
    if (at >= limit) return -1;
    const control = bytes[at] as number;
    if (control === 128) at += 1;
    else if (control < 128) { made += control + 1; at += control + 2; }
    else { made += 257 - control; at += 2; }
  }
  return made === size && at <= limit ? at : -1;
};

const decode = (bytes: Uint8Array, from: number, end: number, size: number): Uint8Array => {
  const out = new Uint8Array(size);
  let at = from;
  let made = 0;
  while (at < end) {
    const control = bytes[at] as number;
    if (control < 128) {
      out.set(bytes.subarray(at + 1, at + 2 + control), made);
      made += control + 1;
      at += control + 2;
    } else if (control > 128) {
      out.fill(bytes[at + 1] as number, made, made + 257 - control);
      made += 257 - control;
      at += 2;
    } else at += 1;
  }
  return out;
};

const runLength = (row: Uint8Array, at: number): number => {
  let n = 1;
  while (n < 128 && at + n < row.length && row[at + n] === row[at]) n++;
  return n;
};

/** PackBits of one plane, row by row as PS3.5 section G.3.1 asks. */
const encode = (plane: Uint8Array, columns: number): Uint8Array => {
  const out: number[] = [];
  for (let start = 0; start < plane.length; start += columns) {
    const row = plane.subarray(start, start + columns);
    let at = 0;
    while (at < row.length) {
      const run = runLength(row, at);
      if (run > 1) { out.push(257 - run, row[at] as number); at += run; continue; }
      let n = 1;
      while (n < 128 && at + n < row.length && runLength(row, at + n) < 3) n++;
      out.push(n - 1, ...row.subarray(at, at + n));
      at += n;
    }
  }
  return Uint8Array.from(out);
};

export type RleShape = { readonly rows: number; readonly columns: number; readonly samplesPerPixel: number; readonly bitsAllocated: number };

/**
 * One RLE frame laid out anew: header, then each segment cut to what it codes and padded to even length.
 * `maskHigh` (bits of the most significant byte that may be set) clears overlay bits; a segment that has none stays bit for bit.
 */
export const cleanRle = (bytes: Uint8Array, shape: RleShape, maskHigh: number): Result<{ bytes: Uint8Array; removed: number }> => {
  const bytesPerSample = shape.bitsAllocated / 8;
  const size = shape.rows * shape.columns;
  const starts = startsOf(bytes, shape.samplesPerPixel * bytesPerSample);
  if (starts === undefined) return broken(0);
  const segments: Uint8Array[] = [];
  let removed = 0;
  for (const [index, start] of starts.entries()) {
    const end = codedEnd(bytes, start, starts[index + 1] ?? bytes.length, size);
    if (end < 0) return broken(start);
    let segment = bytes.subarray(start, end);
    // The first segment of each sample holds its most significant byte (PS3.5 annex G.2).
    if (maskHigh !== 0xff && index % bytesPerSample === 0) {
      const plane = decode(bytes, start, end, size);
      if (plane.some((byte) => (byte & ~maskHigh) !== 0)) {
        removed++;
        segment = encode(plane.map((byte) => byte & maskHigh), shape.columns);
      }
    }
    segments.push(segment);
  }
  return ok({ bytes: layOut(segments), removed });
};

const layOut = (segments: readonly Uint8Array[]): Uint8Array => {
  const total = segments.reduce((sum, one) => sum + one.length + (one.length & 1), HEADER);
  const out = new Uint8Array(total);
  const view = viewOf(out);
  view.setUint32(0, segments.length, true);
  let at = HEADER;
  for (const [index, segment] of segments.entries()) {
    view.setUint32(4 + 4 * index, at, true);
    out.set(segment, at);
    at += segment.length + (segment.length & 1);
  }
  return out;
};
