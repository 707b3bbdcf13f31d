import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { cloneDatabase } from '#world/database.ts';
import { dumpSchema } from './dump.ts';

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('db/schema.sql says what the migrations make (npx node scripts/dump-schema.ts writes it)', async () => {
  await using database = await cloneDatabase();
  expect(await dumpSchema(database.ownerUrl)).toBe(readFileSync(join(import.meta.dirname, '../../db/schema.sql'), 'utf8'));
});

test.each([
  ['a column', 'alter table app.settings add column planted int', 'planted integer'],
  ['a grant', 'grant delete on app.settings to hamdel_app', 'app.settings to hamdel_app: delete'],
  ['a policy', 'create policy planted on app.settings for delete to hamdel_app using (true)', 'app.settings planted for delete to hamdel_app'],
  ['a wall taken down', 'alter table app.settings disable row level security', ''],
])('the dump shows %s', async (_, sql, shown) => {
  await using database = await cloneDatabase();
  const before = await dumpSchema(database.ownerUrl);
  await run(database.ownerUrl, sql);
  const after = await dumpSchema(database.ownerUrl);
  expect(after).not.toBe(before);
  expect(after).toContain(shown);
});
