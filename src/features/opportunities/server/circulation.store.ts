// How an opportunity travels: postings, hands, widenings, bars, interests, questions, closings.

import { lineColumns, linePlaces } from '#features/people/server/door.ts';
import type { LineRow } from '#features/people/rules/present.ts';
import type { Tx } from '#server/db.ts';
import type { HandRow } from '../rules/chain.ts';
import type { Step } from '../rules/limits.ts';
import type { Closing, GivenRow, InterestRow, Place, QuestionRow } from '../rules/present.ts';
import type { Ask, Bar, Close, Plan, Widen } from '../rules/wire.ts';


export const post = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('insert into app.opportunity_postings (opportunity_id, at) values ($1, $2)', [id, at]);
export const widen = (tx: Tx, id: string, w: Widen, via: readonly string[], at: Date): Promise<number> =>
  tx.write('insert into app.opportunity_widenings (id, opportunity_id, step, hands, group_id, via, at) values ($1, $2, $3, $4, $5, $6, $7)', [w.id, id, w.step, w.hands ?? null, w.groupId ?? null, via, at]);
/** By which ties it goes on until now. */
export const viaOf = async (tx: Tx, id: string): Promise<string[]> =>
  (await tx.rows<{ via: string[] }>(`select via from app.opportunity_widenings where opportunity_id = $1 and step = 'hands' order by at desc, id desc limit 1`, [id]))[0]?.via ?? [];
/** Of these people, whom the poster does not let the viewer hand it to. */
export const beyondReach = async (tx: Tx, id: string, people: readonly string[]): Promise<string[]> =>
  (await tx.rows<{ id: string }>('select p as id from unnest($2::uuid[]) p where not app.opportunity_may_reach($1, p)', [id, people])).map((row) => row.id);
export const insertBar = (tx: Tx, id: string, b: Bar, at: Date): Promise<number> =>
  tx.write('insert into app.opportunity_bars (id, opportunity_id, institution_id, person_id, at) values ($1, $2, $3, $4, $5)', [b.id, id, b.institutionId ?? null, b.personId ?? null, at]);

export type Hand = { id: string; personId: string };
/** Of the hand that the viewer's own place allows; the same person twice is one hand-on. */
export const insertHand = (tx: Tx, opportunity: string, hand: Hand, note: string, lang: string, at: Date): Promise<number> =>
  tx.write(`insert into app.opportunity_hands (id, opportunity_id, person_id, by_person, hop, note, lang, at) values ($1, $2, $3, app.viewer(), app.opportunity_next_hop($2), $4, $5, $6)`,
    [hand.id, opportunity, hand.personId, note, lang, at]);
/** Whom the viewer gave it to, by themselves. */
export const given = (tx: Tx, opportunity: string): Promise<GivenRow[]> =>
  tx.rows(`select ${lineColumns}, h.note, h.lang as "noteLang", h.at, h.seen_at as "seenAt", h.answer from app.opportunity_hands h join app.people p on p.id = h.person_id ${linePlaces}
    where h.opportunity_id = $1 and h.by_person = app.viewer() order by h.at, h.id`, [opportunity]);
export const handedBy = (tx: Tx, opportunity: string): Promise<(LineRow & { note: string; noteLang: string; at: Date })[]> =>
  tx.rows(`select ${lineColumns}, h.note, h.lang as "noteLang", h.at from app.opportunity_hands h join app.people p on p.id = h.by_person ${linePlaces}
    where h.opportunity_id = $1 and h.person_id = app.viewer() order by h.at, h.id`, [opportunity]);
export const markSeen = (tx: Tx, opportunity: string, at: Date): Promise<number> =>
  tx.write('update app.opportunity_hands set seen_at = $2 where opportunity_id = $1 and person_id = app.viewer() and seen_at is null', [opportunity, at]);
export const answerHands = (tx: Tx, opportunity: string, answer: 'interested' | 'nobody' | null, at: Date): Promise<number> =>
  tx.write(`update app.opportunity_hands set seen_at = coalesce(seen_at, $3), answer = $2, answered_at = case when $2::text is null then null else $3::timestamptz end where opportunity_id = $1 and person_id = app.viewer()`, [opportunity, answer, at]);

export const chain = (tx: Tx, opportunity: string): Promise<HandRow[]> => tx.rows('select * from app.opportunity_chain($1)', [opportunity]);
export const widenings = (tx: Tx, opportunity: string): Promise<{ step: Step; hands: number | null; groupEn: string | null; groupFa: string | null; at: Date }[]> =>
  tx.rows(`select w.step, w.hands, g.name_en as "groupEn", g.name_fa as "groupFa", w.at from app.opportunity_widenings w left join app.groups g on g.id = w.group_id where w.opportunity_id = $1 order by w.at, w.id`, [opportunity]);
export const barredPeople = (tx: Tx, opportunity: string): Promise<LineRow[]> =>
  tx.rows(`select ${lineColumns} from app.opportunity_bars b join app.people p on p.id = b.person_id ${linePlaces} where b.opportunity_id = $1 order by b.at, b.id`, [opportunity]);
export const barredInstitutions = (tx: Tx, opportunity: string): Promise<Place[]> =>
  tx.rows(`select i.id, i.name_en as "nameEn", i.name_fa as "nameFa", c.name_en as "cityEn", c.name_fa as "cityFa", trim(c.country) as country
    from app.opportunity_bars b join app.institutions i on i.id = b.institution_id join app.cities c on c.id = i.city_id where b.opportunity_id = $1 order by b.at, b.id`, [opportunity]);
/** Of named people, those a draft's own bars would keep it from. */
export const plannedBarred = async (tx: Tx, plan: Plan): Promise<string[]> =>
  (await tx.rows<{ id: string }>('select id from app.people where id = any($1::uuid[]) and (id = any($2::uuid[]) or institution_id = any($3::uuid[]))', [plan.named, plan.barredPeople, plan.barredInstitutions])).map(({ id }) => id);
export const planOf = async (tx: Tx, opportunity: string): Promise<Partial<Plan>> => (await tx.rows<{ body: Partial<Plan> }>('select body from app.opportunity_plans where opportunity_id = $1', [opportunity]))[0]?.body ?? {};
export const institutionsOf = (tx: Tx, ids: readonly string[]): Promise<Place[]> =>
  tx.rows(`select i.id, i.name_en as "nameEn", i.name_fa as "nameFa", c.name_en as "cityEn", c.name_fa as "cityFa", trim(c.country) as country from app.institutions i join app.cities c on c.id = i.city_id where i.id = any($1::uuid[]) order by i.name_en`, [ids]);

/** In the order in which they came: the one rule by which a poster sees candidates. */
export const interests = (tx: Tx, opportunity: string): Promise<InterestRow[]> =>
  tx.rows(`select ${lineColumns}, n.note, n.lang, n.at from app.opportunity_interests n join app.people p on p.id = n.person_id ${linePlaces} where n.opportunity_id = $1 and n.withdrawn_at is null order by n.at, n.person_id`, [opportunity]);
export const showInterest = (tx: Tx, opportunity: string, note: string, lang: string, at: Date): Promise<number> =>
  tx.write(`insert into app.opportunity_interests (opportunity_id, person_id, note, lang, at) values ($1, app.viewer(), $2, $3, $4)
    on conflict (opportunity_id, person_id) do update set note = excluded.note, lang = excluded.lang, at = excluded.at, withdrawn_at = null`, [opportunity, note, lang, at]);
export const withdrawInterest = (tx: Tx, opportunity: string, at: Date): Promise<number> =>
  tx.write('update app.opportunity_interests set withdrawn_at = $2 where opportunity_id = $1 and person_id = app.viewer() and withdrawn_at is null', [opportunity, at]);

export const questions = (tx: Tx, opportunity: string): Promise<QuestionRow[]> =>
  tx.rows(`select q.id, q.text, q.lang, q.at, app.asked_question(q.id) as mine, (select json_build_object('text', a.text, 'lang', a.lang, 'at', a.at) from app.opportunity_answers a where a.question_id = q.id) as answer
    from app.opportunity_questions q where q.opportunity_id = $1 order by q.at, q.id`, [opportunity]);
export const insertQuestion = async (tx: Tx, opportunity: string, { id, text, lang }: Ask, at: Date): Promise<void> => {
  await tx.write('insert into app.opportunity_questions (id, opportunity_id, lang, text, at) values ($1, $2, $3, $4, $5)', [id, opportunity, lang, text, at]);
  await tx.write('insert into app.opportunity_question_askers (question_id, person_id) values ($1, app.viewer())', [id]);
};
export const opportunityOfQuestion = async (tx: Tx, question: string): Promise<string | undefined> =>
  (await tx.rows<{ id: string }>('select opportunity_id as id from app.opportunity_questions where id = $1', [question]))[0]?.id;
export const insertAnswer = (tx: Tx, question: string, lang: string, text: string, at: Date): Promise<number> =>
  tx.write('insert into app.opportunity_answers (question_id, lang, text, at) values ($1, $2, $3, $4)', [question, lang, text, at]);

export const closing = async (tx: Tx, opportunity: string): Promise<Closing | null> =>
  (await tx.rows<Closing>('select result, words, lang from app.opportunity_closings where opportunity_id = $1', [opportunity]))[0] ?? null;
export const close = (tx: Tx, opportunity: string, { result, words, lang }: Close, at: Date): Promise<number> =>
  tx.write('insert into app.opportunity_closings (opportunity_id, result, lang, words, at) values ($1, $2, $3, $4, $5)', [opportunity, result, lang, words, at]);
