import { latin1Bytes, startsWith, viewOf } from '../bytes.ts';
import { ok, type Result, refuse } from '../result.ts';

/** A marker segment (`start` at its FF byte) or the coded data that follows a scan header. */
export type JpegPart = { readonly marker: number; readonly start: number; readonly end: number };
export type JpegLayout = {
  readonly parts: readonly JpegPart[];
  /** One past the end-of-image marker. */
  readonly end: number;
  readonly size: { readonly rows: number; readonly columns: number; readonly components: number; readonly precision: number };
};

export const CODED = -1;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const SOF55 = 0xf7;
const LSE = 0xf8;
export const COM = 0xfe;
export const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

// A JPEG of 10,000 restart-free scans is none (ITU-T T.81 B.2.1 allows far fewer in practice).
const MOST_PARTS = 4096;

/** Frame headers of sequential, progressive and lossless processes; hierarchical ones are left out. */
const isFrameHeader = (marker: number): boolean =>
  marker === SOF55 || (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc &&
    marker !== 0xc5 && marker !== 0xc6 && marker !== 0xc7 && marker !== 0xcd && marker !== 0xce && marker !== 0xcf);

/** One past the coded data: the next marker that is neither stuffing nor a restart. */
const codedEnd = (bytes: Uint8Array, from: number, isLs: boolean): number => {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return -1;
    const next = bytes[at + 1] as number;
    // ITU-T T.87 A.1: after FF a stuffed bit, so the next byte is below 80. T.81 F.1.2.3: FF00.
    if (next === 0xff) at += 1;
    else if ((isLs ? next < 0x80 : next === 0) || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
};

const tablesFit = (payload: Uint8Array, sizeAt: (at: number) => number): boolean => {
  let at = 0;
  while (at < payload.length) at += sizeAt(at);
  return at === payload.length && at > 0;
};

const huffmanSize = (payload: Uint8Array) => (at: number): number => {
  let codes = 0;
  for (let i = 1; i <= 16; i++) codes += payload[at + i] ?? 0x10000;
  return 17 + codes;
};

/** Whether the segment has exactly the length that its own contents call for, so that nothing rides along. */
const isSegmentSane = (marker: number, payload: Uint8Array): boolean => {
  if (marker === 0xdb) return tablesFit(payload, (at) => ((payload[at] as number) >> 4 ? 129 : 65));
  if (marker === 0xc4) return tablesFit(payload, huffmanSize(payload));
  if (marker === 0xcc) return payload.length > 0 && payload.length % 2 === 0 && payload.length <= 64;
  if (marker === 0xdd) return payload.length === 2 || payload.length === 3 || payload.length === 4;
  if (marker === SOS) return payload.length === 4 + 2 * (payload[0] ?? 0);
  if (marker === LSE) return payload[0] === 1 && payload.length === 11;
  if (isFrameHeader(marker)) return payload.length === 6 + 3 * (payload[5] ?? 0);
  return isApp(marker) || marker === COM;
};

const broken = (at: number) => refuse('frame-broken', { at });

/**
 * The marker structure of one JPEG or JPEG-LS codestream, without decoding. Every segment is bounded by the bytes there are.
 * Refuses unknown markers, hierarchical streams, segments with room to spare, and a stream that does not end.
 */
export const layOutJpeg = (bytes: Uint8Array): Result<JpegLayout> => {
  if (!startsWith(bytes, [0xff, SOI])) return broken(0);
  const parts: JpegPart[] = [];
  let size: JpegLayout['size'] | undefined;
  let isLs = false;
  let at = 2;
  const view = viewOf(bytes);
  while (at + 1 < bytes.length && parts.length < MOST_PARTS) {
    if (bytes[at] !== 0xff) return broken(at);
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) { at += 1; continue; }
    if (marker === EOI) return size === undefined ? broken(at) : ok({ parts, end: at + 2, size });
    if (at + 4 > bytes.length) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) break;
    const payload = bytes.subarray(at + 4, end);
    if (!isSegmentSane(marker, payload)) return broken(at);
    if (isFrameHeader(marker)) {
      if (size !== undefined) return broken(at);
      isLs = marker === SOF55;
      size = { precision: payload[0] as number, rows: view.getUint16(at + 5), columns: view.getUint16(at + 7), components: payload[5] as number };
    }
    parts.push({ marker, start: at, end });
    at = end;
    if (marker === SOS) {
      const next = codedEnd(bytes, at, isLs);
      if (next < 0) break;
      parts.push({ marker: CODED, start: at, end: next });
      at = next;
    }
  }
  return refuse('frame-truncated', { at });
};

// Decoders read the colour model from these three, so they stay, rewritten with nothing but that in them.
const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
const adobe = (transform: number): Uint8Array =>
  Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform);

const hasText = (payload: Uint8Array, text: string): boolean => startsWith(payload, [...latin1Bytes(text)]);

/** What stands in for an application segment or comment in a clean stream; undefined when nothing does. */
const cleanSegment = (marker: number, payload: Uint8Array): Uint8Array | undefined => {
  if (marker === 0xe0 && hasText(payload, 'JFIF\0')) return JFIF;
  if (marker === 0xee && hasText(payload, 'Adobe') && payload.length >= 12 && (payload[11] as number) <= 2) return adobe(payload[11] as number);
  if (marker === 0xe8 && hasText(payload, 'mrfx') && payload.length === 5 && (payload[4] as number) <= 3)
    return Uint8Array.of(0xff, 0xe8, 0, 7, ...payload);
  return undefined;
};

/**
 * Pieces of the stream in which comments, Exif and other application segments are gone and nothing follows the end.
 * Joined they are a whole stream; all else is bit for bit as it was. `removed` counts segments.
 */
export const cleanJpegParts = (bytes: Uint8Array, layout: JpegLayout): { pieces: Uint8Array[]; removed: number } => {
  const pieces: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  const seen = new Set<number>();
  let removed = 0;
  for (const { marker, start, end } of layout.parts) {
    if (marker !== COM && !isApp(marker)) {
      pieces.push(bytes.subarray(start, end));
      continue;
    }
    const clean = seen.has(marker) ? undefined : cleanSegment(marker, bytes.subarray(start + 4, end));
    seen.add(marker);
    if (clean === undefined) removed++;
    else pieces.push(clean);
  }
  pieces.push(Uint8Array.of(0xff, EOI));
  return { pieces, removed };
};
