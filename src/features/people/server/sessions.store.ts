import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';

export type SessionRow = { id: Id; personId: Id; expiresAt: Date; seenAt: Date; verified: boolean; seesCases: boolean; roles: string[] };

/** A living session and what its person may open, by the hash of its token. */
export const sessionByHash = async (tx: Tx, hash: Buffer, now: Date): Promise<SessionRow | undefined> =>
  (await tx.rows<SessionRow>(
    `select s.id, s.person_id as "personId", s.expires_at as "expiresAt", s.seen_at as "seenAt", p.verified_at is not null as verified,
            p.verified_at is not null and p.stage <> 'industry' as "seesCases",
            array(select role from app.roles r where r.person_id = p.id and r.ended_at is null) as roles
       from app.sessions s join app.people p on p.id = s.person_id
      where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2`, [hash, now]))[0];

export const touchSession = (tx: Tx, id: Id, now: Date, expiresAt: Date): Promise<number> =>
  tx.write('update app.sessions set seen_at = $2, expires_at = $3 where id = $1 and ended_at is null', [id, now, expiresAt]);

export const addSession = (tx: Tx, s: { id: Id; hash: Buffer; personId: Id; device: string; now: Date; expiresAt: Date }): Promise<number> =>
  tx.write('insert into app.sessions (id, token_hash, person_id, device, opened_at, seen_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6)',
    [s.id, s.hash, s.personId, s.device, s.now, s.expiresAt]);

export const endSessionByHash = async (tx: Tx, hash: Buffer, now: Date): Promise<Id | undefined> =>
  (await tx.rows<{ personId: Id }>('update app.sessions set ended_at = $2 where token_hash = $1 and ended_at is null returning person_id as "personId"', [hash, now]))[0]?.personId;

export const endSession = (tx: Tx, personId: Id, id: string, now: Date): Promise<number> =>
  tx.write('update app.sessions set ended_at = $3 where person_id = $1 and id = $2 and ended_at is null', [personId, id, now]);

/** Ends all of a person's sessions but one. The number ended. */
export const endOtherSessions = (tx: Tx, personId: Id, keep: string | null, now: Date): Promise<number> =>
  tx.write('update app.sessions set ended_at = $3 where person_id = $1 and id is distinct from $2::uuid and ended_at is null', [personId, keep, now]);

export type DeviceRow = { id: Id; device: string; openedAt: Date; seenAt: Date; expiresAt: Date };
export const sessionsOf = (tx: Tx, personId: Id, now: Date): Promise<DeviceRow[]> =>
  tx.rows('select id, device, opened_at as "openedAt", seen_at as "seenAt", expires_at as "expiresAt" from app.sessions where person_id = $1 and ended_at is null and expires_at > $2 order by seen_at desc, id', [personId, now]);

export const sessionOpenedAt = async (tx: Tx, id: Id): Promise<Date | undefined> =>
  (await tx.rows<{ at: Date }>('select opened_at as at from app.sessions where id = $1', [id]))[0]?.at;
