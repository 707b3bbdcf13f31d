// A person's own profile, read and written as that person.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';
import type { ProfileRow } from '../rules/profile-view.ts';
import type { Profile } from '../rules/wire.ts';

export const ownProfile = async (tx: Tx): Promise<ProfileRow | undefined> =>
  (await tx.rows<ProfileRow>(
    `select p.id, p.version, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa", p.title, p.stage,
            p.institution_id as "institutionId", p.city_id as "cityId", p.languages, p.time_zone as "timeZone", p.orcid, p.asked_about as "askedAbout",
            p.weekly_cap as "weeklyCap", to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_to, 'HH24:MI') as "quietTo", p.verified_at as "verifiedAt",
            (select json_build_object('id', i.id, 'nameEn', i.name_en, 'nameFa', i.name_fa, 'cityId', i.city_id) from app.institutions i where i.id = p.institution_id) as institution,
            (select json_build_object('id', c.id, 'nameEn', c.name_en, 'nameFa', c.name_fa, 'country', c.country, 'timeZone', c.time_zone) from app.cities c
              where c.id = coalesce(p.city_id, (select city_id from app.institutions i where i.id = p.institution_id))) as city,
            coalesce((select json_agg(json_build_object('id', l.id, 'authority', l.authority, 'number', l.number, 'country', l.country, 'expiresOn', l.expires_on) order by l.id)
              from app.licences l where l.person_id = p.id), '[]') as licences,
            coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.concept)
              from app.expertise e where e.person_id = p.id), '[]') as expertise,
            coalesce((select json_agg(json_build_object('id', a.id, 'fromDay', a.from_day, 'toDay', a.to_day) order by a.from_day, a.id)
              from app.absences a where a.person_id = p.id), '[]') as absences,
            coalesce((select json_agg(json_build_object('personId', o.id, 'kind', v.kind, 'givenEn', o.given_en, 'familyEn', o.family_en, 'givenFa', o.given_fa, 'familyFa', o.family_fa) order by v.at, o.id)
              from app.avoidances v join app.people o on o.id = v.other_id where v.person_id = p.id), '[]') as avoidances
       from app.people p where p.id = app.viewer()`))[0];

/** Locked, so that of two saves at once one is the later. */
export const profileBefore = async (tx: Tx): Promise<{ version: number; stage: string; verified: boolean } | undefined> =>
  (await tx.rows<{ version: number; stage: string; verified: boolean }>(
    'select version, stage, verified_at is not null as verified from app.people where id = app.viewer() for update'))[0];

export const saveProfile = async (tx: Tx, id: Id, p: Profile, nameKeys: string, now: Date): Promise<void> => {
  await tx.write(
    `update app.people set given_en = $2, family_en = $3, given_fa = $4, family_fa = $5, title = $6, stage = $7, institution_id = $8, city_id = $9, languages = $10, time_zone = $11,
            orcid = $12, asked_about = $13, weekly_cap = $14, quiet_from = $15, quiet_to = $16, name_keys = $17, version = version + 1 where id = $1`,
    [id, p.givenEn, p.familyEn, p.givenFa, p.familyFa, p.title, p.stage, p.institutionId, p.cityId, p.languages, p.timeZone,
      p.orcid, p.askedAbout, p.weeklyCap, p.quietFrom, p.quietTo, nameKeys]);
  await tx.write('delete from app.licences where person_id = $1', [id]);
  await tx.write(
    `insert into app.licences (id, person_id, authority, number, country, expires_on)
     select (l->>'id')::uuid, $1, l->>'authority', l->>'number', l->>'country', (l->>'expiresOn')::date from jsonb_array_elements($2::jsonb) l`, [id, JSON.stringify(p.licences)]);
  await tx.write('delete from app.expertise where person_id = $1', [id]);
  await tx.write(
    `insert into app.expertise (person_id, concept, level, cases_per_year)
     select $1, e->>'concept', e->>'level', (e->>'casesPerYear')::smallint from jsonb_array_elements($2::jsonb) e`, [id, JSON.stringify(p.expertise)]);
  await tx.write('delete from app.absences where person_id = $1', [id]);
  await tx.write(
    `insert into app.absences (id, person_id, from_day, to_day)
     select (a->>'id')::uuid, $1, (a->>'fromDay')::date, (a->>'toDay')::date from jsonb_array_elements($2::jsonb) a`, [id, JSON.stringify(p.absences)]);
  await saveAvoidances(tx, id, p.avoidances, now);
};

const saveAvoidances = async (tx: Tx, id: Id, avoidances: Profile['avoidances'], now: Date): Promise<void> => {
  await tx.write('delete from app.avoidances where person_id = $1', [id]);
  await tx.write(
    `insert into app.avoidances (person_id, other_id, kind, at)
     select $1, o.id, v->>'kind', $3 from jsonb_array_elements($2::jsonb) v join app.people o on o.id = (v->>'personId')::uuid where o.id <> $1 on conflict do nothing`,
    [id, JSON.stringify(avoidances), now]);
};
