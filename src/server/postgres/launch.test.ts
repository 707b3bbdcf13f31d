import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres } from './launch.ts';
import { isAlive, pause } from './processes.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hamdel-pg-'));
  chmodSync(dataDir, 0o755);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

test('a start brings a durable server that answers only on its socket, and a stop ends it', async () => {
  const postgres = await startPostgres({ dataDir });
  const pid = postgres.pid() ?? 0;
  expect(postgres.owner).toBe(true);
  expect(await ask(postgres.url, "select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses, current_setting('data_checksums') as sums")).toEqual({
    fsync: 'on',
    addresses: '',
    sums: 'on',
  });
  await postgres.stop();
  expect(isAlive(pid)).toBe(false);
}, 60_000);

test('two first starts at once share one server, and the joiner cannot end it', async () => {
  const [a, b] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
  const [owner, joiner] = a.owner ? [a, b] : [b, a];
  expect([owner.owner, joiner.owner]).toEqual([true, false]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
  await joiner.stop();
  expect(await ask(owner.url, 'select 1 as one')).toEqual({ one: 1 });
  await owner.stop();
}, 60_000);

test('a stop in the middle of a restart leaves no database behind', async () => {
  const postgres = await startPostgres({ dataDir });
  process.kill(postgres.pid() ?? 0, 'SIGKILL');
  await pause(30);
  await postgres.stop();
  await pause(300);
  const left = postgres.pid();
  expect(left === null || !isAlive(left)).toBe(true);
}, 60_000);

test('a killed database is back by itself with what was acknowledged', async () => {
  const said: string[] = [];
  const postgres = await startPostgres({ dataDir, log: (sentence) => said.push(sentence) });
  await ask(postgres.url, 'create table kept as select 7 as n');
  const killed = postgres.pid() ?? 0;
  process.kill(killed, 'SIGKILL');
  let found: unknown = null;
  while (found === null || !said.includes('The database is back.')) {
    found = await ask(postgres.url, 'select n from kept').catch(() => null);
    await pause(20);
  }
  expect(found).toEqual({ n: 7 });
  expect(postgres.pid()).not.toBe(killed);
  await postgres.stop();
}, 60_000);

test('after the owner was killed the next start adopts its database and may end it', async () => {
  const launch = join(import.meta.dirname, 'launch.ts');
  const script = `import { startPostgres } from ${JSON.stringify(launch)}; const p = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} }); console.log('pid', p.pid()); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const orphan = await new Promise<number>((done) => child.stdout.on('data', (text: Buffer) => done(Number(/pid (\d+)/.exec(String(text))?.[1]))));
  child.kill('SIGKILL');
  await new Promise((done) => child.once('close', done));
  expect(isAlive(orphan)).toBe(true);
  const postgres = await startPostgres({ dataDir });
  expect({ pid: postgres.pid(), owner: postgres.owner }).toEqual({ pid: orphan, owner: true });
  await postgres.stop();
  expect(isAlive(orphan)).toBe(false);
}, 60_000);

test('data of another PostgreSQL version is refused in a sentence', async () => {
  const { mkdirSync, writeFileSync } = await import('node:fs');
  mkdirSync(join(dataDir, 'postgres'));
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '15\n');
  await expect(startPostgres({ dataDir })).rejects.toThrow(/made by PostgreSQL 15; this node brings version 18/);
});

test('a lock file that a killed server left empty does not keep the database from starting', async () => {
  const first = await startPostgres({ dataDir });
  await first.stop();
  const lock = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(lock, '');
  const again = await startPostgres({ dataDir });
  expect(again.owner).toBe(true);
  await again.stop();
}, 30_000);
