import { joinBytes, latin1Bytes, latin1Text, viewOf } from '../bytes.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isSizeSane, type StrippedPicture } from './picture.ts';

type Chunk = { readonly kind: string; readonly data: Uint8Array; readonly end: number };

/** RIFF chunks that make the picture (WebP container specification, RFC 9649 section 2.7); ICCP, EXIF, XMP and unknown ones go. */
const STILL = new Set(['VP8 ', 'VP8L', 'ALPH']);
const MOVING = new Set(['ANIM', 'ANMF']);
const MOST_CHUNKS = 4096;

export const isWebp = (bytes: Uint8Array): boolean =>
  bytes.length >= 20 && latin1Text(bytes.subarray(0, 4)) === 'RIFF' && latin1Text(bytes.subarray(8, 12)) === 'WEBP';

const chunksOf = (bytes: Uint8Array, from: number, to: number): Chunk[] | undefined => {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = from;
  while (at < to) {
    if (at + 8 > to || chunks.length >= MOST_CHUNKS) return undefined;
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length & 1);
    if (at + 8 + length > to || end > to) return undefined;
    chunks.push({ kind: latin1Text(bytes.subarray(at, at + 4)), data: bytes.subarray(at + 8, at + 8 + length), end });
    at = end;
  }
  return chunks;
};

const chunkBytes = (kind: string, data: Uint8Array): Uint8Array => {
  const head = new Uint8Array(8);
  head.set(latin1Bytes(kind));
  viewOf(head).setUint32(4, data.length, true);
  return joinBytes([head, data, new Uint8Array(data.length & 1)]);
};

const uint24 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);

type Size = { readonly width: number; readonly height: number };

/** Sizes by RFC 6386 section 9.1 (key frame header) and the lossless bitstream's header. */
const sizeOf = (chunk: Chunk): Size | undefined => {
  const { kind, data } = chunk;
  if (kind === 'VP8X' && data.length === 10) return { width: uint24(data, 4) + 1, height: uint24(data, 7) + 1 };
  if (kind === 'VP8 ' && data.length > 10 && uint24(data, 3) === 0x2a019d)
    return { width: uint24(data, 6) & 0x3fff, height: (uint24(data, 7) >> 8) & 0x3fff };
  if (kind === 'VP8L' && data.length > 5 && data[0] === 0x2f) {
    const bits = viewOf(data).getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return undefined;
};

const kindsOf = (chunks: readonly Chunk[]): string => chunks.map((one) => one.kind).join();

/** An animation frame holds chunks of its own behind 16 bytes of place and duration. */
const cleanFrame = (data: Uint8Array): { data: Uint8Array; removed: number } | undefined => {
  const inner = data.length < 16 ? undefined : chunksOf(data, 16, data.length);
  const kept = inner?.filter((chunk) => STILL.has(chunk.kind)) ?? [];
  if (inner === undefined || !/^(VP8L|(ALPH,)?VP8 )$/.test(kindsOf(kept))) return undefined;
  return { data: joinBytes([data.subarray(0, 16), ...kept.map((one) => chunkBytes(one.kind, one.data))]), removed: inner.length - kept.length };
};

const ALPHA = 0x10;
const ANIMATION = 0x02;

/** Canvas header with the flags for profile, Exif and XMP put out, and reserved bytes zero. */
const extended = (data: Uint8Array): Uint8Array =>
  joinBytes([Uint8Array.of((data[0] as number) & (ALPHA | ANIMATION), 0, 0, 0), data.subarray(4, 10)]);

/** The three orders of chunks that a clean file may have: plain, with alpha, moving. */
const LAYOUT = /^(VP8 |VP8L|VP8X,ALPH,VP8 |VP8X,ANIM(,ANMF)+)$/;

type Clean = { readonly chunks: readonly Chunk[]; readonly removed: number };

const cleanChunks = (chunks: readonly Chunk[]): Clean | undefined => {
  // Without alpha and animation the plain form says all there is to say, so the extended header goes.
  const plain = !chunks.some((one) => MOVING.has(one.kind) || one.kind === 'ALPH');
  const out: Chunk[] = [];
  let removed = 0;
  for (const chunk of chunks) {
    const { kind, data } = chunk;
    if (kind === 'VP8X') {
      if (data.length !== 10) return undefined;
      if (!plain) out.push({ ...chunk, data: extended(data) });
    } else if (kind === 'ANMF') {
      const frame = cleanFrame(data);
      if (frame === undefined) return undefined;
      removed += frame.removed;
      out.push({ ...chunk, data: frame.data });
    } else if (STILL.has(kind) || (kind === 'ANIM' && data.length === 6)) out.push(chunk);
    else removed++;
  }
  return LAYOUT.test(kindsOf(out)) ? { chunks: out, removed } : undefined;
};

/** A WebP of picture chunks only, still or moving. */
export const stripWebp = (bytes: Uint8Array): Result<StrippedPicture> => {
  if (!isWebp(bytes)) return refuse('photo-not-a-photo');
  const end = 8 + viewOf(bytes).getUint32(4, true);
  const chunks = end > bytes.length ? undefined : chunksOf(bytes, 12, end);
  const clean = chunks === undefined ? undefined : cleanChunks(chunks);
  const size = clean?.chunks[0] === undefined ? undefined : sizeOf(clean.chunks[0]);
  if (clean === undefined || size === undefined || !isSizeSane(size.width, size.height)) return refuse('photo-broken', { at: 12 });
  const body = joinBytes(clean.chunks.map((one) => chunkBytes(one.kind, one.data)));
  const head = joinBytes([latin1Bytes('RIFF'), new Uint8Array(4), latin1Bytes('WEBP')]);
  viewOf(head).setUint32(4, body.length + 4, true);
  return ok({ mediaType: 'image/webp', ...size, bytes: joinBytes([head, body]), removed: clean.removed, trailing: bytes.length - end });
};
