import { latin1Text, viewOf } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { inflateBounded } from '../dicom/inflate.ts';
import { ok, type Refusal, type Result, refuse, tooLarge } from '../result.ts';
import { INTAKE_LIMITS } from './limits.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_COMMENT = 65_535;
const ENCRYPTED = 1;

export const isZip = (bytes: Uint8Array): boolean => bytes.length >= 22 && (viewOf(bytes).getUint32(0, true) === LOCAL || viewOf(bytes).getUint32(0, true) === END);

/** One entry of the central directory (APPNOTE 4.3.12). The name serves to tell system files apart and goes no further. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
};

const endRecord = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - MOST_COMMENT; at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
};

/** Lists an archive without unpacking. Its own counts are bounds to walk by, never sizes to allocate. */
export const listZip = (bytes: Uint8Array): Result<ZipEntry[]> => {
  const view = viewOf(bytes);
  const end = endRecord(view);
  if (end < 0) return refuse('intake-zip-broken');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return refuse('intake-zip-broken');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length || nameLength > INTAKE_LIMITS.nameBytes) return refuse('intake-zip-broken');
    entries.push({
      name: latin1Text(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), header: view.getUint32(at + 42, true),
    });
    if (entries.length > INTAKE_LIMITS.entries) return tooLarge('intake-zip-too-many-entries', { limit: INTAKE_LIMITS.entries });
    at = next;
  }
  return ok(entries);
};

/** Entries that overlap are how a small archive becomes a huge one (Fifield 2019): together they may not exceed the file. */
export const overlaps = (entries: readonly ZipEntry[], archive: Uint8Array): boolean =>
  entries.reduce((sum, entry) => sum + entry.packed, 0) > archive.length;

const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > INTAKE_LIMITS.ratioFromBytes && unpacked > packed * INTAKE_LIMITS.ratio;

const brokenEntry: Refusal = refuse('intake-zip-broken');

/** Unpacks one entry, at most `room` bytes; checked by its checksum. */
export const unpackEntry = (archive: Uint8Array, entry: ZipEntry, room: number): Result<Uint8Array> => {
  if (entry.flags & ENCRYPTED) return refuse('intake-zip-encrypted');
  const view = viewOf(archive);
  if (entry.header + 30 > archive.length || view.getUint32(entry.header, true) !== LOCAL) return brokenEntry;
  const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  if (start + entry.packed > archive.length) return brokenEntry;
  const packed = archive.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) return brokenEntry;
  if (isBomb(entry.packed, entry.unpacked)) return tooLarge('intake-zip-ratio', { limit: INTAKE_LIMITS.ratio });
  const limit = Math.min(room, Math.max(INTAKE_LIMITS.ratioFromBytes, entry.packed * INTAKE_LIMITS.ratio));
  const out = entry.method === 0 ? ok(packed) : inflateBounded(packed, limit);
  if (!out.ok) {
    if (out.code !== 'dicom-too-large') return brokenEntry;
    return limit === room ? tooLarge('intake-too-large', { limit: INTAKE_LIMITS.bytes }) : tooLarge('intake-zip-ratio', { limit: INTAKE_LIMITS.ratio });
  }
  if (out.value.length > room) return tooLarge('intake-too-large', { limit: INTAKE_LIMITS.bytes });
  return out.value.length === entry.unpacked && crc32(out.value) === entry.crc ? out : brokenEntry;
};
