import type { Refusal } from '../result.ts';
import { refuse, tooLarge } from '../result.ts';
import { kindOf } from './kind.ts';
import { INTAKE_LIMITS } from './limits.ts';
import { listZip, overlaps, unpackEntry } from './zip.ts';

/** Where a file came from: its place in the drop, and inside an archive its place there. Never a name. */
export type Place = { readonly entry: number; readonly inner?: number };

export type DroppedFile = { readonly name: string; readonly bytes: Uint8Array };
export type LooseFile = { readonly place: Place; readonly kind: 'dicom' | 'photo'; readonly bytes: Uint8Array };
export type Rejection = { readonly place: Place; readonly refusal: Refusal };
export type Unpacked = { readonly files: LooseFile[]; readonly rejected: Rejection[] };

type Room = { bytes: number; entries: number };

const take = (out: Unpacked, place: Place, bytes: Uint8Array, name: string, room: Room): void => {
  const kind = kindOf(bytes, name);
  const isInner = place.inner !== undefined;
  if (kind === 'zip') {
    if (isInner) out.rejected.push({ place, refusal: refuse('intake-zip-nested') });
    else takeArchive(out, place.entry, bytes, room);
  } else if (typeof kind === 'object') out.rejected.push({ place, refusal: refuse(kind.refused) });
  else if (room.bytes < bytes.length) out.rejected.push({ place, refusal: tooLarge('intake-too-large', { limit: INTAKE_LIMITS.bytes }) });
  else {
    room.bytes -= bytes.length;
    out.files.push({ place, kind, bytes });
  }
};

const takeArchive = (out: Unpacked, entry: number, archive: Uint8Array, room: Room): void => {
  const listed = listZip(archive);
  if (!listed.ok) return void out.rejected.push({ place: { entry }, refusal: listed });
  if (overlaps(listed.value, archive)) return void out.rejected.push({ place: { entry }, refusal: tooLarge('intake-zip-ratio', { limit: INTAKE_LIMITS.ratio }) });
  for (const [inner, one] of listed.value.entries()) {
    if (one.name.endsWith('/')) continue;
    if (--room.entries < 0) return void out.rejected.push({ place: { entry }, refusal: tooLarge('intake-zip-too-many-entries', { limit: INTAKE_LIMITS.entries }) });
    const bytes = unpackEntry(archive, one, room.bytes);
    const place = { entry, inner };
    if (bytes.ok) take(out, place, bytes.value, one.name, room);
    else out.rejected.push({ place, refusal: bytes });
  }
};

/** The files of a drop, archives opened once, within bounds of number, size and ratio; all that is left out has a reason. */
export const unpack = (dropped: readonly DroppedFile[]): Unpacked => {
  const out: Unpacked = { files: [], rejected: [] };
  const room: Room = { bytes: INTAKE_LIMITS.bytes, entries: INTAKE_LIMITS.entries };
  for (const [entry, file] of dropped.entries()) {
    if (--room.entries < 0) {
      out.rejected.push({ place: { entry }, refusal: tooLarge('intake-zip-too-many-entries', { limit: INTAKE_LIMITS.entries }) });
      break;
    }
    take(out, { entry }, file.bytes, file.name, room);
  }
  return out;
};
