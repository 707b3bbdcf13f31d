import type { Tx } from '#server/db.ts';
import type { LineRow } from '../rules/present.ts';
import type { Role } from '../rules/vocabulary.ts';
import { lineColumns, lineJoins } from './line.sql.ts';

export type CastRow = LineRow & { roles: Role[]; verified: boolean };

/** Everybody of the demo world, for the one-tap sign-in page. As the door. */
export const cast = (tx: Tx): Promise<CastRow[]> =>
  tx.rows(`select ${lineColumns}, p.verified_at is not null as verified,
                  array(select role from app.roles r where r.person_id = p.id and r.ended_at is null order by role desc) as roles
             from ${lineJoins} order by c.country, c.name_en, i.name_en, p.family_en, p.id`);
