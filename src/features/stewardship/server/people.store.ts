// People as their steward sees them. As the viewer: row-level security opens licences and the unverified to stewards alone.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';
import type { StewardPersonRow } from '../rules/present.ts';

const MOST = 400;
const line = (p: string, i: string, c: string) => `'id', ${p}.id, 'givenEn', ${p}.given_en, 'familyEn', ${p}.family_en, 'givenFa', ${p}.given_fa, 'familyFa', ${p}.family_fa, 'title', ${p}.title, 'stage', ${p}.stage,
  'institutionEn', ${i}.name_en, 'institutionFa', ${i}.name_fa, 'cityEn', ${c}.name_en, 'cityFa', ${c}.name_fa, 'country', ${c}.country`;

const person = `select p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa", p.title, p.stage,
    i.name_en as "institutionEn", i.name_fa as "institutionFa", c.name_en as "cityEn", c.name_fa as "cityFa", c.country,
    p.verified_at is not null as verified, p.joined_at as "joinedAt", p.orcid, p.name_keys as "nameKeys",
    array(select role from app.roles r where r.person_id = p.id and r.ended_at is null order by role desc) as roles,
    coalesce((select json_agg(json_build_object('authority', l.authority, 'number', l.number, 'country', l.country, 'expiresOn', l.expires_on) order by l.id) from app.licences l where l.person_id = p.id), '[]') as licences,
    coalesce((select json_agg(json_build_object('id', v.id, 'layer', v.layer, 'at', v.at, 'note', v.note,
        'by', case when b.id is not null then json_build_object('id', b.id, 'givenEn', b.given_en, 'familyEn', b.family_en, 'givenFa', b.given_fa, 'familyFa', b.family_fa) end) order by v.at, v.id)
      from app.verifications v left join app.people b on b.id = v.by_person where v.person_id = p.id and v.ended_at is null), '[]') as layers,
    coalesce((select json_agg(json_build_object(${line('k', 'ki', 'kc')}) order by k.institution_id = p.institution_id desc, k.family_en, k.id)
      from (select * from app.people o where o.verified_at is not null and o.id <> p.id and p.verified_at is null
               and (o.institution_id = p.institution_id or o.city_id = coalesce(p.city_id, i.city_id))
               and not exists (select from app.verifications v where v.person_id = p.id and v.by_person = o.id and v.layer = 'vouched' and v.ended_at is null)
             order by o.institution_id = p.institution_id desc, o.family_en, o.id limit 6) k
      left join app.institutions ki on ki.id = k.institution_id left join app.cities kc on kc.id = coalesce(ki.city_id, k.city_id)), '[]') as "couldVouch"
  from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)`;

export const waiting = (tx: Tx): Promise<StewardPersonRow[]> => tx.rows<StewardPersonRow>(`${person} where p.verified_at is null order by p.joined_at, p.id limit ${MOST}`);
export const everybody = (tx: Tx, keys: readonly string[] | null): Promise<StewardPersonRow[]> =>
  tx.rows<StewardPersonRow>(`${person} where $1::text[] is null or (' ' || p.name_keys) like any (select '% ' || replace(replace(k, '\\', ''), '%', '') || '%' from unnest($1::text[]) k)
    order by p.family_en, p.id limit ${MOST}`, [keys]);
export const onePerson = async (tx: Tx, id: string): Promise<StewardPersonRow | undefined> => (await tx.rows<StewardPersonRow>(`${person} where p.id = $1`, [id]))[0];

export const addLayer = (tx: Tx, v: { id: Id; personId: string; layer: string; by: Id; note: string; now: Date }): Promise<number> =>
  tx.write('insert into app.verifications (id, person_id, layer, by_person, note, at) values ($1, $2, $3, $4, $5, $6)', [v.id, v.personId, v.layer, v.by, v.note, v.now]);

export const endLayer = (tx: Tx, personId: string, layerId: string, by: Id, now: Date): Promise<number> =>
  tx.write('update app.verifications set ended_at = $4, ended_by = $3 where person_id = $1 and id = $2 and ended_at is null', [personId, layerId, by, now]);

export const grantRole = (tx: Tx, r: { id: Id; personId: string; role: string; by: Id; now: Date }): Promise<number> =>
  tx.write(`insert into app.roles (id, person_id, role, granted_by, granted_at, institution_id)
    select $1, $2, $3, $4, $5, case when $3 = 'privacy-officer' then (select institution_id from app.people where id = $2) end`, [r.id, r.personId, r.role, r.by, r.now]);

export const endRole = (tx: Tx, personId: string, role: string, now: Date): Promise<number> =>
  tx.write('update app.roles set ended_at = $3 where person_id = $1 and role = $2 and ended_at is null', [personId, role, now]);

/** Locked, so that two stewards cannot end each other at once. */
export const stewards = (tx: Tx): Promise<{ personId: string }[]> =>
  tx.rows(`select person_id as "personId" from app.roles where role = 'steward' and ended_at is null for update`);

/** Tells one person, outside any case. */
export const tellPerson = (tx: Tx, kind: string, personId: string, now: Date): Promise<unknown> =>
  tx.rows(`select app.announce($1, null, 'one', true, $2, $3)`, [kind, now, personId]);
