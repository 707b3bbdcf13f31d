import type { Tx } from '#server/db.ts';
import type { LineRow } from '../rules/present.ts';
import { lineColumns, lineJoins } from './line.sql.ts';

/** Names and places of these people, in this order; whom the viewer may not read is left out. */
export const linesOf = (tx: Tx, ids: readonly string[]): Promise<LineRow[]> =>
  tx.rows(`select ${lineColumns} from ${lineJoins} where p.id = any ($1::uuid[]) order by array_position($1::uuid[], p.id)`, [ids]);
