import { Client } from 'pg';
import { isAlive, pause } from './processes.ts';

/** `hash('hamdel node')` in spirit: any fixed number does, it only has to differ from the migrations' lock. */
const NODE_LOCK = 7_306_001;
/** How long a killed keeper's connection may still hold the lock before its backend notices (seconds on a busy machine). */
const LOCK_PATIENCE_MS = 10_000;

export type Claim = {
  /** Whether this process is now the one that keeps the data folder. */
  owner: boolean;
  /** Settles when the connection is gone: the database died, or `release` was called. */
  lost: Promise<void>;
  release(): void;
};

/** The superuser's URL of an embedded server, by its socket folder. */
export const ownerUrl = (folder: string): string => `postgresql://hamdel_owner@/postgres?host=${encodeURIComponent(folder)}&port=5432`;

/**
 * Connects and takes the node's lock for as long as the connection lives; the lock falls with the process, so no stale file can lie about it.
 * @returns null when no database answers there (yet).
 */
export async function claim(url: string): Promise<Claim | null> {
  const client = new Client({ connectionString: url, application_name: `hamdel-keeper ${process.pid}`, keepAlive: true });
  const lost = new Promise<void>((done) => client.once('end', done));
  client.on('error', () => {});
  try {
    await client.connect();
    const until = Date.now() + LOCK_PATIENCE_MS;
    for (;;) {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [NODE_LOCK]);
      const owner = rows[0]?.mine === true;
      if (owner || Date.now() > until || (await keptByLiving(client))) return { owner, lost, release: () => void client.end().catch(() => {}) };
      await pause(50);
    }
  } catch {
    await client.end().catch(() => {});
    return null;
  }
}

const keeper = `select application_name as name from pg_stat_activity join pg_locks using (pid)
  where locktype = 'advisory' and objid = $1 and granted and pg_locks.database = (select oid from pg_database where datname = current_database())`;

async function keeperPid(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(keeper, [NODE_LOCK]);
  const pid = /^hamdel-keeper (\d+)$/.exec(rows[0]?.name ?? '')?.[1];
  return pid === undefined ? null : Number(pid);
}

async function keptByLiving(client: Client): Promise<boolean> {
  const pid = await keeperPid(client);
  return pid !== null && isAlive(pid);
}

/** The process that keeps this database for a node, or null when none does or none answers. */
export async function keeperOf(url: string): Promise<number | null> {
  const client = new Client({ connectionString: url, application_name: 'hamdel-asks' });
  client.on('error', () => {});
  try {
    await client.connect();
    return await keeperPid(client);
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a database answers at this address. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}
