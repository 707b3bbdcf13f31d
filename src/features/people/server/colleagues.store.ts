// Colleagues, read as the viewer: row-level security leaves out whom one may not see.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';
import type { ColleagueRow, FoundRow } from '../rules/colleague.ts';
import { lineColumns, lineJoins } from './line.sql.ts';

const MOST_READ = 400;

const found = `select ${lineColumns}, p.verified_at is not null as verified, p.verified_at is not null and p.stage <> 'industry' as "seesCases", p.name_keys as "nameKeys",
    array(select layer from app.verifications v where v.person_id = p.id and v.ended_at is null) as layers,
    coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.concept) from app.expertise e where e.person_id = p.id), '[]') as expertise
  from ${lineJoins}
 where p.id <> app.viewer() and (p.verified_at is not null) = $1 and p.id not in (select app.blocked_people())`;

/** Those whose name may be meant: a key begins with one of the typed ones. */
export const peopleByKeys = (tx: Tx, verified: boolean, keys: readonly string[], concepts: readonly string[] | null): Promise<FoundRow[]> =>
  tx.rows<FoundRow>(`${found} and (' ' || p.name_keys) like any (select '% ' || replace(replace(k, '\\', ''), '%', '') || '%' from unnest($2::text[]) k)
      and ($3::text[] is null or exists (select from app.expertise e where e.person_id = p.id and e.concept = any ($3)))
    order by p.family_en, p.id limit ${MOST_READ}`, [verified, keys, concepts]);

/** Those who know one of these fields; all when none is named. */
export const peopleByFields = (tx: Tx, verified: boolean, concepts: readonly string[] | null): Promise<FoundRow[]> =>
  tx.rows<FoundRow>(`${found} and ($2::text[] is null or exists (select from app.expertise e where e.person_id = p.id and e.concept = any ($2)))
    order by p.family_en, p.id limit ${MOST_READ}`, [verified, concepts]);

export const colleague = async (tx: Tx, id: string): Promise<ColleagueRow | undefined> =>
  (await tx.rows<ColleagueRow>(
    `select ${lineColumns}, p.verified_at is not null as verified, p.verified_at is not null and p.stage <> 'industry' as "seesCases", p.languages, p.time_zone as "timeZone",
            p.asked_about as "askedAbout", p.orcid, p.weekly_cap as "weeklyCap", to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_to, 'HH24:MI') as "quietTo",
            p.joined_at as "joinedAt", array(select role from app.roles r where r.person_id = p.id and r.ended_at is null order by role desc) as roles,
            coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.level = 'reference' desc, e.cases_per_year desc nulls last, e.concept)
              from app.expertise e where e.person_id = p.id), '[]') as expertise,
            coalesce((select json_agg(json_build_object('id', v.id, 'layer', v.layer, 'at', v.at,
                'by', case when b.id is not null then json_build_object('id', b.id, 'givenEn', b.given_en, 'familyEn', b.family_en, 'givenFa', b.given_fa, 'familyFa', b.family_fa) end) order by v.at, v.id)
              from app.verifications v left join app.people b on b.id = v.by_person where v.person_id = p.id and v.ended_at is null), '[]') as layers
       from ${lineJoins} where p.id = $1 and p.id not in (select app.blocked_people())`, [id]))[0];

export const addVouch = (tx: Tx, v: { id: Id; personId: string; by: Id; note: string; now: Date }): Promise<number> =>
  tx.write(`insert into app.verifications (id, person_id, layer, by_person, note, at) values ($1, $2, 'vouched', $3, $4, $5)`, [v.id, v.personId, v.by, v.note, v.now]);

/** Tells a person, outside any case, that something was checked. */
export const tellChecked = (tx: Tx, personId: string, now: Date): Promise<unknown> => tx.rows(`select app.announce('verified', null, 'one', true, $1, $2)`, [now, personId]);

export const endOwnVouch = (tx: Tx, personId: string, by: Id, now: Date): Promise<number> =>
  tx.write(`update app.verifications set ended_at = $3, ended_by = $2 where person_id = $1 and by_person = $2 and layer = 'vouched' and ended_at is null`, [personId, by, now]);
