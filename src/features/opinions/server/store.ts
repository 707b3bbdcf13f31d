import type { Tx } from '#server/db.ts';
import type { Standpoint } from '#features/cases/rules/policy.ts';
import type { AddRemark, GiveOpinion, SaveOpinion } from '../rules/wire.ts';

export type MyAsk = { id: string };

export const myAsk = async (tx: Tx, caseId: string): Promise<MyAsk | undefined> =>
  (await tx.rows<MyAsk>('select id from app.asks where case_id = $1 and expert_id = app.viewer() and cancelled_at is null', [caseId]))[0];

/** False when another version was saved since. */
export const saveDraft = async (tx: Tx, askId: string, o: SaveOpinion, at: Date): Promise<boolean> =>
  (await tx.write(
    `insert into app.opinion_drafts (ask_id, body, version, at) select $1, $2, 1, $4 where $3 = 0
      on conflict (ask_id) do update set body = excluded.body, version = opinion_drafts.version + 1, at = excluded.at where false`,
    [askId, JSON.stringify({ lang: o.lang, body: o.body, texts: o.texts }), o.version, at])) === 1
  || (await tx.write('update app.opinion_drafts set body = $2, version = version + 1, at = $4 where ask_id = $1 and version = $3',
    [askId, JSON.stringify({ lang: o.lang, body: o.body, texts: o.texts }), o.version, at])) === 1;

export const draftVersion = async (tx: Tx, askId: string): Promise<number> =>
  (await tx.rows<{ version: number }>('select version from app.opinion_drafts where ask_id = $1', [askId]))[0]?.version ?? 0;

export type Giving = Standpoint & { askId: string; seat: string; version: number };

/** All that giving needs to know, in one question. Null: not asked, or nothing for this viewer. */
export const forGiving = async (tx: Tx, caseId: string): Promise<Giving | null> =>
  (await tx.rows<{ giving: Giving | null }>('select app.for_giving($1) as giving', [caseId]))[0]?.giving ?? null;

/** The opinion as its next version, its draft gone, its ask answered, in one statement. Whether it came before the decision is the database's to say:
    a sealed adviser may not know of one. */
export const insertOpinion = (tx: Tx, caseId: string, ask: Giving, o: GiveOpinion, at: Date): void =>
  tx.later(
    `with dropped as (delete from app.opinion_drafts where ask_id = $3),
        answered as (update app.asks set seen_at = coalesce(seen_at, $9), accepted_at = coalesce(accepted_at, $9), answered_at = $9 where id = $3 and answered_at is null and declined_at is null)
      insert into app.opinions (id, case_id, ask_id, author_id, seat, version, lang, body, texts, before_decision, at)
      values ($1, $2, $3, app.viewer(), $4, $5, $6, $7, $8, not app.decided($2), $9)`,
    [o.id, caseId, ask.askId, ask.seat, ask.version, o.lang, JSON.stringify(o.body), JSON.stringify(o.texts), at]);

export const insertRemark = (tx: Tx, caseId: string, r: AddRemark, byAsker: boolean, at: Date): Promise<number> =>
  tx.write('insert into app.remarks (id, case_id, adviser_id, lang, texts, pointer, at) values ($1, $2, case when $3 then null else app.viewer() end, $4, $5, $6, $7)',
    [r.id, caseId, byAsker, r.lang, JSON.stringify({ [r.lang]: r.text }), r.pointer && JSON.stringify(r.pointer), at]);
