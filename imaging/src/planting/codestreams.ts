import { joinBytes, latin1Bytes } from '../bytes.ts';

const word = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const long = (value: number): number[] => [...word(value >>> 16), ...word(value & 0xffff)];

const jpegSegment = (marker: number, payload: Uint8Array): Uint8Array =>
  joinBytes([Uint8Array.of(0xff, marker, ...word(payload.length + 2)), payload]);

/**
 * A JPEG with the right structure (baseline, grey) around coded data that is not a picture, and text wherever text can be put:
 * comment, Exif, JFIF thumbnail and after the end.
 */
export const textedJpeg = (rows: number, columns: number, texts: readonly string[]): Uint8Array => {
  const text = (i: number) => latin1Bytes(texts[i % texts.length] ?? '');
  return joinBytes([
    Uint8Array.of(0xff, 0xd8),
    jpegSegment(0xe0, joinBytes([latin1Bytes('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0), text(0)])),
    jpegSegment(0xe1, joinBytes([latin1Bytes('Exif\0\0'), text(1)])),
    jpegSegment(0xfe, text(2)),
    jpegSegment(0xdb, joinBytes([Uint8Array.of(0), new Uint8Array(64).fill(16)])),
    jpegSegment(0xc0, Uint8Array.of(8, ...word(rows), ...word(columns), 1, 1, 0x11, 0)),
    jpegSegment(0xed, text(3)),
    jpegSegment(0xc4, Uint8Array.of(0, 0, 1, ...new Array<number>(14).fill(0), 5)),
    jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd9),
    text(4),
  ]);
};

/** A JPEG 2000 codestream likewise: comments in the main header and in a tile-part, and text after the end. */
export const textedJpeg2000 = (rows: number, columns: number, texts: readonly string[]): Uint8Array => {
  const text = (i: number) => latin1Bytes(texts[i % texts.length] ?? '');
  const segment = (marker: number, payload: readonly number[]): number[] => [0xff, marker, ...word(payload.length + 2), ...payload];
  const comment = (i: number) => segment(0x64, [0, 1, ...text(i)]);
  const tileHeader = comment(1);
  const data = [0x01, 0x02, 0x03, 0x04];
  const psot = 12 + tileHeader.length + 2 + data.length;
  return joinBytes([
    Uint8Array.of(0xff, 0x4f),
    Uint8Array.of(...segment(0x51, [0, 0, ...long(columns), ...long(rows), ...long(0), ...long(0), ...long(columns), ...long(rows), ...long(0), ...long(0), ...word(1), 7, 1, 1])),
    Uint8Array.of(...comment(0)),
    Uint8Array.of(...segment(0x52, [0, 0, 0, 1, 0, 0, 4, 4, 0, 0])),
    Uint8Array.of(...segment(0x5c, [0x40, 0x40])),
    Uint8Array.of(...segment(0x90, [0, 0, ...long(psot), 0, 1]), ...tileHeader, 0xff, 0x93, ...data),
    Uint8Array.of(0xff, 0xd9),
    text(2),
  ]);
};

/** An RLE frame of one flat plane, with text between its segment and its end. */
export const textedRle = (rows: number, columns: number, grey: number, text: string): Uint8Array => {
  const header = new Uint8Array(64);
  new DataView(header.buffer).setUint32(0, 1, true);
  new DataView(header.buffer).setUint32(4, 64, true);
  const coded: number[] = [];
  for (let row = 0; row < rows; row++) for (let left = columns; left > 0; left -= 128) coded.push(257 - Math.min(128, left), grey);
  return joinBytes([header, Uint8Array.from(coded), latin1Bytes(text)]);
};
