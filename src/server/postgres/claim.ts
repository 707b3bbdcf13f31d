import { Client } from 'pg';
import { pause } from './processes.ts';

/** `hash('hamdel node')` in spirit: any fixed number does, it only has to differ from the migrations' lock. */
const NODE_LOCK = 7_306_001;
/** How long a killed owner's connection may still hold the lock before its backend notices. */
const LOCK_PATIENCE_MS = 700;

export type Claim = {
  /** Whether this process is now the one that keeps the data folder. */
  owner: boolean;
  /** Settles when the connection is gone: the database died, or `release` was called. */
  lost: Promise<void>;
  release(): void;
};

export const ownerUrl = (folder: string): string => `postgresql://hamdel_owner@/postgres?host=${encodeURIComponent(folder)}&port=5432`;

/**
 * Connects and takes the node's lock for as long as the connection lives; the lock falls with the process, so no stale file can lie about it.
 * @returns null when no database answers there (yet).
 */
export async function claim(folder: string): Promise<Claim | null> {
  const client = new Client({ connectionString: ownerUrl(folder), application_name: 'hamdel-keeper', keepAlive: true });
  const lost = new Promise<void>((done) => client.once('end', done));
  client.on('error', () => {});
  try {
    await client.connect();
    const until = Date.now() + LOCK_PATIENCE_MS;
    for (;;) {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [NODE_LOCK]);
      const owner = rows[0]?.mine === true;
      if (owner || Date.now() > until) return { owner, lost, release: () => void client.end().catch(() => {}) };
      await pause(50);
    }
  } catch {
    await client.end().catch(() => {});
    return null;
  }
}
