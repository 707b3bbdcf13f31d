// Keys of devices, and the two sides of a meeting.

import type { Tx } from '#server/db.ts';

export const ownKeys = (tx: Tx): Promise<{ id: string }[]> => tx.rows('select id from app.meeting_keys order by made_at desc, id');
export const addKey = (tx: Tx, id: string, spki: Buffer, at: Date): Promise<number> =>
  tx.write('insert into app.meeting_keys (id, person_id, spki, made_at) values ($1, app.viewer(), $2, $3)', [id, spki, at]);
export const dropKeys = (tx: Tx, ids: readonly string[]): Promise<number> => tx.write('delete from app.meeting_keys where id = any ($1::uuid[])', [ids]);
export const keyById = async (tx: Tx, id: string): Promise<{ personId: string; spki: Buffer } | undefined> =>
  (await tx.rows<{ personId: string; spki: Buffer }>('select * from app.meeting_key($1)', [id]))[0];

export type Side = { codeHash: Buffer; side: 'shown' | 'met'; signer: string | null; signedAt: Date | null; at: Date; place: string; tieId: string };
export const meet = async (tx: Tx, s: Side, now: Date): Promise<{ state: 'waits' | 'tied' | 'used' | 'self' | 'late'; other: string | null }> =>
  (await tx.rows<{ state: 'waits' | 'tied' | 'used' | 'self' | 'late'; other: string | null }>('select * from app.meet($1, $2, $3, $4, $5, $6, $7, $8)',
    [s.codeHash, s.side, s.signer, s.signedAt, s.at, s.place, s.tieId, now]))[0] ?? { state: 'waits', other: null };
/** As the node. */
export const sweepMeetings = (tx: Tx, before: Date): Promise<number> => tx.write('delete from app.meetings where kept_at < $1', [before]);
