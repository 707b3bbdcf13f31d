import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { Client } from 'pg';
import { inject } from 'vitest';
import { databaseUrl } from '../../src/server/postgres/database.ts';
import { webUrl } from '../../src/server/postgres/roles.ts';
import { template } from './server.ts';

/** A database of a test file's own. `await using` drops it at the end of the scope; `drop` does the same for afterAll. */
export type TestDatabase = AsyncDisposable & {
  /** As the owner, past every wall: for building and for looking behind. */
  ownerUrl: string;
  /** As the app's own role. */
  databaseUrl: string;
  drop(): Promise<void>;
};

/** A fresh copy of the migrated template (about 45 ms). */
export const cloneDatabase = (): Promise<TestDatabase> => make(`template ${template}`);

/** An empty database, for tests of migrations themselves. */
export const emptyDatabase = (): Promise<TestDatabase> => make('template template1');

async function make(from: string): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await command(server, `create database ${name} ${from}`);
  const ownerUrl = databaseUrl(server, name);
  const drop = () => command(server, `drop database if exists ${name} with (force)`);
  return { ownerUrl, databaseUrl: webUrl(ownerUrl), drop, [Symbol.asyncDispose]: drop };
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let known: Promise<string> | null = null;
const serverUrl = (): Promise<string> => {
  known ??= askDoor(inject('databaseDoor'));
  return known;
};

async function askDoor(path: string): Promise<string> {
  let text = '';
  for await (const chunk of connect(path)) text += String(chunk);
  const answer = JSON.parse(text) as { url?: string; error?: string };
  if (answer.url === undefined) throw new Error(`The test database could not be made: ${answer.error}`);
  return answer.url;
}
