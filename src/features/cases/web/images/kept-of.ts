// What a finished run puts on the shelf: its files with their hashes, and the certificate that a person's confirmation completes.
import { SOFTWARE } from 'imaging/clean/constants';
import type { CleanResult } from 'imaging/browser/protocol';
import { newId } from '#kernel/ids.ts';
import { browserRandom } from '#web/random.ts';
import type { Item, Look, Sizes } from './desk.ts';
import type { Kept, Kind, Part, Tier } from './shelf.ts';

const kindOf = ({ source, frames, sidecar }: Look): Kind => {
  if (source === 'photo' || (sidecar?.capture === true && frames === 1)) return 'still';
  return ['US', 'IVUS', 'IVOCT', 'OCT'].includes(sidecar?.modality ?? '') ? 'us' : 'xa';
};

const partOf = async (file: Blob): Promise<Part> => ({
  bytes: file.size, done: false,
  sha256: [...new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
});

type Finished = { caseId: string; person: string; item: Item; look: Look; made: CleanResult; /** The file of a photo, for its hash. */ original: Blob | undefined };

export const keptOf = async ({ caseId, person, item, look, made, original }: Finished): Promise<{ row: Kept; files: { [tier in Tier]?: Blob } }> => {
  const files: { [tier in Tier]?: Blob } = { t0: made.t0.blob, ...(made.t1.state === 'made' ? { t1: made.t1.blob } : {}), t2: made.t2 };
  const parts: { [tier in Tier]?: Part } = {};
  for (const tier of ['t0', 't1', 't2'] as const) if (files[tier]) parts[tier] = await partOf(files[tier]);
  const preview = made.t1.state === 'made' ? { preview: { codec: made.t1.codec, filtered: made.t1.filtered } } : {};
  const sidecar = made.sidecar ? { ...made.sidecar, ...preview } : { version: 1, modality: 'XC', photo: true, frames: 1, rows: look.height, columns: look.width, primaryAngle: null, secondaryAngle: null };
  // "asker", never a name: readers of a hidden case's certificate would learn it.
  const body = { ...(made.certificate ?? photoCertificate(item, original && (await partOf(original)), parts.t2)), confirmedBy: 'asker', pictures: look.pictures.map(({ kind, frame }) => ({ kind, frame })) };
  const row: Kept = {
    id: item.id, caseId, person, kind: kindOf(look), position: 0, name: item.name, view: look.view, frames: look.frames, sidecar,
    certificate: { id: newId(new Date(), browserRandom), body }, parts, going: false, announced: false, hurry: false,
  };
  return { row, files };
};

/** A photo is painted anew from its pixels alone: nothing of the file is kept, so there is nothing to count. */
const photoCertificate = ({ masks }: Item, before: Part | undefined, t2: Part | undefined) => ({
  version: 1, photo: true, software: SOFTWARE, ...(before ? { sha256Before: before.sha256, bytesBefore: before.bytes } : {}), sha256After: t2?.sha256 ?? '', bytesAfter: t2?.bytes ?? 0, frames: 1, framesReplaced: true, reviewed: true,
  masks: masks.map(({ box, frames }) => ({ box, frames })),
});

export const sizesOf = ({ t0, t1, t2 }: Kept['parts']): Sizes => ({ t0: t0?.bytes ?? 0, t1: t1?.bytes ?? 0, t2: t2?.bytes ?? 0 });
