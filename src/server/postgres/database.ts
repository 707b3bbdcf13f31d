import { Client } from 'pg';

/**
 * Makes the named database of an embedded server if it is absent, and returns its URL; `fresh` drops it first.
 * The node's lock lives in the database `postgres`, so this one can be dropped while the lock is held.
 */
export async function ensureDatabase(serverUrl: string, name: string, { fresh }: { fresh: boolean }): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name of a database`);
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    if (fresh) await client.query(`drop database if exists ${name} with (force)`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return databaseUrl(serverUrl, name);
}

/** The same server's URL of another database. */
export const databaseUrl = (serverUrl: string, name: string): string => serverUrl.replace(/\/postgres\?/, `/${name}?`);
