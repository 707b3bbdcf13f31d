import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appDatabase } from '../../src/entry/cli/database.ts';
import { ownerUrl } from '../../src/server/postgres/claim.ts';
import { databaseUrl } from '../../src/server/postgres/database.ts';
import { runningPostmaster } from '../../src/server/postgres/processes.ts';
import { ended, somePort, spawnNode, startNode, untilSaid } from '../faults/node.ts';
import { tell } from './told.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hamdel-demo-'));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  await tell(['down', '--data', dataDir]);
  rmSync(dataDir, { recursive: true, force: true });
});

async function count(table: 'people' | 'cases'): Promise<number> {
  const client = new Client({ connectionString: databaseUrl(ownerUrl(runningPostmaster(join(dataDir, 'postgres'))?.socketFolder ?? ''), appDatabase) });
  await client.connect();
  try {
    return Number((await client.query(`select count(*) as n from app.${table}`)).rows[0].n);
  } finally {
    await client.end();
  }
}

test('a demo killed while it makes its world makes the whole of it at the next start, and keeps it after that', async () => {
  const broken = spawnNode('demo', dataDir, await somePort());
  await untilSaid(broken, /Making the fictional world/);
  await new Promise((done) => setTimeout(done, 400));
  broken.process.kill('SIGKILL');
  await ended(broken.process);
  expect(existsSync(join(dataDir, 'world-made'))).toBe(false);

  const node = await startNode('demo', dataDir, await somePort());
  const made = { people: await count('people'), cases: await count('cases') };
  expect(made.people).toBeGreaterThanOrEqual(20);
  expect(made.cases).toBeGreaterThanOrEqual(5);
  node.process.kill('SIGTERM');
  await ended(node.process);

  const again = await startNode('demo', dataDir, await somePort());
  expect(again.said()).not.toMatch(/Making the fictional world/);
  expect({ people: await count('people'), cases: await count('cases') }).toEqual(made);
  again.process.kill('SIGTERM');
  await ended(again.process);
}, 180_000);
