// What the console reads and writes, as the coordinator: row-level security shows the cases they stand to as coordinator and no asker's hidden name.

import type { Tx } from '#server/db.ts';
import type { Figures } from '../rules/console.ts';
import type { QueueRow } from '../rules/coordinator-view.ts';
import type { LaunchFacts } from '../rules/launch.ts';

const line = (id: string): string => `(select json_build_object('id', p.id, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa, 'title', p.title, 'stage', p.stage,
  'institutionEn', i.name_en, 'institutionFa', i.name_fa, 'cityEn', c.name_en, 'cityFa', c.name_fa, 'country', c.country)
  from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id) where p.id = ${id})`;

/** Cases the viewer coordinates and that still want opinions. One hidden and asked of nobody yet is not there for some hours, so that its coming tells no minute. */
export const queueRows = (tx: Tx, now: Date, limit: number): Promise<QueueRow[]> =>
  tx.rows(`select k.id as "caseId", k.lang, k.urgency, k.hidden, k.texts #>> '{en,title}' as "titleEn", k.texts #>> '{fa,title}' as "titleFa", k.fields -> 'topics' as topics, p.at as "postedAt", k.decide_by as "decideBy",
      (select ${line('m.person_id')} from app.case_askers m where m.case_id = k.id) as asker, l.wanted, app.opinions_given(k.id)::int as given,
      (select count(*)::int from app.wave_takings t where t.case_id = k.id) as taken,
      coalesce((select json_agg(json_build_object('seenAt', a.seen_at, 'acceptedAt', a.accepted_at, 'declinedAt', a.declined_at, 'handedTo', a.handed_to, 'answeredAt', a.answered_at, 'expiredAt', a.expired_at,
        'cancelledAt', a.cancelled_at, 'releasedAt', a.released_at, 'person', ${line('a.expert_id')}) order by a.asked_at, a.id) from app.asks a where a.case_id = k.id), '[]') as asks,
      (select json_build_object('step', w.step, 'size', w.size, 'goesAt', w.goes_at,
          'confirmed', exists (select from app.wave_looks o where o.case_id = w.case_id and o.step = w.step and o.act = 'confirmed'),
          'people', coalesce((select json_agg(json_build_object('person', ${line('wp.person_id')}, 'reasons', wp.reasons) order by wp.place, wp.person_id) from app.wave_people wp where wp.case_id = w.case_id and wp.step = w.step), '[]'))
        from app.waves w where w.case_id = k.id and not exists (select from app.wave_takings t where t.case_id = w.case_id and t.step = w.step) order by w.step limit 1) as wave
    from app.cases k join app.postings p on p.case_id = k.id left join app.ladders l on l.case_id = k.id
    where app.phase(k.id) = 'posted' and app.standing(k.id) = 'coordinator' and not exists (select from app.ladder_ends e where e.case_id = k.id and e.why = 'enough')
      and (not k.hidden or p.at < $1::timestamptz - interval '3 hours' or exists (select from app.asks a where a.case_id = k.id) or exists (select from app.waves w where w.case_id = k.id))
    order by p.at, k.id limit $2`, [now, limit]);

export const figures = async (tx: Tx, from: Date, to: Date): Promise<Figures | undefined> => (await tx.rows<{ f: Figures | null }>('select app.week_figures($1, $2) as f', [from, to]))[0]?.f ?? undefined;
export const capacity = (tx: Tx, today: string, now: Date): Promise<{ field: string; people: number; free: number; weekly: string }[]> =>
  tx.rows('select field, people, free, weekly from app.capacity($1, $2) order by field = \'\' desc, weekly desc, field limit 9', [today, now]);
export const launchFacts = async (tx: Tx): Promise<LaunchFacts | undefined> => (await tx.rows<{ f: LaunchFacts | null }>('select app.launch_facts() as f'))[0]?.f ?? undefined;

export const waveIn = async (tx: Tx, caseId: string, step: number): Promise<{ size: number; hidden: boolean } | undefined> =>
  (await tx.rows<{ size: number; hidden: boolean }>(`select w.size, k.hidden from app.waves w join app.cases k on k.id = w.case_id
    where w.case_id = $1 and w.step = $2 and app.standing($1) = 'coordinator' and app.wave_waits($1, $2)`, [caseId, step]))[0];
export const nameInto = (tx: Tx, caseId: string, step: number, personId: string): Promise<number> =>
  tx.write(`insert into app.wave_people (case_id, step, person_id, place, named_by) values ($1, $2, $3, 99, app.viewer()) on conflict do nothing`, [caseId, step, personId]);
/** The people in the order given come first, all others after them in the order they had. */
export const arrange = async (tx: Tx, caseId: string, step: number, people: readonly string[]): Promise<void> => {
  await tx.write(`update app.wave_people w set place = coalesce(array_position($3::uuid[], w.person_id) - 1, cardinality($3::uuid[]) + w.place) where case_id = $1 and step = $2`, [caseId, step, people]);
  await tx.write('update app.waves set size = $3 where case_id = $1 and step = $2', [caseId, step, people.length]);
};
export const looked = (tx: Tx, id: string, caseId: string, step: number, act: 'confirmed' | 'changed', at: Date): Promise<number> =>
  tx.write('insert into app.wave_looks (id, case_id, step, coordinator_id, act, at) values ($1, $2, $3, app.viewer(), $4, $5)', [id, caseId, step, act, at]);
