// The first steward, by a code that the terminal showed. As the door.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';

export const addStewardCode = (tx: Tx, hash: Buffer, now: Date, expiresAt: Date): Promise<number> =>
  tx.write('insert into app.steward_codes (code_hash, made_at, expires_at) values ($1, $2, $3)', [hash, now, expiresAt]);

export const takeStewardCode = async (tx: Tx, hash: Buffer, now: Date): Promise<boolean> =>
  (await tx.write('update app.steward_codes set used_at = $2 where code_hash = $1 and used_at is null and expires_at > $2', [hash, now])) === 1;

export const stewardCodeState = async (tx: Tx, hash: Buffer): Promise<{ usedAt: Date | null; expiresAt: Date } | undefined> =>
  (await tx.rows<{ usedAt: Date | null; expiresAt: Date }>('select used_at as "usedAt", expires_at as "expiresAt" from app.steward_codes where code_hash = $1', [hash]))[0];

export const hasSteward = async (tx: Tx): Promise<boolean> => (await tx.rows(`select from app.roles where role = 'steward' and ended_at is null limit 1`)).length > 0;

/** Steward, and verified by the node itself, unless the person is already. */
export const makeSteward = async (tx: Tx, p: { personId: Id; roleId: Id; layerId: Id; now: Date }): Promise<void> => {
  await tx.write(`insert into app.roles (id, person_id, role, granted_at) values ($1, $2, 'steward', $3) on conflict do nothing`, [p.roleId, p.personId, p.now]);
  await tx.write(
    `insert into app.verifications (id, person_id, layer, at) select $1, $2, 'register', $3
      where not exists (select from app.verifications where person_id = $2 and layer = 'register' and ended_at is null)`, [p.layerId, p.personId, p.now]);
};
