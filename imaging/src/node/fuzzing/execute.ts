import { hexOf } from '../../bytes.ts';
import { rebuild } from '../../clean/rebuild.ts';
import { indexOf, verify } from '../../clean/verify.ts';
import { LIMITS } from '../../dicom/limits.ts';
import { readDicom } from '../../dicom/read.ts';
import type { Slices } from '../../intake/slices.ts';
import { listZip, overlaps, unpackEntry } from '../../intake/zip.ts';
import { verifyMp4 } from '../../photo/mp4.ts';
import { stripPhoto, verifyPhoto } from '../../photo/photo.ts';
import { decodeLossless } from '../../pixels/jpeg/lossless.ts';
import type { Result } from '../../result.ts';
import type { Target } from './seeds.ts';

/** Not a hash anybody relies on here, but fast: it makes files of one content one name. */
const quickDigest = (bytes: Uint8Array): string => {
  let a = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 7) a = Math.imul(a ^ (bytes[at] as number), 0x01000193);
  return hexOf(Uint8Array.of(a, a >> 8, a >> 16, a >> 24)).repeat(8);
};

const OPTIONS = { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(1), sha256: quickDigest };

const slicesOf = (bytes: Uint8Array): Slices => ({
  size: bytes.length,
  slice: (from, to) => slicesOf(bytes.subarray(from, to)),
  arrayBuffer: async () => bytes.slice().buffer,
});

/** A file that was cleaned must pass the check, or the sender and the node would disagree. */
const rebuilt = (bytes: Uint8Array): string | null => {
  const made = rebuild(bytes, OPTIONS);
  if (!made.ok) return null;
  const checked = verify(made.value.bytes);
  return checked.ok ? null : `cleaned, and then refused as ${checked.code} ${JSON.stringify(checked.params)}`;
};

/** What passes the check is clean, so cleaning it must succeed and pass again. */
const tampered = (bytes: Uint8Array): string | null => {
  indexOf(bytes);
  readDicom(bytes);
  return verify(bytes).ok ? (rebuild(bytes, OPTIONS).ok ? rebuilt(bytes) : 'passed the check, and cannot be cleaned') : null;
};

const stripped = (bytes: Uint8Array): string | null => {
  const made = stripPhoto(bytes);
  if (!made.ok) return null;
  const checked = verifyPhoto(made.value.bytes);
  return checked.ok ? null : `stripped, and then refused as ${checked.code}`;
};

const unpacked = async (bytes: Uint8Array): Promise<string | null> => {
  const archive = slicesOf(bytes);
  const listed = await listZip(archive);
  if (!listed.ok || overlaps(listed.value, bytes.length)) return null;
  for (const entry of listed.value) {
    const one = await unpackEntry(archive, entry, LIMITS.fileBytes);
    if (one.ok) readDicom(one.value.bytes);
  }
  return null;
};

/** A value or a refusal: either is well. */
const quiet = (_: Result<unknown>): null => null;

const TARGETS: Readonly<Record<Target, (bytes: Uint8Array) => string | null | Promise<string | null>>> = {
  dicom: rebuilt,
  clean: tampered,
  zip: unpacked,
  photo: stripped,
  mp4: (bytes) => quiet(verifyMp4(bytes)),
  lossless: (bytes) => quiet(decodeLossless(bytes, { rows: 8, columns: 8, components: 1, bitsAllocated: 16 })),
};

/** Gives the bytes to their reader. A sentence when a rule is broken, null when all is well; throws when the reader does. */
export const execute = (target: Target, bytes: Uint8Array): string | null | Promise<string | null> => TARGETS[target](bytes);
