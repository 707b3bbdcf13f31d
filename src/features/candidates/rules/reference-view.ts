// What each side is shown of references. Who asked never learns that an ask was declined; the text goes to whom its writer lets.

import { type Named, nameEn, nameFa } from '#features/people/rules/names.ts';
import { letterState, type LetterState } from './reference.ts';
import type { ReferenceDraft } from './reference-wire.ts';
import type { Scope } from './vocabulary.ts';

export type PersonName = { readonly id: string; readonly nameEn: string; readonly nameFa: string };
type RawPerson = Named & { readonly id: string };
const nameOf = (p: RawPerson): PersonName => ({ id: p.id, nameEn: nameEn(p), nameFa: nameFa(p) });

type RawAsk = { id: string; person: RawPerson; writer: RawPerson; purpose: string; scopes: Scope[]; lang: 'en' | 'fa'; askedAt: Date; expiresAt: Date };
export type AskView = { readonly id: string; readonly person: PersonName; readonly purpose: string; readonly lang: 'en' | 'fa'; readonly scopes: readonly Scope[]; readonly askedAt: string; readonly expiresAt: string };
/** `of`: whose name stands on the line, the other one's. */
export const presentAsk = (of: 'person' | 'writer', a: RawAsk): AskView => ({ id: a.id, person: nameOf(a[of]), purpose: a.purpose, lang: a.lang, scopes: a.scopes, askedAt: a.askedAt.toISOString(), expiresAt: a.expiresAt.toISOString() });

type RawLetter = {
  id: string; person: RawPerson; writer: RawPerson; scopes: Scope[]; mayRead: boolean; reuse: boolean; lang: 'en' | 'fa'; checkCode: string; writtenAt: Date; expiresAt: Date; revokedAt: Date | null; openedAt: Date | null; text: string | null;
};
export type LetterView = {
  readonly id: string; readonly person: PersonName; readonly state: LetterState; readonly scopes: readonly Scope[]; readonly mayRead: boolean; readonly reuse: boolean; readonly opened: boolean;
  readonly lang: 'en' | 'fa'; readonly writtenAt: string; readonly expiresAt: string; readonly check: string; readonly text: string | null;
};
export const presentLetter = (of: 'person' | 'writer', l: RawLetter, now: Date): LetterView => ({
  id: l.id, person: nameOf(l[of]), state: letterState(l, now), scopes: l.scopes, mayRead: l.mayRead, reuse: l.reuse, opened: l.openedAt !== null, lang: l.lang,
  writtenAt: l.writtenAt.toISOString(), expiresAt: l.expiresAt.toISOString(), check: `/references/check/${l.checkCode}`, text: l.text,
});

export type ReferencesView = { readonly asked: readonly AskView[]; readonly about: readonly LetterView[]; readonly toWrite: readonly AskView[]; readonly written: readonly LetterView[] };

export type WritingView = AskView & { readonly draft: ReferenceDraft; readonly version: number; readonly savedAt: string | null };
export const presentWriting = (a: RawAsk, draft: { version: number; body: ReferenceDraft; editedAt: Date } | undefined): WritingView => ({
  ...presentAsk('person', a), draft: draft?.body ?? { text: '', lang: a.lang, scopes: a.scopes, mayRead: true, reuse: true, months: 12 }, version: draft?.version ?? 0, savedAt: draft?.editedAt.toISOString() ?? null,
});

type RawChecked = { writer: Named; person: Named; scopes: Scope[]; writtenAt: Date; expiresAt: Date; revokedAt: Date | null; lang: 'en' | 'fa'; body: string | null };
/** What a stranger with the link is told: whether it holds, who wrote for whom; the words only where they were opened. */
export type CheckView = {
  readonly state: LetterState | 'broken'; readonly writerEn: string; readonly writerFa: string; readonly personEn: string; readonly personFa: string; readonly writtenAt: string; readonly expiresAt: string;
  readonly opened: { readonly text: string; readonly lang: 'en' | 'fa'; readonly scopes: readonly Scope[] } | null;
};
export const presentCheck = (r: RawChecked, sound: boolean, now: Date): CheckView => {
  const state = sound ? letterState(r, now) : 'broken';
  return {
    state, writerEn: nameEn(r.writer), writerFa: nameFa(r.writer), personEn: nameEn(r.person), personFa: nameFa(r.person), writtenAt: r.writtenAt.toISOString(), expiresAt: r.expiresAt.toISOString(),
    opened: state === 'valid' && r.body !== null ? { text: r.body, lang: r.lang, scopes: r.scopes } : null,
  };
};
