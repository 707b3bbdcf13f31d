import type { Refusal } from '../result.ts';
import { refuse, tooLarge } from '../result.ts';
import { type FileKind, kindOf } from './kind.ts';
import { INTAKE_LIMITS } from './limits.ts';
import { bytesAt, type Slices, UNREADABLE, Unreadable } from './slices.ts';
import { listZip, overlaps, unpackEntry, type ZipEntry } from './zip.ts';

/** Where a file came from: its place in the drop, and inside an archive its place there. Never a name. */
export type Place = { readonly entry: number; readonly inner?: number };

export type DroppedFile = { readonly name: string; readonly bytes: Slices };
export type Rejection = { readonly place: Place; readonly refusal: Refusal };

/** Where a file's bytes lie in the drop, so that nobody has to keep them: a piece of the dropped file, as it is or deflated. */
export type Source = { readonly from: number; readonly to: number; readonly deflated: boolean };
export type LooseKind = Exclude<FileKind, 'zip' | { readonly refused: unknown }>;
/** One file, opened: its bytes are let go when the next one is asked for. */
export type LooseFile = { readonly place: Place; readonly kind: LooseKind; readonly bytes: Uint8Array; readonly source: Source };

/** Told after each file: how many dropped files and how many of their bytes were read. */
export type Heed = (read: { readonly files: number; readonly bytes: number }) => void;

/** A kind is told by this many bytes: 132 of a DICOM head, and room for those without one. */
const HEAD_BYTES = 4096;

type Walk = { bytes: number; entries: number; heed: (within: number) => void };

const tooMany = (place: Place): Rejection => ({ place, refusal: tooLarge('intake-zip-too-many-entries', { limit: INTAKE_LIMITS.entries }) });

async function* archiveFiles(entry: number, archive: Slices, walk: Walk): AsyncGenerator<LooseFile | Rejection> {
  const listed = await listZip(archive);
  if (!listed.ok) return yield { place: { entry }, refusal: listed };
  if (overlaps(listed.value, archive.size)) return yield { place: { entry }, refusal: tooLarge('intake-zip-ratio', { limit: INTAKE_LIMITS.ratio }) };
  for (const [inner, one] of listed.value.entries()) {
    if (one.name.endsWith('/')) continue;
    if (--walk.entries < 0) return yield tooMany({ entry });
    yield await innerFile({ entry, inner }, archive, one, walk);
    walk.heed(one.header + one.packed);
  }
}

const innerFile = async (place: Place, archive: Slices, entry: ZipEntry, walk: Walk): Promise<LooseFile | Rejection> => {
  const unpacked = await unpackEntry(archive, entry, Math.min(INTAKE_LIMITS.fileBytes, walk.bytes));
  if (!unpacked.ok) return { place, refusal: unpacked };
  const { bytes, from, to, deflated } = unpacked.value;
  const kind = kindOf(bytes, entry.name);
  if (kind === 'zip') return { place, refusal: refuse('intake-zip-nested') };
  if (typeof kind === 'object') return { place, refusal: refuse(kind.refused) };
  walk.bytes -= bytes.length;
  return { place, kind, bytes, source: { from, to, deflated } };
};

async function* looseFiles(entry: number, { name, bytes: whole }: DroppedFile, walk: Walk): AsyncGenerator<LooseFile | Rejection> {
  const place = { entry };
  try {
    // Programs and papers of the disc are not read further than their head.
    const kind = kindOf(await bytesAt(whole, 0, HEAD_BYTES), name);
    if (kind === 'zip') yield* archiveFiles(entry, whole, walk);
    else if (typeof kind === 'object') yield { place, refusal: refuse(kind.refused) };
    else if (whole.size > Math.min(INTAKE_LIMITS.fileBytes, walk.bytes)) yield { place, refusal: tooLarge('intake-too-large', { limit: INTAKE_LIMITS.fileBytes }) };
    else {
      walk.bytes -= whole.size;
      // A film is taken frame by frame from where it lies.
      yield { place, kind, bytes: await bytesAt(whole, 0, kind === 'film' ? HEAD_BYTES : whole.size), source: { from: 0, to: whole.size, deflated: false } };
    }
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    yield { place, refusal: UNREADABLE };
  }
}

/**
 * The files of a drop one after another, archives opened once, within bounds of number, size and ratio; all that is left out has a reason.
 * Of a drop of any size one file is in memory at a time.
 */
export async function* openedFiles(dropped: readonly DroppedFile[], heed: Heed): AsyncGenerator<LooseFile | Rejection> {
  let before = 0;
  const walk: Walk = { bytes: INTAKE_LIMITS.bytes, entries: INTAKE_LIMITS.entries, heed: () => {} };
  for (const [entry, file] of dropped.entries()) {
    if (--walk.entries < 0) return yield tooMany({ entry });
    const begun = before;
    walk.heed = (within) => heed({ files: entry, bytes: begun + Math.min(within, file.bytes.size) });
    yield* looseFiles(entry, file, walk);
    before += file.bytes.size;
    heed({ files: entry + 1, bytes: before });
  }
}
