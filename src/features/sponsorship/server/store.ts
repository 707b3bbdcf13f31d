// Sponsorships as the two of them read and write them: row-level security leaves out what is not theirs.

import type { Tx } from '#server/db.ts';
import type { Offer } from '#features/opportunities/rules/wants.ts';
import type { FittingCase, SponsorshipRow } from '../rules/present.ts';
import type { Brief, CaseThought, Goal, Reminder, WrittenBrief } from '../rules/wire.ts';

const columns = `select s.id, case when s.senior_id = app.viewer() then s.junior_id else s.senior_id end as "otherId", case when s.senior_id = app.viewer() then 'senior' else 'junior' end as side,
    s.proposed_by = app.viewer() as mine, s.proposed_at as "proposedAt", s.agreed_at as "agreedAt", s.ended_at as "endedAt", s.ended_by is not distinct from app.viewer() and s.ended_at is not null as "endedByMe",
    exists (select from app.sponsorship_refusals r where r.sponsorship_id = s.id) as refused,
    b.body as brief, b.lang as "briefLang", b.version as "briefVersion", b.at as "briefAt",
    coalesce((select json_agg(json_build_object('id', g.id, 'mine', g.by_person = app.viewer(), 'lang', g.lang, 'text', g.text, 'dueOn', g.due_on, 'doneAt', g.done_at) order by g.done_at is not null, g.due_on nulls last, g.at, g.id)
      from app.sponsorship_goals g where g.sponsorship_id = s.id), '[]') as goals,
    (select json_build_object('dueOn', m.due_on, 'note', m.note) from app.sponsorship_reminders m where m.sponsorship_id = s.id and m.told_at is null) as reminder,
    coalesce((select json_agg(json_build_object('caseId', t.case_id, 'title', coalesce(k.texts #>> array[k.lang, 'title'], ''), 'lang', k.lang, 'note', t.note, 'noteLang', t.lang, 'day', to_char(t.at, 'YYYY-MM-DD')) order by t.at desc, t.id)
      from app.sponsor_cases t join app.cases k on k.id = t.case_id where t.sponsorship_id = s.id), '[]') as cases
  from app.sponsorships s left join app.sponsorship_briefs b on b.sponsorship_id = s.id`;
export const mine = (tx: Tx): Promise<SponsorshipRow[]> => tx.rows(`${columns} where app.viewer() in (s.senior_id, s.junior_id) and s.ended_at is null order by s.proposed_at, s.id`);
export const byId = async (tx: Tx, id: string): Promise<SponsorshipRow | undefined> => (await tx.rows<SponsorshipRow>(`${columns} where s.id = $1`, [id]))[0];
export const between = async (tx: Tx, otherId: string): Promise<SponsorshipRow[]> => tx.rows(`${columns} where $1 in (s.senior_id, s.junior_id) and s.ended_at is null`, [otherId]);

export const propose = (tx: Tx, p: { id: string; seniorId: string; juniorId: string }, at: Date): Promise<number> =>
  tx.write('insert into app.sponsorships (id, senior_id, junior_id, proposed_by, proposed_at) values ($1, $2, $3, app.viewer(), $4)', [p.id, p.seniorId, p.juniorId, at]);
export const agree = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.sponsorships set agreed_at = $2 where id = $1 and agreed_at is null and ended_at is null', [id, at]);
/** Ended already by the other in the same moment: 0 rows, and the same to see. */
export const end = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('update app.sponsorships set ended_at = $2, ended_by = app.viewer() where id = $1 and agreed_at is not null and ended_at is null', [id, at]);
export const takeBack = (tx: Tx, id: string): Promise<number> => tx.write('delete from app.sponsorships where id = $1 and agreed_at is null', [id]);
export const refuse = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('insert into app.sponsorship_refusals (sponsorship_id, person_id, at) values ($1, app.viewer(), $2) on conflict (sponsorship_id) do nothing', [id, at]);
/** As the node: proposals that nobody took up. */
export const sweepProposals = (tx: Tx, before: Date): Promise<number> => tx.write('delete from app.sponsorships where agreed_at is null and proposed_at < $1', [before]);

/** False when another version was saved since. */
export const writeBrief = async (tx: Tx, id: string, { brief, lang, version }: WrittenBrief, at: Date): Promise<boolean> => {
  if ((await tx.rows<{ version: number }>('select version from app.sponsorship_briefs where sponsorship_id = $1', [id])).length === 0)
    return (await tx.write('insert into app.sponsorship_briefs (sponsorship_id, body, lang, at) values ($1, $2, $3, $4)', [id, JSON.stringify(brief), lang, at])) === 1;
  return (await tx.write('update app.sponsorship_briefs set body = $2, lang = $3, version = version + 1, at = $4 where sponsorship_id = $1 and version = $5', [id, JSON.stringify(brief), lang, at, version])) === 1;
};

export const addGoal = (tx: Tx, id: string, g: Goal, at: Date): Promise<number> =>
  tx.write('insert into app.sponsorship_goals (id, sponsorship_id, by_person, lang, text, due_on, at) values ($1, $2, app.viewer(), $3, $4, $5, $6)', [g.id, id, g.lang, g.text, g.dueOn, at]);
export const reachGoal = (tx: Tx, goalId: string, at: Date | null): Promise<number> => tx.write('update app.sponsorship_goals set done_at = $2 where id = $1', [goalId, at]);
export const dropGoal = (tx: Tx, goalId: string): Promise<number> => tx.write('delete from app.sponsorship_goals where id = $1 and by_person = app.viewer()', [goalId]);

export const remind = (tx: Tx, id: string, r: Reminder, at: Date): Promise<number> =>
  tx.write(`insert into app.sponsorship_reminders (sponsorship_id, person_id, due_on, note, at) values ($1, app.viewer(), $2, $3, $4)
    on conflict (sponsorship_id, person_id) do update set due_on = excluded.due_on, note = excluded.note, at = excluded.at, told_at = null`, [id, r.dueOn, r.note, at]);
export const dropReminder = (tx: Tx, id: string): Promise<number> => tx.write('delete from app.sponsorship_reminders where sponsorship_id = $1', [id]);
/** As the node: reminders whose day has come. */
export const remindersDue = (tx: Tx, today: string, at: Date): Promise<{ sponsorshipId: string; personId: string }[]> =>
  tx.rows('update app.sponsorship_reminders set told_at = $2 where told_at is null and due_on <= $1 returning sponsorship_id as "sponsorshipId", person_id as "personId"', [today, at]);

export const layAside = (tx: Tx, id: string, opportunityId: string, at: Date): Promise<number> =>
  tx.write('insert into app.sponsor_passes (sponsorship_id, opportunity_id, at) values ($1, $2, $3) on conflict do nothing', [id, opportunityId, at]);
export const laidAside = (tx: Tx): Promise<{ sponsorshipId: string; opportunityId: string }[]> => tx.rows('select sponsorship_id as "sponsorshipId", opportunity_id as "opportunityId" from app.sponsor_passes');
/** Hands that the viewer has given, whoever has them now. */
export const handsGiven = (tx: Tx): Promise<{ opportunityId: string; personId: string }[]> =>
  tx.rows('select opportunity_id as "opportunityId", person_id as "personId" from app.opportunity_hands where by_person = app.viewer()');

/** Cases open to the whole node, under these topics: what any verified colleague may read. */
export const casesUnder = (tx: Tx, topics: readonly string[], most: number): Promise<FittingCase[]> =>
  tx.rows(`select k.id as "caseId", coalesce(k.texts #>> array[k.lang, 'title'], '') as title, k.lang, t.topic from app.cases k
      cross join lateral (select topic from jsonb_array_elements_text(coalesce(k.fields -> 'topics', '[]')) as own(topic) where exists (select from unnest($1::text[]) as w(want) where topic = want or topic like want || '.%') limit 1) t
    where k.audience = 'node' and app.phase(k.id) <> 'draft' and app.standing(k.id) is not null and app.standing(k.id) <> 'asker' order by k.id desc limit $2`, [topics, most]);
export const isOpenToAll = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await tx.rows<{ is: boolean }>(`select exists (select from app.cases k where k.id = $1 and k.audience = 'node' and app.phase(k.id) <> 'draft') as is`, [caseId]))[0]?.is ?? false;
export const thinkOfCase = (tx: Tx, id: string, t: CaseThought, at: Date): Promise<number> =>
  tx.write('insert into app.sponsor_cases (id, sponsorship_id, case_id, lang, note, at) values ($1, $2, $3, $4, $5, $6) on conflict (sponsorship_id, case_id) do nothing', [t.id, id, t.caseId, t.lang, t.note, at]);

export type Pair = Omit<Offer, 'startsOn'> & { sponsorshipId: string; seniorId: string; opportunityId: string; brief: Brief; startsOn: string | null };
/** As the node. */
export const pairs = (tx: Tx, opportunityId: string | null, sponsorshipId: string | null): Promise<Pair[]> => tx.rows('select * from app.sponsor_pairs($1, $2)', [opportunityId, sponsorshipId]);
export const markNudged = (tx: Tx, p: Pair, at: Date): Promise<number> =>
  tx.write('insert into app.sponsor_nudges (sponsorship_id, opportunity_id, at) values ($1, $2, $3) on conflict do nothing', [p.sponsorshipId, p.opportunityId, at]);
