import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';

const MIGRATION_LOCK = 7_306_002;
export const migrationsFolder = join(import.meta.dirname, '../../db/migrations');

type Migration = { name: string; sql: string; sha256: string };

/** The migrations of a folder in order: NNNN_name.sql, no gap, no double. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();
  return names.map((name, i) => {
    if (Number(/^(\d{4})_[a-z0-9_-]+\.sql$/.exec(name)?.[1]) !== i + 1) throw new Error(`The migration ${name} should have the number ${String(i + 1).padStart(4, '0')}.`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings a database to the newest schema, forward only: each new file in one transaction, under a lock, recorded with its hash.
 * The jobs' own schema comes first, because ours refers to it.
 * @throws Error with a sentence when an applied migration was changed or is unknown here.
 */
export async function migrate(ownerUrl: string, folder: string = migrationsFolder): Promise<{ applied: string[] }> {
  const migrations = readMigrations(folder);
  const client = new Client({ connectionString: ownerUrl, application_name: 'hamdel-migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await recorded(client);
    refuseChanged(migrations, done);
    const fresh = migrations.filter(({ name }) => !done.has(name));
    if (done.size === 0) await runMigrations({ connectionString: ownerUrl });
    for (const migration of fresh) await apply(client, migration);
    return { applied: fresh.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

async function recorded(client: Client): Promise<Map<string, string>> {
  await client.query(`set client_min_messages = warning;
    create schema if not exists migrations;
    create table if not exists migrations.applied (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations.applied');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function refuseChanged(migrations: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of done) {
    if (!known.has(name)) throw new Error(`This data was made by a newer version of Hamdel (it knows ${name}). Nothing was changed.`);
    if (known.get(name) !== sha256) throw new Error(`The migration ${name} is not the one this data was made with. Nothing was changed.`);
  }
}

async function apply(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migrations.applied (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${name} failed and left nothing behind: ${(error as Error).message}`, { cause: error });
  }
}
