import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../dicom/limits.ts';
import { isHeif, kindOf } from '../intake/kind.ts';
import { INTAKE_LIMITS } from '../intake/limits.ts';
import { listZip, overlaps, unpackEntry } from '../intake/zip.ts';
import type { Codecs } from '../pixels/codecs.ts';
import { cleanDicom, type CleaningOptions, sha256Of } from './clean-dicom.ts';
import { cleanPhoto } from './clean-photo.ts';
import { type Cleaned, type Made, refused } from './cleaned.ts';

export type FileOptions = CleaningOptions & {
  /** An existing folder. */
  readonly out: string;
};

/** Digits of the hash that name a file: 64 bits, so that no two of a hospital's archive meet. */
const NAME_DIGITS = 16;

/** Writes beside and renames, so that a file with a final name is whole. */
async function written(made: Made, out: string): Promise<Cleaned> {
  const { bytes, extension, ...row } = made;
  if (bytes === null || row.sha256.after === null) return { ...row, output: null };
  const output = `${row.sha256.after.slice(0, NAME_DIGITS)}.${extension}`;
  // Two copies of one file are cleaned into the same name, maybe at once.
  const beside = join(out, `.${output}.${randomUUID()}`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, join(out, output));
    return { ...row, output };
  } catch {
    await rm(beside, { force: true });
    return { ...row, outcome: 'refused', reason: 'file-not-written', output: null, sha256: { ...row.sha256, after: null } };
  }
}

async function cleanBytes(bytes: Uint8Array, name: string, options: FileOptions, codecs: Codecs): Promise<Cleaned> {
  const kind = kindOf(bytes, name);
  if (typeof kind === 'object') return written(refused(kind.refused, sha256Of(bytes)), options.out);
  if (kind === 'zip') return written(refused('intake-zip-nested', sha256Of(bytes)), options.out);
  // Painting the pages of a document, opening a film or a HEIC photo takes a browser.
  if (kind === 'film') return written(refused('intake-video', sha256Of(bytes)), options.out);
  if (kind === 'paper') return written(refused(isHeif(bytes) ? 'photo-heic' : 'dicom-paper', sha256Of(bytes)), options.out);
  try {
    return await written(kind === 'photo' ? await cleanPhoto(bytes, options.acceptProposals, codecs) : await cleanDicom(bytes, options, codecs), options.out);
  } catch {
    // A fault of ours stops one file and no more; what was being read says nothing here.
    return written(refused('cleaning-failed', sha256Of(bytes)), options.out);
  }
}

/** Entries one after another, read from their place in the archive, so that one is in memory at a time. The number is that of its list. */
async function* cleanArchive(archive: Blob, options: FileOptions, codecs: Codecs): AsyncGenerator<Entry> {
  const listed = await listZip(archive);
  const given = async (code: string): Promise<Cleaned> => written(refused(code, null), options.out);
  if (!listed.ok) return yield { inner: null, cleaned: await given(listed.code) };
  if (overlaps(listed.value, archive.size)) return yield { inner: null, cleaned: await given('intake-zip-ratio') };
  let room: number = INTAKE_LIMITS.bytes;
  for (const [inner, entry] of listed.value.entries()) {
    if (entry.name.endsWith('/')) continue;
    const unpacked = await unpackEntry(archive, entry, Math.min(room, LIMITS.fileBytes));
    room -= unpacked.ok ? unpacked.value.bytes.length : 0;
    yield { inner, cleaned: unpacked.ok ? await cleanBytes(unpacked.value.bytes, entry.name, options, codecs) : await given(unpacked.code) };
  }
}

/** What became of a file, or of one entry of an archive. */
export type Entry = { readonly inner: number | null; readonly cleaned: Cleaned };

/** Enough to tell what a file is; `isZip` wants 22. */
const HEAD_BYTES = 256;

async function* cleanReadable(path: string, options: FileOptions, codecs: Codecs): AsyncGenerator<Entry> {
  const file = await openAsBlob(path);
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (kindOf(head, path) === 'zip') yield* cleanArchive(file, options, codecs);
  else if (file.size > LIMITS.fileBytes) yield { inner: null, cleaned: await written(refused('dicom-too-large', null), options.out) };
  else yield { inner: null, cleaned: await cleanBytes(await readFile(path), path, options, codecs) };
}

/** Cleans a file, or the entries of a ZIP, into the folder. Never throws on what a file holds. */
export async function* cleanFile(path: string, options: FileOptions, codecs: Codecs): AsyncGenerator<Entry> {
  try {
    yield* cleanReadable(path, options, codecs);
  } catch {
    yield { inner: null, cleaned: await written(refused('file-unreadable', null), options.out) };
  }
}
