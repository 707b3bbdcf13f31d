// The database, always with somebody inside: a person (asViewer), the door (asDoor) or the node itself (asNode).
// Logged in as hamdel_web one can read nothing, so a forgotten viewer fails closed.

import { availableParallelism } from 'node:os';
import { Pool, type PoolClient, type QueryResultRow, types } from 'pg';
import { isId, type Id } from '#kernel/ids.ts';

// Dates stay text (a day has no zone), bigints become numbers (counts and bytes stay far under 2^53).
types.setTypeParser(1082, (v) => v);
types.setTypeParser(20, Number);

/** A transaction in which a role was taken. Its `rows` is called in store.ts files alone. */
export type Tx = {
  rows<R extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** The number of rows written. */
  write(sql: string, values?: readonly unknown[]): Promise<number>;
  /** Sends a statement whose result nobody needs, without waiting. If it fails, nothing is committed and the transaction throws. */
  later(sql: string, values?: readonly unknown[]): void;
  /** Something was announced: who listens is told after the commit. */
  announced(): void;
};

export type Db = {
  /** One transaction of a person's request: row-level security answers for `viewer`. `closing` is sent together with the commit. */
  asViewer<T>(viewer: Id, work: (tx: Tx) => Promise<T>, closing?: (tx: Tx, value: T) => void): Promise<T>;
  /** Signing in and out, before there is a viewer. */
  asDoor<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The node's own work; never a person's request. */
  asNode<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement in one trip, for functions that take the viewer as their first argument. */
  page<T>(sql: string, values: readonly unknown[]): Promise<T | null>;
  /** Called after each commit that announced something. */
  onAnnounced(listener: () => void): void;
  pool: Pool;
  close(): Promise<void>;
};

// Statements are constants of store.ts files, so their number is bounded and each is prepared once a connection.
const names = new Map<string, string>();
const nameOf = (sql: string): string => {
  const known = names.get(sql);
  if (known) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
};

type Open = Tx & { sent: Promise<unknown>[]; hasAnnounced: boolean };

const txOf = (client: PoolClient): Open => {
  const ask = <R extends QueryResultRow>(sql: string, values: readonly unknown[]) => client.query<R>({ name: nameOf(sql), text: sql, values: [...values] });
  const open: Open = {
    sent: [],
    hasAnnounced: false,
    rows: async <R extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => (await ask<R>(sql, values)).rows,
    write: async (sql, values = []) => (await ask(sql, values)).rowCount ?? 0,
    later: (sql, values = []) => {
      const sent = ask(sql, values);
      sent.catch(() => {}); // answered for at the commit
      open.sent.push(sent);
    },
    announced: () => { open.hasAnnounced = true; },
  };
  return open;
};

/** Thrown inside a transaction to undo it and carry a value out (a refusal). */
export class Undo extends Error {
  readonly value: unknown;
  constructor(value: unknown) { super('undo'); this.value = value; }
}

// Each connection is a process with plans of its own: on two cores four of them read a case a tenth faster than sixteen, and take a quarter of the memory.
const CONNECTIONS = Math.max(4, 2 * availableParallelism());

export const openDb = (webUrl: string, { max = CONNECTIONS, onFault = (_: Error) => {} }: { max?: number; onFault?: (fault: Error) => void } = {}): Db => {
  const pool = new Pool({ connectionString: webUrl, max, pipeline: true, application_name: 'hamdel', idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 });
  // Without a handler a restart of the database would end this process.
  pool.on('error', onFault);
  pool.on('connect', (client) => client.on('error', onFault));

  const listeners: (() => void)[] = [];
  // Statements are pipelined: `begin` rides ahead of the first question, what is sent `later` and the commit need one wait together.
  const within = async <T>(begin: string, work: (tx: Tx) => Promise<T>, closing?: (tx: Tx, value: T) => void): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const tx = txOf(client);
    const begun = client.query(begin); // one simple-protocol message: 0.34 ms a transaction against 0.82 in four
    begun.catch(() => {});
    try {
      const value = await work(tx);
      closing?.(tx, value);
      const committed = client.query('commit');
      committed.catch(() => {});
      await Promise.all([begun, ...tx.sent]);
      // A commit after a failed statement answers ROLLBACK and no error.
      if ((await committed).command !== 'COMMIT') throw new Error('the transaction was not committed');
      if (tx.hasAnnounced) for (const listener of listeners) listener();
      return value;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => { broken = fault; });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    asViewer: (viewer, work, closing) => {
      if (!isId(viewer)) throw new Error('a viewer must be an id'); // the begin message takes no parameters
      return within(`begin; set local role hamdel_app; set local "hamdel.viewer" = '${viewer}'`, work, closing);
    },
    asDoor: (work) => within('begin; set local role hamdel_door', work),
    asNode: (work) => within('begin; set local role hamdel_node', work),
    page: async <T>(sql: string, values: readonly unknown[]) => {
      const { rows } = await pool.query<{ page: T | null }>({ name: nameOf(sql), text: sql, values: [...values] });
      return rows[0]?.page ?? null;
    },
    onAnnounced: (listener) => { listeners.push(listener); },
    pool,
    close: () => pool.end(),
  };
};
