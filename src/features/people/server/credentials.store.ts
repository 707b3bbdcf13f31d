// Passwords, second factors, recovery codes and passkeys. As the door.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';

/** Ends every way in but the address itself. */
export const dropCredentials = async (tx: Tx, personId: Id): Promise<void> => {
  await tx.write('delete from app.passkeys where person_id = $1', [personId]);
  await dropPassword(tx, personId);
};

export const dropPassword = async (tx: Tx, personId: Id): Promise<void> => {
  await tx.write('delete from app.passwords where person_id = $1', [personId]);
  await tx.write('delete from app.second_factors where person_id = $1', [personId]);
  await tx.write('delete from app.recovery_codes where person_id = $1', [personId]);
};

export type PasswordRow = { personId: Id; hash: string; sealed: Buffer | null };
export const passwordByEmail = async (tx: Tx, email: string): Promise<PasswordRow | undefined> =>
  (await tx.rows<PasswordRow>(
    `select w.person_id as "personId", w.hash, f.sealed_secret as sealed
       from app.emails e join app.passwords w on w.person_id = e.person_id
       left join app.second_factors f on f.person_id = e.person_id and f.confirmed_at is not null
      where e.email = $1`, [email]))[0];

export type PasswordState = { hasPassword: boolean; codesLeft: number };
export const passwordState = async (tx: Tx, personId: Id): Promise<PasswordState> =>
  (await tx.rows<PasswordState>(
    `select exists (select from app.passwords where person_id = $1) as "hasPassword",
            (select count(*) from app.recovery_codes where person_id = $1 and used_at is null) as "codesLeft"`, [personId]))[0] ?? { hasPassword: false, codesLeft: 0 };

/** Password, confirmed second factor and fresh recovery codes, all or nothing. */
export const setPassword = async (tx: Tx, p: { personId: Id; hash: string; sealed: Buffer; step: number; codes: readonly Buffer[]; now: Date }): Promise<void> => {
  await dropPassword(tx, p.personId);
  await tx.write('insert into app.passwords (person_id, hash, set_at) values ($1, $2, $3)', [p.personId, p.hash, p.now]);
  await tx.write('insert into app.second_factors (person_id, sealed_secret, made_at, confirmed_at, last_step) values ($1, $2, $3, $3, $4)', [p.personId, p.sealed, p.now, p.step]);
  await addCodes(tx, p.personId, p.codes, p.now);
};

const addCodes = (tx: Tx, personId: Id, codes: readonly Buffer[], now: Date): Promise<number> =>
  tx.write('insert into app.recovery_codes (code_hash, person_id, made_at) select c, $1, $3 from unnest($2::bytea[]) c', [personId, codes, now]);

export const replaceCodes = async (tx: Tx, personId: Id, codes: readonly Buffer[], now: Date): Promise<void> => {
  await tx.write('delete from app.recovery_codes where person_id = $1', [personId]);
  await addCodes(tx, personId, codes, now);
};

/** True when this step was not used before: a code seen over a shoulder is worth nothing. */
export const takeStep = async (tx: Tx, personId: Id, step: number): Promise<boolean> =>
  (await tx.write('update app.second_factors set last_step = $2 where person_id = $1 and confirmed_at is not null and (last_step is null or last_step < $2)', [personId, step])) === 1;

export const takeRecovery = async (tx: Tx, personId: Id, hash: Buffer, now: Date): Promise<boolean> =>
  (await tx.write('update app.recovery_codes set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null', [personId, hash, now])) === 1;
