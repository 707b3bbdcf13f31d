// Applications as the viewer may read them: row-level security answers whose they are and who chooses.

import type { CvCopy } from '#features/candidates/server/door.ts';
import type { EvidenceCard } from '#features/candidates/rules/present.ts';
import type { Part } from '#features/candidates/rules/vocabulary.ts';
import type { Named } from '#features/people/rules/names.ts';
import type { Tx } from '#server/db.ts';
import type { OfferRow, RawDecision, RawLetter } from '../rules/present.ts';

type Person = Named & { id: string };
const personOf = (alias: string): string => `json_build_object('id', ${alias}.id, 'givenEn', ${alias}.given_en, 'familyEn', ${alias}.family_en, 'givenFa', ${alias}.given_fa, 'familyFa', ${alias}.family_fa)`;

export type Offer = OfferRow & { hires: boolean };
export const offerById = async (tx: Tx, id: string): Promise<Offer | undefined> => (await tx.rows<Offer>('select * from app.offer_of($1)', [id]))[0];

export const hirers = (tx: Tx, opportunityId: string): Promise<Person[]> =>
  tx.rows('select p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa" from app.hirers h join app.people p on p.id = h.person_id where h.opportunity_id = $1 order by h.added_at, p.id', [opportunityId]);
export const addHirer = (tx: Tx, opportunityId: string, personId: string, now: Date): Promise<number> =>
  tx.write('insert into app.hirers (opportunity_id, person_id, added_at) values ($1, $2, $3) on conflict do nothing', [opportunityId, personId, now]);
export const dropHirer = (tx: Tx, opportunityId: string, personId: string): Promise<number> => tx.write('delete from app.hirers where opportunity_id = $1 and person_id = $2', [opportunityId, personId]);

/** What is frozen: the CV cut down to what its owner chose, and the card if they chose it. */
export type FrozenCopy = CvCopy & { readonly parts: readonly Part[]; readonly evidence: EvidenceCard | null };
export type ApplicationRow = {
  id: string; opportunityId: string; personId: string; person: Person; lang: 'en' | 'fa'; words: string; copy: FrozenCopy; at: Date; expiresAt: Date; withdrawnAt: Date | null; decision: RawDecision | null;
  shortlisted: { by: Person; at: Date } | null;
};
const application = `select x.id, x.opportunity_id as "opportunityId", x.person_id as "personId", ${personOf('p')} as person, x.lang, x.words, x.copy, x.at, x.expires_at as "expiresAt",
    (select w.at from app.application_withdrawals w where w.application_id = x.id) as "withdrawnAt",
    (select json_build_object('outcome', d.outcome, 'lang', d.lang, 'words', d.words, 'at', d.at, 'by', ${personOf('b')}) from app.application_decisions d join app.people b on b.id = d.by_person where d.application_id = x.id) as decision,
    (select json_build_object('at', s.at, 'by', ${personOf('b')}) from app.shortlists s join app.people b on b.id = s.by_person where s.application_id = x.id) as shortlisted
  from app.applications x join app.people p on p.id = x.person_id`;
const dated = (row: ApplicationRow): ApplicationRow => ({
  ...row, decision: row.decision && { ...row.decision, at: new Date(row.decision.at) }, shortlisted: row.shortlisted && { ...row.shortlisted, at: new Date(row.shortlisted.at) },
});
/** In order of arrival; of two at one moment the smaller id first. */
export const applicationsTo = async (tx: Tx, opportunityId: string): Promise<ApplicationRow[]> => (await tx.rows<ApplicationRow>(`${application} where x.opportunity_id = $1 and x.person_id <> app.viewer() order by x.at, x.id`, [opportunityId])).map(dated);
export const ownApplications = async (tx: Tx): Promise<ApplicationRow[]> => (await tx.rows<ApplicationRow>(`${application} where x.person_id = app.viewer() order by x.at desc, x.id`)).map(dated);
export const applicationById = async (tx: Tx, id: string): Promise<ApplicationRow | undefined> => (await tx.rows<ApplicationRow>(`${application} where x.id = $1`, [id])).map(dated)[0];

type NewApplication = { id: string; opportunityId: string; lang: string; words: string; copy: FrozenCopy; at: Date; expiresAt: Date };
export const insertApplication = (tx: Tx, a: NewApplication): Promise<number> =>
  tx.write('insert into app.applications (id, opportunity_id, person_id, lang, words, copy, at, expires_at) values ($1, $2, app.viewer(), $3, $4, $5, $6, $7)', [a.id, a.opportunityId, a.lang, a.words, JSON.stringify(a.copy), a.at, a.expiresAt]);
export const giveLetter = (tx: Tx, applicationId: string, letterId: string): Promise<number> => tx.write('insert into app.application_letters (application_id, letter_id) values ($1, $2)', [applicationId, letterId]);
/** Letters that were given before, with any application of one's own. */
export const lettersGiven = async (tx: Tx): Promise<Set<string>> =>
  new Set((await tx.rows<{ id: string }>('select g.letter_id as id from app.application_letters g join app.applications x on x.id = g.application_id and x.person_id = app.viewer()')).map(({ id }) => id));
export type GivenRow = RawLetter & { applicationId: string };
export const lettersOf = (tx: Tx, applicationIds: readonly string[]): Promise<GivenRow[]> =>
  tx.rows(
    `select g.application_id as "applicationId", l.id, ${personOf('w')} as writer, l.scopes, l.reuse, l.lang, t.body as text, l.check_code as "checkCode", l.written_at as "writtenAt", l.expires_at as "expiresAt", r.at as "revokedAt"
       from app.application_letters g join app.reference_letters l on l.id = g.letter_id join app.people w on w.id = l.writer_id left join app.reference_texts t on t.letter_id = l.id
       left join app.reference_revocations r on r.letter_id = l.id where g.application_id = any ($1) order by l.written_at, l.id`, [applicationIds]);

export const withdrawApplication = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('insert into app.application_withdrawals (application_id, at) values ($1, $2) on conflict do nothing', [id, now]);
export const setShortlisted = (tx: Tx, id: string, by: string, now: Date): Promise<number> => tx.write('insert into app.shortlists (application_id, by_person, at) values ($1, $2, $3) on conflict do nothing', [id, by, now]);
export const dropShortlisted = (tx: Tx, id: string): Promise<number> => tx.write('delete from app.shortlists where application_id = $1', [id]);

export type NoteRow = { id: string; applicationId: string; author: Person; lang: 'en' | 'fa'; body: string; at: Date };
export const notesOf = (tx: Tx, applicationIds: readonly string[]): Promise<NoteRow[]> =>
  tx.rows(`select n.id, n.application_id as "applicationId", ${personOf('p')} as author, n.lang, n.body, n.at from app.application_notes n join app.people p on p.id = n.author_id where n.application_id = any ($1) order by n.at, n.id`, [applicationIds]);
export const insertNote = (tx: Tx, n: { id: string; applicationId: string; author: string; lang: string; text: string }, now: Date): Promise<number> =>
  tx.write('insert into app.application_notes (id, application_id, author_id, lang, body, at) values ($1, $2, $3, $4, $5, $6)', [n.id, n.applicationId, n.author, n.lang, n.text, now]);
export const insertDecision = (tx: Tx, id: string, d: { outcome: string; lang: string; words: string; by: string }, now: Date): Promise<number> =>
  tx.write('insert into app.application_decisions (application_id, outcome, lang, words, by_person, at) values ($1, $2, $3, $4, $5, $6)', [id, d.outcome, d.lang, d.words, d.by, now]);

/** As the node: what has run out, and what was withdrawn before `before`; everything that hangs on it goes with it. */
export const sweepApplications = (tx: Tx, now: Date, before: Date): Promise<number> =>
  tx.write('delete from app.applications x where x.expires_at <= $1 or exists (select from app.application_withdrawals w where w.application_id = x.id and w.at < $2)', [now, before]);

export const hasApplied = async (tx: Tx, opportunityId: string, personId: string): Promise<boolean> =>
  (await tx.rows('select from app.applications where opportunity_id = $1 and person_id = $2', [opportunityId, personId])).length > 0;
/** Whether they work where somebody works who has applied. */
export const worksWithCandidate = async (tx: Tx, opportunityId: string, personId: string): Promise<boolean> =>
  (await tx.rows<{ so: boolean }>('select app.works_with_candidate($1, $2) as so', [opportunityId, personId]))[0]?.so ?? false;
