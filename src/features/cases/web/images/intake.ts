// The reading of a drop, inside its worker: every file looked at by its first bytes, archives opened within bounds, runs put in order.
import { expand, type IntakeRun } from 'imaging/intake/expand';
import { kindOf } from 'imaging/intake/kind';
import { INTAKE_LIMITS } from 'imaging/intake/limits';
import type { Place } from 'imaging/intake/unpack';
import type { DeskReason } from './desk.ts';

export type IntakeRequest = { readonly files: readonly File[] };
/** A run or a photo: the person's own file again, or what lay in an archive as a new blob. `inner` counts from 0 inside the archive. */
export type Found = { readonly entry: number; readonly inner?: number; readonly blob: Blob | null };
export type IntakeAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly found: readonly Found[]; readonly aside: readonly { readonly entry: number; readonly inner?: number; readonly reason: DeskReason }[] };

/** A kind is told by this many bytes: 132 of a DICOM head, and room for those without one. */
const HEAD_BYTES = 4096;
/** Pictures of one series taken one by one (a few stills of an echo); more is a volume, which is no run. */
export const SERIES_MOST = 12;

type Aside = Extract<IntakeAnswer, { kind: 'read' }>['aside'][number];
const reasonOf = ({ code, params }: { code: string; params: Readonly<Record<string, string | number>> }): DeskReason => ({ code: code as DeskReason['code'], params });
const at = ({ entry, inner }: Place) => (inner === undefined ? { entry } : { entry, inner });

/** Answers `progress` for each file read, then one `read`. Never rejects: a file that cannot be read is set aside with its reason. */
export const serveIntake = async ({ files }: IntakeRequest, post: (answer: IntakeAnswer) => void): Promise<void> => {
  const aside: Aside[] = [];
  const taken: { entry: number; name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let room: number = INTAKE_LIMITS.bytes;
  for (const [entry, file] of files.entries()) {
    post({ kind: 'progress', done: entry, total: files.length });
    const head = await bytesOf(file.slice(0, HEAD_BYTES));
    const kind = head === undefined ? undefined : kindOf(head, file.name);
    if (head === undefined) aside.push({ entry, reason: { code: 'unreadable', params: {} } });
    // Programs and papers of the disc are not read further than their head.
    else if (typeof kind === 'object') aside.push({ entry, reason: reasonOf({ code: kind.refused, params: {} }) });
    else if (file.size > room) aside.push({ entry, reason: reasonOf({ code: 'intake-too-large', params: {} }) });
    else {
      const bytes = await bytesOf(file);
      if (bytes === undefined) aside.push({ entry, reason: { code: 'unreadable', params: {} } });
      else {
        room -= bytes.length;
        taken.push({ entry, name: file.name, bytes });
      }
    }
  }
  const { runs, photos, rejected } = expand(taken);
  const own = (place: Place): Place => ({ ...place, entry: taken[place.entry]?.entry ?? 0 });
  for (const { place, refusal } of rejected) aside.push({ ...at(own(place)), reason: reasonOf(refusal) });
  const found = runs.flatMap((run) => filesOf(run, (place) => aside.push({ ...at(own(place)), reason: { code: 'series-long', params: { n: run.files.length } } })));
  post({ kind: 'read', found: [...found, ...photos].map(({ place, bytes }) => ({ ...at(own(place)), blob: place.inner === undefined ? null : new Blob([bytes as Uint8Array<ArrayBuffer>]) })), aside });
};

const filesOf = (run: IntakeRun, leave: (place: Place) => void): IntakeRun['files'] => {
  const [first] = run.files;
  if (run.files.length <= SERIES_MOST || first === undefined) return run.files;
  leave(first.place);
  return [];
};

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // A disc that was taken out, a folder without permission.
    return undefined;
  }
};
