// Tokens and what waits, as their owner; a token's check as the door; the sweep as the node.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';
import type { ArrivalRow, TokenRow } from '../rules/present.ts';
import type { NewToken } from '../rules/wire.ts';

export const tokens = (tx: Tx): Promise<TokenRow[]> =>
  tx.rows('select id, name, made_at as "madeAt", expires_at as "expiresAt", used_at as "usedAt", withdrawn_at as "withdrawnAt" from app.import_tokens order by made_at desc, id limit 50');

export const openTokens = async (tx: Tx, now: Date): Promise<number> =>
  (await tx.rows<{ n: number }>('select count(*) as n from app.import_tokens where withdrawn_at is null and expires_at > $1', [now]))[0]?.n ?? 0;

export const addToken = (tx: Tx, t: NewToken, now: Date, expiresAt: Date): Promise<number> =>
  tx.write('insert into app.import_tokens (id, person_id, name, hash, made_at, expires_at) values ($1, app.viewer(), $2, $3, $4, $5)', [t.id, t.name, Buffer.from(t.hash, 'hex'), now, expiresAt]);

export const withdrawToken = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('update app.import_tokens set withdrawn_at = $2 where id = $1 and withdrawn_at is null', [id, now]);

export type TokenOf = { id: Id; personId: Id; seesCases: boolean };
/** As the door: whose token this is, when it is neither withdrawn nor over. */
export const tokenByHash = async (tx: Tx, hash: Buffer, now: Date): Promise<TokenOf | undefined> =>
  (await tx.rows<TokenOf>(
    `select t.id, t.person_id as "personId", p.verified_at is not null and p.stage <> 'industry' as "seesCases" from app.import_tokens t join app.people p on p.id = t.person_id
      where t.hash = $1 and t.withdrawn_at is null and t.expires_at > $2`, [hash, now]))[0];
export const tokenUsed = (tx: Tx, id: Id, now: Date): Promise<number> => tx.write('update app.import_tokens set used_at = $2 where id = $1', [id, now]);

export type Held = { bytes: number; count: number };
const held = `select coalesce(sum(bytes), 0)::bigint as bytes, count(*) as count from app.arrivals`;

export const arrivals = (tx: Tx): Promise<ArrivalRow[]> =>
  tx.rows(`select a.id, a.bytes, a.at, t.name as "from" from app.arrivals a join app.import_tokens t on t.id = a.token_id order by a.at, a.id`);
export const arrival = async (tx: Tx, id: string): Promise<{ id: Id; bytes: number } | undefined> =>
  (await tx.rows<{ id: Id; bytes: number }>('select id, bytes from app.arrivals where id = $1', [id]))[0];
/** Of arrivals at once one comes second and finds the room taken: 0 rows then. */
export const addArrival = async (tx: Tx, a: { id: Id; tokenId: Id; bytes: number; at: Date }, most: Held): Promise<number> => {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended(app.viewer()::text, 0))');
  return tx.write(
    `insert into app.arrivals (id, person_id, token_id, bytes, at) select $1, app.viewer(), $2, $3, $4 from (${held}) h where h.bytes + $3 <= $5 and h.count < $6`,
    [a.id, a.tokenId, a.bytes, a.at, most.bytes, most.count]);
};
export const dropArrival = (tx: Tx, id: string): Promise<number> => tx.write('delete from app.arrivals where id = $1', [id]);

/** As a viewer what waits for them, as the node what waits on all of it. */
export const heldNow = async (tx: Tx): Promise<Held> => (await tx.rows<Held>(held))[0] ?? { bytes: 0, count: 0 };

/** As the node. */
export const allArrivals = async (tx: Tx): Promise<Set<string>> => new Set((await tx.rows<{ id: string }>('select id from app.arrivals')).map(({ id }) => id));
export const sweepArrivals = async (tx: Tx, before: Date): Promise<Id[]> => (await tx.rows<{ id: Id }>('delete from app.arrivals where at < $1 returning id', [before])).map(({ id }) => id);
