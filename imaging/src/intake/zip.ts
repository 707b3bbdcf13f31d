import { latin1Text, viewOf } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { inflateBounded } from '../dicom/inflate.ts';
import { ok, type Refusal, type Result, refuse, tooLarge } from '../result.ts';
import { INTAKE_LIMITS } from './limits.ts';
import { bytesAt, type Slices } from './slices.ts';

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

/** Room for 20,000 entries with the longest names; a directory that says it is longer is no archive's. */
const MOST_DIRECTORY = 32 * 1024 * 1024;

/** Lists an archive by its last bytes and its directory. Its own counts are bounds to walk by, never sizes to allocate. */
export const listZip = async (archive: Slices): Promise<Result<ZipEntry[]>> => {
  const tail = await bytesAt(archive, Math.max(0, archive.size - 22 - MOST_COMMENT), archive.size);
  const end = endRecord(viewOf(tail));
  if (end < 0) return refuse('intake-zip-broken');
  const last = viewOf(tail);
  const [count, size, start] = [last.getUint16(end + 10, true), last.getUint32(end + 12, true), last.getUint32(end + 16, true)];
  if (size > MOST_DIRECTORY || start + size > archive.size) return refuse('intake-zip-broken');
  return entriesIn(await bytesAt(archive, start, start + size), count);
};

const entriesIn = (bytes: Uint8Array, count: number): Result<ZipEntry[]> => {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
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
export const overlaps = (entries: readonly ZipEntry[], archiveBytes: number): boolean =>
  entries.reduce((sum, entry) => sum + entry.packed, 0) > archiveBytes;

const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > INTAKE_LIMITS.ratioFromBytes && unpacked > packed * INTAKE_LIMITS.ratio;

const brokenEntry: Refusal = refuse('intake-zip-broken');

/** An entry's bytes, and where they lie in the archive, so that they can be read again without keeping them. */
export type Unpacked = { readonly bytes: Uint8Array; readonly from: number; readonly to: number; readonly deflated: boolean };

/** Unpacks one entry, at most `room` bytes; checked by its checksum. Only this entry's bytes are read. */
export const unpackEntry = async (archive: Slices, entry: ZipEntry, room: number): Promise<Result<Unpacked>> => {
  if (entry.flags & ENCRYPTED) return refuse('intake-zip-encrypted');
  const head = viewOf(await bytesAt(archive, entry.header, entry.header + 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) return brokenEntry;
  const from = entry.header + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const to = from + entry.packed;
  if (to > archive.size || (entry.method !== 0 && entry.method !== 8)) return brokenEntry;
  if (isBomb(entry.packed, entry.unpacked)) return tooLarge('intake-zip-ratio', { limit: INTAKE_LIMITS.ratio });
  if (entry.unpacked > room) return tooLarge('intake-too-large', { limit: room });
  const deflated = entry.method === 8;
  const bytes = inflated(await bytesAt(archive, from, to), entry, room);
  return bytes.ok ? ok({ bytes: bytes.value, from, to, deflated }) : bytes;
};

const inflated = (packed: Uint8Array, entry: ZipEntry, room: number): Result<Uint8Array> => {
  const limit = Math.min(room, Math.max(INTAKE_LIMITS.ratioFromBytes, entry.packed * INTAKE_LIMITS.ratio));
  const out = entry.method === 0 ? ok(packed) : inflateBounded(packed, limit);
  if (!out.ok) {
    if (out.code !== 'dicom-too-large') return brokenEntry;
    return limit === room ? tooLarge('intake-too-large', { limit: room }) : tooLarge('intake-zip-ratio', { limit: INTAKE_LIMITS.ratio });
  }
  return out.value.length === entry.unpacked && crc32(out.value) === entry.crc ? out : brokenEntry;
};
