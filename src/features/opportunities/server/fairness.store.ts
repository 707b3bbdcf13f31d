import type { Tx } from '#server/db.ts';
import type { FairCell } from '../rules/fairness.ts';

/** Nothing for who is no steward. */
export const fairness = (tx: Tx, since: Date): Promise<FairCell[]> => tx.rows('select * from app.opportunity_fairness($1)', [since]);
