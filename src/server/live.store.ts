import type { Tx } from './db.ts';

const BATCH = 200;

export const lastEvent = async (tx: Tx): Promise<number> =>
  (await tx.rows<{ seq: number }>('select coalesce(max(seq), 0) as seq from app.events where person_id = app.viewer()'))[0]?.seq ?? 0;

export const eventsAfter = (tx: Tx, seq: number): Promise<{ seq: number; kind: string; caseId: string | null }[]> =>
  tx.rows(`select seq, kind, case_id as "caseId" from app.events where person_id = app.viewer() and seq > $1 order by seq limit ${BATCH}`, [seq]);

export const announce = (tx: Tx, kind: string, caseId: string, to: 'asker' | 'experts' | 'advisers' | 'all', waits: boolean, at: Date): Promise<unknown> =>
  tx.rows('select app.announce($1, $2, $3, $4, $5)', [kind, caseId, to, waits, at]);

export const announceTo = (tx: Tx, kind: string, caseId: string, person: string, waits: boolean, at: Date): Promise<unknown> =>
  tx.rows(`select app.announce($1, $2, 'one', $3, $4, $5)`, [kind, caseId, waits, at, person]);
