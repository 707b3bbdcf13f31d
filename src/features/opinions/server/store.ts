import type { Tx } from '#server/db.ts';
import type { AddRemark, GiveOpinion, SaveOpinion } from '../rules/wire.ts';

export type MyAsk = { id: string; seat: string; answeredAt: Date | null };

export const myAsk = async (tx: Tx, caseId: string): Promise<MyAsk | undefined> =>
  (await tx.rows<MyAsk>('select id, seat, answered_at as "answeredAt" from app.asks where case_id = $1 and expert_id = app.viewer() and cancelled_at is null', [caseId]))[0];

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

export const dropDraft = (tx: Tx, askId: string): Promise<number> => tx.write('delete from app.opinion_drafts where ask_id = $1', [askId]);

/** Writes the next version; whether it came before the decision is the database's to say, since a sealed adviser may not know of one. */
export const insertOpinion = async (tx: Tx, caseId: string, ask: MyAsk, o: GiveOpinion, at: Date): Promise<{ id: string; version: number }> => {
  const [{ version } = { version: 1 }] = await tx.rows<{ version: number }>('select coalesce(max(version), 0) + 1 as version from app.opinions where ask_id = $1', [ask.id]);
  await tx.write(
    `insert into app.opinions (id, case_id, ask_id, author_id, seat, version, lang, body, texts, before_decision, at)
      values ($1, $2, $3, app.viewer(), $4, $5, $6, $7, $8, not app.decided($2), $9)`,
    [o.id, caseId, ask.id, ask.seat, version, o.lang, JSON.stringify(o.body), JSON.stringify(o.texts), at]);
  return { id: o.id, version };
};

export const markAnswered = (tx: Tx, askId: string, at: Date): Promise<number> =>
  tx.write('update app.asks set seen_at = coalesce(seen_at, $2), accepted_at = coalesce(accepted_at, $2), answered_at = $2 where id = $1 and answered_at is null', [askId, at]);

export const opinionById = async (tx: Tx, id: string): Promise<{ id: string; version: number } | undefined> =>
  (await tx.rows<{ id: string; version: number }>('select id, version from app.opinions where id = $1 and author_id = app.viewer()', [id]))[0];

export const insertRemark = (tx: Tx, caseId: string, r: AddRemark, byAsker: boolean, at: Date): Promise<number> =>
  tx.write('insert into app.remarks (id, case_id, adviser_id, lang, texts, pointer, at) values ($1, $2, case when $3 then null else app.viewer() end, $4, $5, $6, $7)',
    [r.id, caseId, byAsker, r.lang, JSON.stringify({ [r.lang]: r.text }), r.pointer && JSON.stringify(r.pointer), at]);
