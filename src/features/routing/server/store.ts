import type { Tx } from '#server/db.ts';

export type AskRow = { id: string; caseId: string; expertId: string; acceptedAt: Date | null; seenAt: Date | null };

export const askById = async (tx: Tx, id: string): Promise<AskRow | undefined> =>
  (await tx.rows<AskRow>('select id, case_id as "caseId", expert_id as "expertId", accepted_at as "acceptedAt", seen_at as "seenAt" from app.asks where id = $1', [id]))[0];

export const insertAsk = (tx: Tx, a: { id: string; caseId: string; expertId: string; seat: string; reasons: object; step: number | null; askedAt: Date; acceptBy: Date; answerBy: Date }): Promise<number> =>
  tx.write('insert into app.asks (id, case_id, expert_id, seat, reasons, step, asked_at, accept_by, answer_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [a.id, a.caseId, a.expertId, a.seat, JSON.stringify(a.reasons), a.step, a.askedAt, a.acceptBy, a.answerBy]);

export const asksOf = async (tx: Tx, caseId: string): Promise<{ id: string; expertId: string }[]> =>
  tx.rows('select id, expert_id as "expertId" from app.asks where case_id = $1', [caseId]);

export const markSeen = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.asks set seen_at = coalesce(seen_at, $2) where id = $1', [id, at]);
export const accept = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.asks set seen_at = coalesce(seen_at, $2), accepted_at = coalesce(accepted_at, $2) where id = $1', [id, at]);
export const decline = (tx: Tx, id: string, note: string, why: 'busy' | 'topic' | null, at: Date): Promise<number> =>
  tx.write('update app.asks set seen_at = coalesce(seen_at, $4), declined_at = $4, declined_why = $3, handed_note = $2 where id = $1', [id, note, why, at]);
export const handOn = (tx: Tx, id: string, to: string, note: string, at: Date): Promise<number> =>
  tx.write('update app.asks set seen_at = coalesce(seen_at, $4), declined_at = $4, handed_to = $2, handed_note = $3 where id = $1', [id, to, note, at]);
export const cancel = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('update app.asks set cancelled_at = $2 where id = $1 and answered_at is null and declined_at is null and cancelled_at is null', [id, at]);
export const expireDue = (tx: Tx, now: Date): Promise<{ id: string; caseId: string }[]> =>
  tx.rows(`update app.asks set expired_at = $1 where expired_at is null and accepted_at is null and answered_at is null and declined_at is null and cancelled_at is null and accept_by < $1
    returning id, case_id as "caseId"`, [now]);

/** What decides how many opinions a case wants. */
export const weighedOf = async (tx: Tx, caseId: string): Promise<{ topics: string[]; previousCabg?: string }> => {
  const [row] = await tx.rows<{ topics: string[] | null; previousCabg: string | null }>(`select fields -> 'topics' as topics, fields #>> '{comorbidity,previousCabg}' as "previousCabg" from app.cases where id = $1`, [caseId]);
  return { topics: row?.topics ?? [], ...(row?.previousCabg ? { previousCabg: row.previousCabg } : {}) };
};

export const viewerPlace = async (tx: Tx): Promise<{ institutionId: string | null; cityId: string | null; languages: string[] }> =>
  (await tx.rows<{ institutionId: string | null; cityId: string | null; languages: string[] }>(
    `select p.institution_id as "institutionId", coalesce(i.city_id, p.city_id) as "cityId", p.languages
       from app.people p left join app.institutions i on i.id = p.institution_id where p.id = app.viewer()`))[0] ?? { institutionId: null, cityId: null, languages: [] };

