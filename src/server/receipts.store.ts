import type { Id } from '#kernel/ids.ts';
import type { Tx } from './db.ts';

export type Receipt = { asked: string; status: number; body: string };

export const receiptFor = async (tx: Tx, person: Id, key: string): Promise<Receipt | undefined> =>
  (await tx.rows<Receipt>('select asked, status, body from app.receipts where person_id = $1 and key = $2', [person, key]))[0];

/** As the node. A browser that was away for longer finds its write done, or not. */
export const sweepReceipts = (tx: Tx, before: Date): Promise<number> => tx.write('delete from app.receipts where at < $1', [before]);

export const keepReceipt = (tx: Tx, person: Id, key: string, { asked, status, body }: Receipt, now: Date): void =>
  tx.later('insert into app.receipts (person_id, key, asked, status, body, at) values ($1, $2, $3, $4, $5, $6)', [person, key, asked, status, body, now]);
