import type { Tx } from '#server/db.ts';
import type { Decide, TellOutcome } from '../rules/wire.ts';

export const insertDecision = (tx: Tx, caseId: string, d: Decide, at: Date): Promise<number> =>
  tx.write('insert into app.decisions (case_id, choice, texts, followed, at) values ($1, $2, $3, $4, $5)', [caseId, d.choice, JSON.stringify(d.texts), d.followed, at]);

export const tellOutcome = (tx: Tx, caseId: string, moment: string, o: TellOutcome, at: Date): Promise<number> =>
  tx.write('update app.outcomes set result = $3, details = $4, texts = $5, at = $6 where case_id = $1 and moment = $2', [caseId, moment, o.result, JSON.stringify(o.details), JSON.stringify(o.texts), at]);

/** The later, still open questions of a story that has ended are answered with its end. */
export const endLater = (tx: Tx, caseId: string, moment: string, result: string, at: Date): Promise<number> =>
  tx.write(`update app.outcomes o set result = $3, at = $4 from app.outcomes told
      where told.case_id = $1 and told.moment = $2 and o.case_id = $1 and o.at is null and o.due_on > told.due_on`, [caseId, moment, result, at]);

export const openOutcomes = async (tx: Tx, caseId: string): Promise<number> =>
  (await tx.rows<{ n: number }>('select count(*) as n from app.outcomes where case_id = $1 and at is null', [caseId]))[0]?.n ?? 0;

export const close = (tx: Tx, caseId: string, at: Date): Promise<number> => tx.write('insert into app.closings (case_id, at) values ($1, $2) on conflict do nothing', [caseId, at]);

export const adviserCount = async (tx: Tx, caseId: string): Promise<number> =>
  (await tx.rows<{ n: number }>('select count(*) as n from app.asks where case_id = $1 and answered_at is not null and cancelled_at is null', [caseId]))[0]?.n ?? 0;
