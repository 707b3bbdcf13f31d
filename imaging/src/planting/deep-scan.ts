import { Inflate, unzlibSync } from 'fflate';
import { joinBytes, viewOf } from '../bytes.ts';
import { type Found, type Needle, scannerFor } from './scan.ts';

/** What is unpacked of one stream; identifiers stand near the beginning of what is packed. */
const MOST_UNPACKED = 32 * 1024 * 1024;
/** Views inside views: a PDF in a ZIP with a stream of its own. */
const DEEPEST = 3;
const LEAST_PACKED = 8;

const ZIP_ENTRY = 0x04034b50;

const inflated = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < bytes.length && length < MOST_UNPACKED; at += 65_536) inflate.push(bytes.subarray(at, at + 65_536));
  } catch {
    // What came out before the stream broke is looked at all the same: a leak needs no checksum.
  }
  return joinBytes(parts);
};

/** A zlib head (RFC 1950): deflate, and a check over both bytes. */
const isZlib = (bytes: Uint8Array, at: number): boolean =>
  ((bytes[at] as number) & 0x0f) === 8 && (bytes[at] as number) <= 0x78 && (((bytes[at] as number) << 8) | (bytes[at + 1] as number)) % 31 === 0;

const GZIP_HEAD = 10;

/** Chunks of a PNG that hold its picture are one stream in pieces. */
const pngPicture = (bytes: Uint8Array): Uint8Array | undefined => {
  if (bytes.length < 33 || viewOf(bytes).getUint32(0) !== 0x89504e47) return undefined;
  const view = viewOf(bytes);
  const pieces: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === 0x49444154) pieces.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  try {
    return unzlibSync(joinBytes(pieces));
  } catch {
    return undefined;
  }
};

/** What lies packed in the bytes: zlib and gzip streams, entries of archives, the deflated body of a DICOM file given by `deflatedFrom`. */
const unpackedParts = (bytes: Uint8Array): { name: string; bytes: Uint8Array }[] => {
  const out: { name: string; bytes: Uint8Array }[] = [];
  const view = viewOf(bytes);
  const add = (name: string, part: Uint8Array | undefined): void => {
    if (part !== undefined && part.length >= LEAST_PACKED) out.push({ name, bytes: part });
  };
  add('png', pngPicture(bytes));
  for (let at = 0; at + LEAST_PACKED < bytes.length; at++) {
    if (view.getUint32(at, true) === ZIP_ENTRY && at + 30 < bytes.length && view.getUint16(at + 8, true) === 8)
      add('zip', inflated(bytes.subarray(at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true))));
    else if (bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8) add('gzip', inflated(bytes.subarray(at + GZIP_HEAD)));
    else if (bytes[at] === 0x78 && isZlib(bytes, at)) add('zlib', inflated(bytes.subarray(at + 2)));
  }
  return out;
};

/** Text hidden in the upper half of each word's high byte, two words a letter: where overlays once lay. */
const highNibbles = (bytes: Uint8Array, from: number): Uint8Array => {
  const out = new Uint8Array(Math.max(0, Math.floor((bytes.length - from) / 4)));
  for (let at = 0; at < out.length; at++) {
    const place = from + 4 * at;
    out[at] = ((bytes[place + 1] as number) & 0xf0) | ((bytes[place + 3] as number) >> 4);
  }
  return out;
};

/** The body of a deflated DICOM file: raw deflate behind the file meta, whose length its first element tells. */
const deflatedBody = (bytes: Uint8Array): Uint8Array | undefined => {
  if (bytes.length < 144 || viewOf(bytes).getUint32(128) !== 0x4449434d) return undefined;
  const start = 144 + viewOf(bytes).getUint32(140, true);
  return start < bytes.length ? inflated(bytes.subarray(start)) : undefined;
};

type Scanner = (bytes: Uint8Array) => Found[];

const within = (bytes: Uint8Array, scan: Scanner, depth: number): Found[] => {
  const found = scan(bytes);
  const add = (name: string, inside: readonly Found[]): void => void found.push(...inside.map((one) => ({ ...one, encoding: `${name}: ${one.encoding}` })));
  const parts = depth < DEEPEST ? unpackedParts(bytes) : [];
  const body = depth === 0 ? deflatedBody(bytes) : undefined;
  if (body !== undefined && body.length >= LEAST_PACKED) parts.push({ name: 'deflated', bytes: body });
  for (const part of parts) add(part.name, within(part.bytes, scan, depth + 1));
  if (depth < 2) for (const from of [0, 1, 2, 3]) add('high bits', scan(highNibbles(bytes, from)));
  return found;
};

/** As `findPlanted`, also inside what is packed and in the high bits of words; the encoding tells the way to it. */
export const deepScannerFor = (needles: readonly Needle[]): Scanner => {
  const scan = scannerFor(needles);
  return (bytes) => within(bytes, scan, 0);
};

export const findPlantedDeep = (bytes: Uint8Array, needles: readonly Needle[]): Found[] => deepScannerFor(needles)(bytes);
