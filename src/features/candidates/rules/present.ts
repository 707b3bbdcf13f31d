// What a CV's owner is shown of it, and the evidence card: what is declared, what others attest, what was earned here. No score stands on it, and none can be made of it.

import { type Named, nameEn, nameFa } from '#features/people/rules/names.ts';
import type { Scope } from './vocabulary.ts';
import type { CvBody } from './wire.ts';
import { emptyCv } from './wire.ts';

export type CvView = CvBody & { readonly version: number; readonly savedAt: string | null; /** Of the profile; the address that works are fetched from. */ readonly orcid: string; readonly mayFetch: boolean };

export const presentCv = (row: { version: number; body: CvBody; editedAt: Date } | undefined, orcid: string, mayFetch: boolean): CvView => ({
  ...(row?.body ?? emptyCv), version: row?.version ?? 0, savedAt: row?.editedAt.toISOString() ?? null, orcid, mayFetch,
});

type By = { readonly id: string; readonly nameEn: string; readonly nameFa: string };
type RawLayer = { layer: 'document' | 'register' | 'vouched'; at: Date; by: (Named & { id: string }) | null };
export type Earned = { readonly opinions: number; readonly opinionsClosed: number; readonly asked: number; readonly askedClosed: number };
export type EvidenceCard = {
  readonly declared: { readonly rows: number; readonly procedures: number; readonly fromFiles: number; readonly publications: number };
  readonly attested: readonly { readonly layer: RawLayer['layer']; readonly at: string; readonly by: By | null }[];
  /** Letters that hold: who wrote, for which kinds, until when. */
  readonly references: readonly { readonly id: string; readonly by: By; readonly scopes: readonly Scope[]; readonly until: string }[];
  readonly earned: Earned;
};

type RawLetter = { id: string; writer: Named & { id: string }; scopes: Scope[]; expiresAt: Date };
export const presentEvidence = (cv: CvBody, layers: readonly RawLayer[], letters: readonly RawLetter[], earned: Earned): EvidenceCard => ({
  declared: {
    rows: cv.training.length + cv.posts.length + cv.languages.length + cv.certificates.length, procedures: cv.procedures.length,
    publications: cv.publications.length, fromFiles: cv.publications.filter(({ source }) => source !== 'typed').length,
  },
  attested: layers.map(({ layer, at, by }) => ({ layer, at: at.toISOString(), by: by && { id: by.id, nameEn: nameEn(by), nameFa: nameFa(by) } })),
  references: letters.map(({ id, writer, scopes, expiresAt }) => ({ id, by: { id: writer.id, nameEn: nameEn(writer), nameFa: nameFa(writer) }, scopes, until: expiresAt.toISOString() })),
  earned,
});
