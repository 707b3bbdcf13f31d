// Addresses, links, invitations and new people. As the door.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';

export const personByEmail = async (tx: Tx, email: string): Promise<Id | undefined> =>
  (await tx.rows<{ id: Id }>('select person_id as id from app.emails where email = $1', [email]))[0]?.id;

export const emailOf = async (tx: Tx, personId: string): Promise<{ email: string; provedAt: Date | null } | undefined> =>
  (await tx.rows<{ email: string; provedAt: Date | null }>('select email, proved_at as "provedAt" from app.emails where person_id = $1 order by email limit 1', [personId]))[0];

export const provedEmails = async (tx: Tx, personId: string): Promise<string[]> =>
  (await tx.rows<{ email: string }>('select email from app.emails where person_id = $1 and proved_at is not null order by email', [personId])).map(({ email }) => email);

/** Marks a person's address as proved; true when it was not before. */
export const proveEmail = async (tx: Tx, personId: Id, now: Date): Promise<boolean> =>
  (await tx.write('update app.emails set proved_at = $2 where person_id = $1 and proved_at is null', [personId, now])) > 0;

export const addLink = (tx: Tx, hash: Buffer, personId: Id, now: Date, expiresAt: Date): Promise<number> =>
  tx.write('insert into app.sign_in_links (token_hash, person_id, made_at, expires_at) values ($1, $2, $3, $4)', [hash, personId, now, expiresAt]);

/** Uses a link up; undefined when it is not (or no more) to be used. */
export const takeLink = async (tx: Tx, hash: Buffer, now: Date): Promise<Id | undefined> =>
  (await tx.rows<{ id: Id }>('update app.sign_in_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning person_id as id', [hash, now]))[0]?.id;

export type LinkRow = { personId: Id; usedAt: Date | null; expiresAt: Date };
export const linkByHash = async (tx: Tx, hash: Buffer): Promise<LinkRow | undefined> =>
  (await tx.rows<LinkRow>('select person_id as "personId", used_at as "usedAt", expires_at as "expiresAt" from app.sign_in_links where token_hash = $1', [hash]))[0];

export const enqueueLetter = (tx: Tx, payload: { linkId: Id; lang: 'en' | 'fa' }): Promise<unknown> =>
  tx.rows(`select app.enqueue('mail-link', $1::json)`, [JSON.stringify(payload)]);

export type NewPerson = { id: Id; givenEn: string; familyEn: string; givenFa: string; familyFa: string; languages: string[]; nameKeys: string; now: Date };
export const addPerson = (tx: Tx, p: NewPerson): Promise<number> =>
  tx.write('insert into app.people (id, given_en, family_en, given_fa, family_fa, languages, name_keys, joined_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [p.id, p.givenEn, p.familyEn, p.givenFa, p.familyFa, p.languages, p.nameKeys, p.now]);
export const addEmail = (tx: Tx, email: string, personId: Id): Promise<number> => tx.write('insert into app.emails (email, person_id) values ($1, $2)', [email, personId]);

export type InvitationRow = { id: Id; email: string; expiresAt: Date; usedAt: Date | null; withdrawnAt: Date | null; byGivenEn: string; byFamilyEn: string; byGivenFa: string; byFamilyFa: string };
export const invitationByHash = async (tx: Tx, hash: Buffer): Promise<InvitationRow | undefined> =>
  (await tx.rows<InvitationRow>(
    `select v.id, v.email, v.expires_at as "expiresAt", v.used_at as "usedAt", v.withdrawn_at as "withdrawnAt",
            p.given_en as "byGivenEn", p.family_en as "byFamilyEn", p.given_fa as "byGivenFa", p.family_fa as "byFamilyFa"
       from app.invitations v join app.people p on p.id = v.by_person where v.code_hash = $1`, [hash]))[0];

/** True when this person is the one who used it. */
export const takeInvitation = async (tx: Tx, hash: Buffer, personId: Id, now: Date): Promise<boolean> =>
  (await tx.write('update app.invitations set used_by = $2, used_at = $3 where code_hash = $1 and used_at is null and withdrawn_at is null and expires_at > $3', [hash, personId, now])) === 1;

export const openSignUp = async (tx: Tx): Promise<boolean> =>
  (await tx.rows<{ value: unknown }>(`select value from app.settings where key = 'openSignUp'`))[0]?.value === true;
