// A database of the operator's own: tried with the system's PostgreSQL where there is one.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseUser } from '../../src/server/postgres/places.ts';
import { ended, somePort, startNode, untilReady } from '../faults/node.ts';
import { tell } from './told.ts';

const installed = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').filter((version) => Number(version) >= 15).sort() : [];
const bin = `/usr/lib/postgresql/${installed.at(-1)}/bin`;
const absent = !existsSync(join(bin, 'initdb'));
if (absent) console.warn('Skipped: no PostgreSQL 15 or newer is installed on this system.');

let folder: string;
let ownerUrl: string;

const asUser = (program: string, args: readonly string[]): void => void execFileSync(join(bin, program), args, { cwd: '/', stdio: 'ignore', ...databaseUser() });

beforeAll(async () => {
  if (absent) return;
  folder = mkdtempSync(join(tmpdir(), 'hamdel-external-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'pg');
  mkdirSync(data, { mode: 0o700 });
  const { uid, gid } = databaseUser();
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  writeFileSync(join(folder, 'password'), 'secret');
  asUser('initdb', ['-D', data, '-U', 'owner', '--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`, '-E', 'UTF8']);
  const port = await somePort();
  asUser('pg_ctl', ['-D', data, '-w', '-l', join(data, 'log'), '-o', `-p ${port} -k ${data}`, 'start']);
  ownerUrl = `postgresql://owner:secret@127.0.0.1:${port}/postgres`;
}, 60_000);
afterAll(() => {
  if (absent) return;
  asUser('pg_ctl', ['-D', join(folder, 'pg'), '-m', 'fast', 'stop']);
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(absent)('DATABASE_URL replaces the embedded server, under a role that cannot bypass the walls', async () => {
  const dataDir = join(folder, 'node');
  const node = await startNode('up', dataDir, await somePort(), { DATABASE_URL: ownerUrl });
  await untilReady(node.url, 3000);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  expect(statSync(join(dataDir, 'web-password')).mode & 0o777).toBe(0o600);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query("select rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = 'hamdel_web'");
  await client.end();
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolinherit: false }]);

  const second = await tell(['up', '--data', dataDir], { DATABASE_URL: ownerUrl });
  expect(second.out).toContain(node.url);
  node.process.kill('SIGINT');
  expect(await ended(node.process)).toBe(0);
}, 90_000);

test('a silent DATABASE_URL is told in a sentence', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-silent-'));
  const { code, err } = await tell(['up', '--data', dataDir], { DATABASE_URL: 'postgresql://owner@127.0.0.1:1/nothing' });
  rmSync(dataDir, { recursive: true });
  expect(code).toBe(69);
  expect(err).toMatch(/No database answers at DATABASE_URL/);
});
