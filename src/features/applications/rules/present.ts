// What each side is shown. Candidates stand in the order in which they came; nothing here counts or compares them.

import type { EvidenceCard } from '#features/candidates/rules/present.ts';
import { letterState } from '#features/candidates/rules/reference.ts';
import type { Sheet } from '#features/candidates/rules/sheet.ts';
import type { Part, Scope } from '#features/candidates/rules/vocabulary.ts';
import { type Named, nameEn, nameFa } from '#features/people/rules/names.ts';
import type { outcomes } from './limits.ts';

export type PersonName = { readonly id: string; readonly nameEn: string; readonly nameFa: string };
type RawPerson = Named & { readonly id: string };
export const nameOf = (p: RawPerson): PersonName => ({ id: p.id, nameEn: nameEn(p), nameFa: nameFa(p) });

type Lang = 'en' | 'fa';
export type RawDecision = { outcome: (typeof outcomes)[number]; lang: Lang; words: string; at: Date; by: RawPerson };
export type DecisionView = { readonly outcome: RawDecision['outcome']; readonly lang: Lang; readonly words: string; readonly at: string; readonly by: PersonName };
export const presentDecision = (d: RawDecision): DecisionView => ({ outcome: d.outcome, lang: d.lang, words: d.words, at: d.at.toISOString(), by: nameOf(d.by) });

export type RawLetter = { id: string; writer: RawPerson; scopes: Scope[]; reuse: boolean; lang: Lang; text: string | null; checkCode: string; writtenAt: Date; expiresAt: Date; revokedAt: Date | null };
export type GivenLetter = { readonly id: string; readonly writer: PersonName; readonly lang: Lang; /** Null when it holds no longer. */ readonly text: string | null; readonly check: string; readonly until: string; readonly holds: boolean };
export const presentGiven = (l: RawLetter, now: Date): GivenLetter => {
  const holds = letterState(l, now) === 'valid';
  return { id: l.id, writer: nameOf(l.writer), lang: l.lang, text: holds ? l.text : null, check: `/references/check/${l.checkCode}`, until: l.expiresAt.toISOString(), holds };
};

export type NoteView = { readonly id: string; readonly author: PersonName; readonly lang: Lang; readonly text: string; readonly at: string };

export type CandidateView = {
  readonly id: string; readonly person: PersonName; readonly lang: Lang; readonly words: string; readonly at: string; readonly expiresAt: string;
  readonly sheets: { readonly en: Sheet; readonly fa: Sheet }; readonly evidence: EvidenceCard | null; readonly letters: readonly GivenLetter[];
  readonly shortlisted: { readonly by: PersonName; readonly at: string } | null; readonly notes: readonly NoteView[]; readonly decision: DecisionView | null;
};

/** The opportunity as far as an application needs it. */
export type OfferRow = { id: string; type: string | null; lang: Lang; titleEn: string; titleFa: string; deadline: Date | null; standing: string | null; phase: 'draft' | 'posted' | 'closed'; poster: RawPerson };
export type OfferView = { readonly id: string; readonly type: string; readonly titleEn: string; readonly titleFa: string; readonly deadline: string | null; readonly open: boolean; readonly poster: PersonName };
export const presentOffer = (o: OfferRow, now: Date): OfferView => ({
  id: o.id, type: o.type ?? '', titleEn: o.titleEn || o.titleFa, titleFa: o.titleFa || o.titleEn, deadline: o.deadline?.toISOString() ?? null,
  open: o.phase === 'posted' && (o.deadline === null || o.deadline >= now), poster: nameOf(o.poster),
});

export type MineView = {
  readonly id: string; readonly at: string; readonly expiresAt: string; readonly parts: readonly Part[]; readonly letters: readonly GivenLetter[]; readonly words: string; readonly lang: Lang; readonly withdrawnAt: string | null; readonly decision: DecisionView | null;
};
/** One's own sheet before it is given: who would read it, what can be put in, or what was given. */
export type ApplyView = { readonly offer: OfferView; readonly readers: readonly PersonName[]; readonly letters: readonly { readonly id: string; readonly writer: PersonName; readonly once: boolean }[]; readonly filled: readonly Part[]; readonly keepUntil: string; readonly mine: MineView | null };
export type ChoosingView = { readonly offer: OfferView; readonly poster: boolean; readonly hirers: readonly PersonName[]; readonly candidates: readonly CandidateView[] };
export type MyApplication = { readonly offer: OfferView; readonly mine: MineView };
