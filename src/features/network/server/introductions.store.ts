// Introductions, read and written as the viewer. The ways are reckoned inside the database (app.best_way); of them nothing leaves but their number.

import type { Tx } from '#server/db.ts';
import type { Step } from '../rules/introduction.ts';
import type { IntroductionRow } from '../rules/introduction-view.ts';
import type { How, Whom } from '../rules/limits.ts';
import type { Way } from '../rules/paths.ts';

export const bestWayTo = async (tx: Tx, ends: readonly string[], without: readonly string[], now: Date): Promise<Way | null> => {
  const [way] = await tx.rows<Way>('select first, second, "end", strengths, free, weight from app.best_way($1::uuid[], $2::uuid[], $3)', [ends, without, now]);
  return way ?? null;
};
export const peopleAt = async (tx: Tx, institutionId: string): Promise<string[]> =>
  (await tx.rows<{ id: string }>('select people_at as id from app.people_at($1)', [institutionId])).map(({ id }) => id);
export const institutionById = async (tx: Tx, id: string): Promise<{ id: string; nameEn: string; nameFa: string } | undefined> =>
  (await tx.rows<{ id: string; nameEn: string; nameFa: string }>('select id, name_en as "nameEn", name_fa as "nameFa" from app.institutions where id = $1', [id]))[0];

/** One at a time on this node, so that two requests at once find the room of a middle person as it is. */
export const alone = (tx: Tx): Promise<unknown> => tx.rows(`select pg_advisory_xact_lock(hashtextextended('introductions', 0))`);

export type NewIntroduction = { id: string; targetId: string | null; institutionId: string | null; lang: string; context: string; promise: string; askedAt: Date; expiresAt: Date };
export const addIntroduction = (tx: Tx, i: NewIntroduction): Promise<number> =>
  tx.write(`insert into app.introductions (id, asker_id, target_id, institution_id, lang, context, promise, asked_at, expires_at) values ($1, app.viewer(), $2, $3, $4, $5, $6, $7, $8)`,
    [i.id, i.targetId, i.institutionId, i.lang, i.context, i.promise, i.askedAt, i.expiresAt]);
export const addStep = (tx: Tx, s: { id: string; introductionId: string; route: number; step: number; part: 'middle' | 'target'; personId: string; askedAt: Date | null }): Promise<number> =>
  tx.write('insert into app.introduction_steps (id, introduction_id, route, step, part, person_id, asked_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [s.id, s.introductionId, s.route, s.step, s.part, s.personId, s.askedAt]);

const rows = `select i.id, i.asker_id as "askerId", i.target_id as "targetId", i.institution_id as "institutionId", c.name_en as "institutionEn", c.name_fa as "institutionFa",
    i.lang, i.context, i.promise, i.asked_at as "askedAt", i.expires_at as "expiresAt", i.taken_back_at as "takenBackAt",
    app.introduction_part(i.id) as part, app.introduction_open(i.id) as open,
    coalesce((select json_agg(json_build_object('id', s.id, 'route', s.route, 'step', s.step, 'part', s.part, 'personId', s.person_id, 'askedAt', s.asked_at, 'agreedAt', s.agreed_at, 'closedAt', s.closed_at,
        'refused', exists (select from app.introduction_refusals r where r.step_id = s.id)) order by s.route, s.step) from app.introduction_steps s where s.introduction_id = i.id), '[]') as steps,
    coalesce((select json_agg(json_build_object('id', l.id, 'authorId', l.author_id, 'lang', l.lang, 'text', l.text, 'at', l.at) order by l.at, l.id) from app.introduction_letters l where l.introduction_id = i.id), '[]') as letters,
    coalesce((select json_agg(json_build_object('personId', e.person_id, 'how', e.how, 'note', e.note, 'at', e.at) order by e.at) from app.introduction_ends e where e.introduction_id = i.id), '[]') as ends
  from app.introductions i left join app.institutions c on c.id = i.institution_id`;
export const introductions = (tx: Tx): Promise<IntroductionRow[]> => tx.rows(`${rows} order by i.asked_at desc, i.id limit 100`);
export const introductionById = async (tx: Tx, id: string): Promise<IntroductionRow | undefined> => (await tx.rows<IntroductionRow>(`${rows} where i.id = $1`, [id]))[0];
/** Of the viewer's own, still open: how many, and whether one of them is for the same. */
export const openOwn = (tx: Tx, now: Date): Promise<{ id: string; targetId: string | null; institutionId: string | null }[]> =>
  tx.rows(`select id, target_id as "targetId", institution_id as "institutionId" from app.introductions
    where asker_id = app.viewer() and taken_back_at is null and expires_at > $1 and not app.introduction_open(id)`, [now]);

/** Every step, for the rule that moves an introduction; never for a door. */
export const wholeOf = async (tx: Tx, id: string): Promise<Step[]> => tx.rows('select * from app.introduction_whole($1)', [id]);
export const agreeStep = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.introduction_steps set agreed_at = $2 where id = $1 and agreed_at is null and closed_at is null', [id, at]);
export const refuseStep = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('insert into app.introduction_refusals (step_id, person_id, at) values ($1, app.viewer(), $2) on conflict (step_id) do nothing', [id, at]);
export const move = (tx: Tx, id: string, ask: readonly string[], close: readonly string[], at: Date): Promise<unknown> =>
  tx.rows('select app.move_introduction($1, $2::uuid[], $3::uuid[], $4)', [id, ask, close, at]);
export const takeBackIntroduction = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('update app.introductions set taken_back_at = $2 where id = $1 and asker_id = app.viewer() and taken_back_at is null', [id, at]);
export const addLetter = (tx: Tx, l: { id: string; introductionId: string; lang: string; text: string; at: Date }): Promise<number> =>
  tx.write('insert into app.introduction_letters (id, introduction_id, author_id, lang, text, at) values ($1, $2, app.viewer(), $3, $4, $5)', [l.id, l.introductionId, l.lang, l.text, l.at]);
export const addEnd = (tx: Tx, e: { introductionId: string; how: How; note: string; at: Date }): Promise<number> =>
  tx.write('insert into app.introduction_ends (introduction_id, person_id, how, note, at) values ($1, app.viewer(), $2, $3, $4)', [e.introductionId, e.how, e.note, e.at]);

export const introducingOf = async (tx: Tx): Promise<{ whom: Whom; chosen: string[] }> =>
  (await tx.rows<{ whom: Whom; chosen: string[] }>('select whom, chosen::text[] as chosen from app.introducing'))[0] ?? { whom: 'nobody', chosen: [] };
export const setIntroducing = (tx: Tx, whom: Whom, chosen: readonly string[], at: Date): Promise<number> =>
  tx.write(`insert into app.introducing (person_id, whom, chosen, set_at) values (app.viewer(), $1, $2::uuid[], $3)
    on conflict (person_id) do update set whom = excluded.whom, chosen = excluded.chosen, set_at = excluded.set_at`, [whom, chosen, at]);
