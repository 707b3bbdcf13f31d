import type { Tx } from './db.ts';

const BATCH = 200;

export const lastEvent = async (tx: Tx): Promise<number> =>
  (await tx.rows<{ seq: number }>('select coalesce(max(seq), 0) as seq from app.events where person_id = app.viewer()'))[0]?.seq ?? 0;

export const eventsAfter = (tx: Tx, seq: number): Promise<{ seq: number; kind: string; caseId: string | null; about: string | null }[]> =>
  tx.rows(`select seq, kind, case_id as "caseId", about from app.events where person_id = app.viewer() and seq > $1 order by seq limit ${BATCH}`, [seq]);

export type Recipients = 'asker' | 'experts' | 'advisers' | 'all';

/** Tells people that something happened, in the caller's transaction. `waits`: it also becomes a notice. */
export const announce = (tx: Tx, kind: string, caseId: string, to: Recipients, waits: boolean, at: Date): void => {
  tx.later('select app.announce($1, $2, $3, $4, $5)', [kind, caseId, to, waits, at]);
  tx.announced();
};

export const announceTo = (tx: Tx, kind: string, caseId: string, person: string, waits: boolean, at: Date): void => {
  tx.later(`select app.announce($1, $2, 'one', $3, $4, $5)`, [kind, caseId, waits, at, person]);
  tx.announced();
};

/** Tells one person of something that is no case (a group, an opportunity): its id, and a kind that says what it is. */
export const tellOne = (tx: Tx, kind: string, about: string, person: string, waits: boolean, at: Date): void => {
  tx.later('select app.tell($1, $2, $3, $4, $5)', [kind, about, person, waits, at]);
  tx.announced();
};

/** As the node: what no stream goes back to. */
export const sweepEvents = (tx: Tx, before: Date): Promise<number> => tx.write('delete from app.events where at < $1', [before]);

/** As the node: whom to wake for what was announced after `seq`. The window reaches back, because numbers are given before the commit. */
export const peopleAfter = (tx: Tx, seq: number): Promise<{ seq: number; person: string }[]> =>
  tx.rows('select seq, person_id as person from app.events where seq > $1 order by seq', [seq]);
export const newestEvent = async (tx: Tx): Promise<number> => (await tx.rows<{ seq: number }>('select coalesce(max(seq), 0) as seq from app.events'))[0]?.seq ?? 0;
