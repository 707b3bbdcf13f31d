/** One marker segment of a JPEG or JPEG-LS stream (ITU-T T.81 B.1.1.4); `start` to `end` are its parameters. */
export type Segment = {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
};

export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const DHT = 0xc4;
export const DRI = 0xdd;
export const SOF_LOSSLESS = 0xc3;
export const SOF_JPEG_LS = 0xf7;

/** What a start-of-frame segment claims. */
export type FrameHeader = {
  readonly marker: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: readonly { readonly id: number; readonly horizontal: number; readonly vertical: number }[];
};

/** Next marker segment at or after `position`; fill bytes (T.81 B.1.1.2) are skipped. Null when the stream is not well formed. */
export function nextSegment(bytes: Uint8Array, position: number): Segment | null {
  let at = position;
  if (bytes[at] !== 0xff) return null;
  while (bytes[at] === 0xff) at++;
  const marker = bytes[at];
  if (marker === undefined || marker === 0) return null;
  at++;
  if (marker === SOI || marker === EOI || (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) {
    return { marker, start: at, end: at };
  }
  const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  if (length < 2 || at + length > bytes.length) return null;
  return { marker, start: at + 2, end: at + length };
}

/** Reads a start-of-frame segment; null when its length does not fit its count of components. */
export function readFrameHeader(bytes: Uint8Array, segment: Segment): FrameHeader | null {
  const { start, end, marker } = segment;
  if (end - start < 6) return null;
  const byte = (index: number): number => bytes[start + index] ?? 0;
  const count = byte(5);
  if (end - start !== 6 + 3 * count) return null;
  const components = Array.from({ length: count }, (_, n) => ({
    id: byte(6 + 3 * n),
    horizontal: byte(7 + 3 * n) >> 4,
    vertical: byte(7 + 3 * n) & 15,
  }));
  return { marker, precision: byte(0), rows: byte(1) * 256 + byte(2), columns: byte(3) * 256 + byte(4), components };
}

/** SOF0–SOF15 without DHT, JPG and DAC, and SOF55 of JPEG-LS (T.87 C.1.1). */
function isFrameHeader(marker: number): boolean {
  if (marker === SOF_JPEG_LS) return true;
  return marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== 0xc8 && marker !== 0xcc;
}

/** The first frame header of a stream, found without decoding anything; null when there is none before the first scan. */
export function findFrameHeader(bytes: Uint8Array): FrameHeader | null {
  let position = 0;
  while (position < bytes.length) {
    const segment = nextSegment(bytes, position);
    if (!segment || segment.marker === SOS || segment.marker === EOI) return null;
    if (isFrameHeader(segment.marker)) return readFrameHeader(bytes, segment);
    position = segment.end;
  }
  return null;
}

/** Whether an APP0 "JFIF" or APP14 "Adobe" segment tells a reader the colour space. */
export function namesColourSpace(bytes: Uint8Array): boolean {
  let position = 0;
  while (position < bytes.length) {
    const segment = nextSegment(bytes, position);
    if (!segment || segment.marker === SOS || segment.marker === EOI) return false;
    if (segment.marker === 0xe0 || segment.marker === 0xee) return true;
    position = segment.end;
  }
  return false;
}
