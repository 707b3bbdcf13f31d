import type { Tx } from '#server/db.ts';
import type { PersonRow } from '../rules/person-row.ts';
import type { CaseRow } from '../rules/case-asked.ts';

/** Everybody who could be asked, with what a suggestion rests on. Load, habits, conflicts and ties are reckoned by the node (app.routing_people). */
export const peopleFor = (tx: Tx, caseId: string, now: Date): Promise<PersonRow[]> =>
  tx.rows('select * from app.routing_people($1, $2, $3)', [caseId, now.toISOString().slice(0, 10), now]);

export const caseAsked = async (tx: Tx, caseId: string): Promise<CaseRow | undefined> =>
  (await tx.rows<CaseRow>('select fields, texts, urgency, hidden from app.cases where id = $1', [caseId]))[0];

export const plausibleSites = async (tx: Tx, caseId: string): Promise<number> =>
  (await tx.rows<{ n: number }>('select app.plausible_sites($1) as n', [caseId]))[0]?.n ?? 0;

/** Of these cases those that the viewer may open. */
export const openTo = async (tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(caseIds.length === 0 ? [] : (await tx.rows<{ id: string }>('select id from app.cases where id = any ($1::uuid[])', [caseIds])).map(({ id }) => id));
