import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '#world/database.ts';
import { migrate, readMigrations } from './migrate.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hamdel-migrate-'));
  mkdirSync(folder, { recursive: true });
  put('0001_first.sql', 'create table notes (n int);');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, sql: string) => writeFileSync(join(folder, name), sql);

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('each migration runs once, and a later one is added to the earlier', async () => {
  await using database = await emptyDatabase();
  expect(await migrate(database.ownerUrl, folder)).toEqual({ applied: ['0001_first.sql'] });
  put('0002_second.sql', 'insert into notes values (1);');
  expect(await migrate(database.ownerUrl, folder)).toEqual({ applied: ['0002_second.sql'] });
  expect(await migrate(database.ownerUrl, folder)).toEqual({ applied: [] });
  expect(await ask(database.ownerUrl, 'select n from notes')).toEqual([{ n: 1 }]);
});

test('two nodes that migrate at once apply each file once', async () => {
  await using database = await emptyDatabase();
  put('0002_second.sql', 'insert into notes values (1);');
  const both = await Promise.all([migrate(database.ownerUrl, folder), migrate(database.ownerUrl, folder)]);
  expect(both.flatMap(({ applied }) => applied).sort()).toEqual(['0001_first.sql', '0002_second.sql']);
  expect(await ask(database.ownerUrl, 'select n from notes')).toHaveLength(1);
});

test('a failing migration leaves nothing behind and names itself', async () => {
  await using database = await emptyDatabase();
  put('0002_broken.sql', 'create table half (n int); select no_such_column from notes;');
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(/0002_broken.sql failed and left nothing behind/);
  expect(await ask(database.ownerUrl, "select to_regclass('half')::text as half, to_regclass('notes')::text as notes")).toEqual([{ half: null, notes: 'notes' }]);
});

test('a changed or unknown applied migration is refused', async () => {
  await using database = await emptyDatabase();
  await migrate(database.ownerUrl, folder);
  put('0001_first.sql', 'create table other (n int);');
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(/is not the one this data was made with/);
  rmSync(join(folder, '0001_first.sql'));
  put('0001_renamed.sql', 'select 1;');
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(/newer version of Hamdel/);
});

test('a gap in the numbers is refused', () => {
  put('0003_third.sql', 'select 1;');
  expect(() => readMigrations(folder)).toThrow(/0003_third.sql should have the number 0002/);
});
