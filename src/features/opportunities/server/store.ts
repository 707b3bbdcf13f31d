// Opportunities as the viewer may read and write them: row-level security answers who sees what.

import type { Tx } from '#server/db.ts';
import type { OpportunityRow } from '../rules/present.ts';
import type { SaveOpportunity } from '../rules/wire.ts';

const person = (p: string, i: string, c: string): string => `json_build_object('id', ${p}.id, 'givenEn', ${p}.given_en, 'familyEn', ${p}.family_en, 'givenFa', ${p}.given_fa, 'familyFa', ${p}.family_fa,
  'title', ${p}.title, 'stage', ${p}.stage, 'institutionEn', ${i}.name_en, 'institutionFa', ${i}.name_fa, 'cityEn', ${c}.name_en, 'cityFa', ${c}.name_fa, 'country', ${c}.country)`;

const columns = `select o.id, o.poster_id as "posterId", o.type, o.lang, o.topics, o.starts_on as "startsOn", o.ends_on as "endsOn", o.deadline, o.time_zone as "timeZone", o.fields, o.texts, o.version, o.edited_at as "editedAt",
    app.opportunity_standing(o.id) as standing, app.opportunity_phase(o.id) as phase, app.opportunity_next_hop(o.id) is not null as "handsLeft", (select at from app.opportunity_postings t where t.opportunity_id = o.id) as "postedAt",
    case when i.id is not null then json_build_object('id', i.id, 'nameEn', i.name_en, 'nameFa', i.name_fa, 'cityEn', c.name_en, 'cityFa', c.name_fa, 'country', trim(c.country)) end as place,
    ${person('p', 'pi', 'pc')} as poster,
    exists (select from app.opportunity_interests n where n.opportunity_id = o.id and n.person_id = app.viewer() and n.withdrawn_at is null) as interested,
    coalesce((select json_agg(${person('b', 'bi', 'bc')} order by h.at, h.id) from app.opportunity_hands h join app.people b on b.id = h.by_person left join app.institutions bi on bi.id = b.institution_id
      left join app.cities bc on bc.id = coalesce(bi.city_id, b.city_id) where h.opportunity_id = o.id and h.person_id = app.viewer()), '[]') as "from"
  from app.opportunities o join app.people p on p.id = o.poster_id left join app.institutions pi on pi.id = p.institution_id left join app.cities pc on pc.id = coalesce(pi.city_id, p.city_id)
    left join app.institutions i on i.id = o.institution_id left join app.cities c on c.id = i.city_id`;

export const opportunityById = async (tx: Tx, id: string): Promise<OpportunityRow | undefined> => (await tx.rows<OpportunityRow>(`${columns} where o.id = $1`, [id]))[0];

/** All that the viewer may see: what was handed to them first, then by the nearest deadline. */
export const opportunitiesSeen = (tx: Tx, most: number): Promise<OpportunityRow[]> =>
  tx.rows(`${columns} order by app.opportunity_standing(o.id) = 'handed' desc, o.deadline nulls last, o.starts_on nulls last, o.id limit $1`, [most]);

export const draftsOf = async (tx: Tx): Promise<number> => (await tx.rows<{ n: number }>(`select count(*) as n from app.opportunities where poster_id = app.viewer() and app.opportunity_phase(id) = 'draft'`))[0]?.n ?? 0;

export const insertOpportunity = async (tx: Tx, id: string, lang: string, timeZone: string, at: Date): Promise<void> => {
  await tx.write('insert into app.opportunities (id, poster_id, lang, time_zone, started_at, edited_at) values ($1, app.viewer(), $2, $3, $4, $4)', [id, lang, timeZone, at]);
};

/** False when another version was saved since. */
export const updateOpportunity = async (tx: Tx, id: string, o: SaveOpportunity, at: Date): Promise<boolean> =>
  (await tx.write(
    `update app.opportunities set lang = $3, type = $4, institution_id = $5, topics = $6, starts_on = $7, ends_on = $8, deadline = $9, time_zone = $10, fields = $11, texts = $12, version = version + 1, edited_at = $13
      where id = $1 and version = $2`,
    [id, o.version, o.lang, o.type, o.institutionId, o.topics, o.startsOn, o.endsOn, o.deadline, o.timeZone, JSON.stringify(o.fields), JSON.stringify(o.texts), at])) === 1;
export const savePlan = (tx: Tx, id: string, plan: object): Promise<number> =>
  tx.write('insert into app.opportunity_plans (opportunity_id, body) values ($1, $2) on conflict (opportunity_id) do update set body = excluded.body', [id, JSON.stringify(plan)]);

export const viewerZone = async (tx: Tx): Promise<string> => (await tx.rows<{ zone: string }>('select time_zone as zone from app.people where id = app.viewer()'))[0]?.zone ?? 'UTC';
