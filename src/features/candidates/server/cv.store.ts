// A person's own CV and what stands behind it, read and written as that person.

import type { Id } from '#kernel/ids.ts';
import type { Named } from '#features/people/rules/names.ts';
import type { Tx } from '#server/db.ts';
import type { CvBody } from '../rules/wire.ts';

export type CvRow = { version: number; body: CvBody; editedAt: Date };
export const ownCv = async (tx: Tx): Promise<CvRow | undefined> =>
  (await tx.rows<CvRow>('select version, body, edited_at as "editedAt" from app.cvs where person_id = app.viewer()'))[0];

/** False: somebody saved since. */
export const saveCv = async (tx: Tx, id: Id, before: number, body: CvBody, now: Date): Promise<boolean> =>
  (before === 0
    ? await tx.write('insert into app.cvs (person_id, version, body, edited_at) values ($1, 1, $2, $3) on conflict (person_id) do nothing', [id, JSON.stringify(body), now])
    : await tx.write('update app.cvs set version = version + 1, body = $3, edited_at = $4 where person_id = $1 and version = $2', [id, before, JSON.stringify(body), now])) > 0;

export type OwnerRow = Named & { id: string; stage: string; orcid: string; institutionEn: string | null; institutionFa: string | null; cityEn: string | null; cityFa: string | null; country: string | null };
export const owner = async (tx: Tx): Promise<OwnerRow> =>
  (await tx.rows<OwnerRow>(
    `select p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa", p.stage, p.orcid,
            i.name_en as "institutionEn", i.name_fa as "institutionFa", c.name_en as "cityEn", c.name_fa as "cityFa", c.country
       from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id) where p.id = app.viewer()`))[0] as OwnerRow;

export type LayerRow = { layer: 'document' | 'register' | 'vouched'; at: Date; by: (Named & { id: string }) | null };
export const layersOf = (tx: Tx): Promise<LayerRow[]> =>
  tx.rows(
    `select v.layer, v.at, case when b.id is not null then json_build_object('id', b.id, 'givenEn', b.given_en, 'familyEn', b.family_en, 'givenFa', b.given_fa, 'familyFa', b.family_fa) end as by
       from app.verifications v left join app.people b on b.id = v.by_person where v.person_id = app.viewer() and v.ended_at is null order by v.at, v.id`);

export type EarnedRow = { opinions: number; opinionsClosed: number; asked: number; askedClosed: number };
/** Loops of one's own: a question is counted when it was put with the name, so that a card never tells of a hidden one. */
export const earned = async (tx: Tx): Promise<EarnedRow> =>
  (await tx.rows<EarnedRow>(
    `select (select count(distinct case_id) from app.opinions where author_id = app.viewer()) as opinions,
            (select count(distinct o.case_id) from app.opinions o where o.author_id = app.viewer() and exists (select from app.outcomes t where t.case_id = o.case_id and t.result is not null)) as "opinionsClosed",
            (select count(*) from app.case_askers a join app.cases c on c.id = a.case_id and not c.hidden join app.postings p on p.case_id = c.id where a.person_id = app.viewer()) as asked,
            (select count(*) from app.case_askers a join app.cases c on c.id = a.case_id and not c.hidden where a.person_id = app.viewer()
               and exists (select from app.outcomes t where t.case_id = c.id and t.result is not null)) as "askedClosed"`))[0] as EarnedRow;
