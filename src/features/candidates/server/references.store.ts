// References as the viewer may read them: row-level security answers whose they are.

import type { Named } from '#features/people/rules/names.ts';
import type { Tx } from '#server/db.ts';
import type { Scope } from '../rules/vocabulary.ts';
import type { ReferenceDraft } from '../rules/reference-wire.ts';

export type Person = Named & { id: string };
const personOf = (alias: string): string => `json_build_object('id', ${alias}.id, 'givenEn', ${alias}.given_en, 'familyEn', ${alias}.family_en, 'givenFa', ${alias}.given_fa, 'familyFa', ${alias}.family_fa)`;

export type AskRow = { id: string; personId: string; writerId: string; person: Person; writer: Person; purpose: string; scopes: Scope[]; lang: 'en' | 'fa'; askedAt: Date; expiresAt: Date; closedAt: Date | null };
const ask = `select a.id, a.person_id as "personId", a.writer_id as "writerId", ${personOf('p')} as person, ${personOf('w')} as writer, a.purpose, a.scopes, a.lang,
    a.asked_at as "askedAt", a.expires_at as "expiresAt", a.closed_at as "closedAt"
  from app.reference_asks a join app.people p on p.id = a.person_id join app.people w on w.id = a.writer_id`;
export const askedByMe = (tx: Tx): Promise<AskRow[]> => tx.rows(`${ask} where a.person_id = app.viewer() and a.closed_at is null order by a.asked_at desc, a.id`);
export const askedOfMe = (tx: Tx, now: Date): Promise<AskRow[]> =>
  tx.rows(`${ask} where a.writer_id = app.viewer() and a.closed_at is null and a.expires_at > $1 and not exists (select from app.reference_declines d where d.ask_id = a.id) order by a.asked_at, a.id`, [now]);
export const askById = async (tx: Tx, id: string): Promise<(AskRow & { declined: boolean }) | undefined> =>
  (await tx.rows<AskRow & { declined: boolean }>(`${ask.replace('select a.id', 'select exists (select from app.reference_declines d where d.ask_id = a.id) as declined, a.id')} where a.id = $1`, [id]))[0];

export type LetterRow = {
  id: string; personId: string; writerId: string; person: Person; writer: Person; scopes: Scope[]; mayRead: boolean; reuse: boolean; lang: 'en' | 'fa'; jws: string; publicKey: Buffer; checkCode: string;
  writtenAt: Date; expiresAt: Date; revokedAt: Date | null; openedAt: Date | null; text: string | null;
};
const letter = `select l.id, l.person_id as "personId", l.writer_id as "writerId", ${personOf('p')} as person, ${personOf('w')} as writer, l.scopes, l.may_read as "mayRead", l.reuse, l.lang, l.jws, l.public_key as "publicKey",
    l.check_code as "checkCode", l.written_at as "writtenAt", l.expires_at as "expiresAt", r.at as "revokedAt", o.at as "openedAt", t.body as text
  from app.reference_letters l join app.people p on p.id = l.person_id join app.people w on w.id = l.writer_id
  left join app.reference_revocations r on r.letter_id = l.id left join app.reference_openings o on o.letter_id = l.id left join app.reference_texts t on t.letter_id = l.id`;
export const lettersAboutMe = (tx: Tx): Promise<LetterRow[]> => tx.rows(`${letter} where l.person_id = app.viewer() order by l.written_at desc, l.id`);
export const lettersByMe = (tx: Tx): Promise<LetterRow[]> => tx.rows(`${letter} where l.writer_id = app.viewer() order by l.written_at desc, l.id`);
export const letterById = async (tx: Tx, id: string): Promise<LetterRow | undefined> => (await tx.rows<LetterRow>(`${letter} where l.id = $1`, [id]))[0];

type NewAsk = { id: string; writerId: string; purpose: string; scopes: readonly Scope[]; lang: string; askedAt: Date; expiresAt: Date };
export const insertAsk = (tx: Tx, a: NewAsk): Promise<number> =>
  tx.write('insert into app.reference_asks (id, person_id, writer_id, purpose, scopes, lang, asked_at, expires_at) values ($1, app.viewer(), $2, $3, $4, $5, $6, $7)',
    [a.id, a.writerId, a.purpose, a.scopes, a.lang, a.askedAt, a.expiresAt]);
/** What has run out stands in nobody's way. */
export const closeExpired = (tx: Tx, writerId: string, now: Date): Promise<number> =>
  tx.write('update app.reference_asks set closed_at = $2 where person_id = app.viewer() and writer_id = $1 and closed_at is null and expires_at <= $2', [writerId, now]);
export const withdrawAsk = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('update app.reference_asks set closed_at = $2 where id = $1 and person_id = app.viewer() and closed_at is null', [id, now]);
export const declineAsk = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('insert into app.reference_declines (ask_id, at) values ($1, $2) on conflict (ask_id) do nothing', [id, now]);

export type DraftRow = { version: number; body: ReferenceDraft; editedAt: Date };
export const draftOf = async (tx: Tx, askId: string): Promise<DraftRow | undefined> => (await tx.rows<DraftRow>('select version, body, edited_at as "editedAt" from app.reference_drafts where ask_id = $1', [askId]))[0];
/** False: somebody saved since. */
export const saveDraft = async (tx: Tx, askId: string, before: number, body: ReferenceDraft, now: Date): Promise<boolean> =>
  (before === 0
    ? await tx.write('insert into app.reference_drafts (ask_id, version, body, edited_at) values ($1, 1, $2, $3) on conflict (ask_id) do nothing', [askId, JSON.stringify(body), now])
    : await tx.write('update app.reference_drafts set version = version + 1, body = $3, edited_at = $4 where ask_id = $1 and version = $2', [askId, before, JSON.stringify(body), now])) > 0;

type NewLetter = { id: string; askId: string; personId: string; scopes: readonly Scope[]; mayRead: boolean; reuse: boolean; lang: string; jws: string; publicKey: Buffer; checkCode: string; writtenAt: Date; expiresAt: Date; text: string };
export const insertLetter = async (tx: Tx, l: NewLetter): Promise<void> => {
  await tx.write('insert into app.signing_keys (person_id, public_key, made_at) values (app.viewer(), $1, $2) on conflict do nothing', [l.publicKey, l.writtenAt]);
  await tx.write(
    `insert into app.reference_letters (id, ask_id, person_id, writer_id, scopes, may_read, reuse, lang, jws, public_key, check_code, written_at, expires_at)
     values ($1, $2, $3, app.viewer(), $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [l.id, l.askId, l.personId, l.scopes, l.mayRead, l.reuse, l.lang, l.jws, l.publicKey, l.checkCode, l.writtenAt, l.expiresAt]);
  await tx.write('insert into app.reference_texts (letter_id, body) values ($1, $2)', [l.id, l.text]);
};
export const revokeLetter = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('insert into app.reference_revocations (letter_id, at) values ($1, $2) on conflict (letter_id) do nothing', [id, now]);
export const openLetter = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('insert into app.reference_openings (letter_id, at) values ($1, $2) on conflict (letter_id) do nothing', [id, now]);
export const shutLetter = (tx: Tx, id: string): Promise<number> => tx.write('delete from app.reference_openings where letter_id = $1', [id]);

export type CheckedRow = { id: string; writer: Named; person: Named; writerId: string; personId: string; scopes: Scope[]; jws: string; publicKey: Buffer; writtenAt: Date; expiresAt: Date; revokedAt: Date | null; lang: 'en' | 'fa'; body: string | null };
export const letterByCode = async (tx: Tx, code: string): Promise<CheckedRow | undefined> => (await tx.rows<CheckedRow>('select * from app.reference_by_code($1)', [code]))[0];

export const isVerified = async (tx: Tx, id: string): Promise<boolean> => (await tx.rows('select from app.people where id = $1 and verified_at is not null', [id])).length > 0;

/** As the node: the words of letters that no longer hold, and asks that came to nothing. The letters themselves stay, so that a link still says "revoked" or "expired". */
export const sweepReferences = async (tx: Tx, before: Date): Promise<void> => {
  await tx.write('delete from app.reference_texts t using app.reference_letters l left join app.reference_revocations r on r.letter_id = l.id where t.letter_id = l.id and (l.expires_at < $1 or r.at < $1)', [before]);
  await tx.write('delete from app.reference_asks a where coalesce(a.closed_at, a.expires_at) < $1 and not exists (select from app.reference_letters l where l.ask_id = a.id)', [before]);
};
