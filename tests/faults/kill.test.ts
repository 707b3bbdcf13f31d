import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { secureRandom } from '#server/random.ts';
import { newToken, tokenHash } from '#features/people/server/tokens.ts';
import { databaseUrl } from '../../src/server/postgres/database.ts';
import { ownerUrl } from '../../src/server/postgres/claim.ts';
import { isAlive, runningPostmaster } from '../../src/server/postgres/processes.ts';
import { bareStart, databasePid, ended, type Running, somePort, startNode, untilReady } from './node.ts';
import { startWriters } from './writers.ts';

const ROUNDS = 30;
const WRITERS = 6;
/** The promise: ready again in less than this, on a machine that is not busy with other work. */
const READY_MS = 3000;
/** What a bare start of Node takes on such a machine; when it takes longer, others hold the processors and the limit grows with it. */
const BARE_START_MS = 80;

let dataDir: string;
let port: number;
let node: Running;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hamdel-kill-'));
  chmodSync(dataDir, 0o755);
  port = await somePort();
  node = await start();
}, 120_000);

afterAll(async () => {
  node?.process.kill('SIGTERM');
  if (node !== undefined) await ended(node.process);
  rmSync(dataDir, { recursive: true, force: true });
});

// Behind a proxy each writer may have an address of its own.
const start = (): Promise<Running> => startNode('up', dataDir, port, { HAMDEL_PROXY: '1' });

async function sql<R>(text: string, values: unknown[] = []): Promise<R[]> {
  const socket = runningPostmaster(join(dataDir, 'postgres'))?.socketFolder ?? '';
  const client = new Client({ connectionString: databaseUrl(ownerUrl(socket), 'hamdel') });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as R[];
  } finally {
    await client.end();
  }
}

/** A verified doctor with an open session; answers the cookie. */
async function doctor(n: number): Promise<string> {
  const now = new Date();
  const person = newId(now, secureRandom);
  const token = newToken(secureRandom);
  await sql("insert into app.people (id, given_en, family_en, stage, joined_at) values ($1, $2, 'Writer', 'attending', $3)", [person, `Doctor${n}`, now]);
  await sql("insert into app.verifications (id, person_id, layer, at) values ($1, $2, 'register', $3)", [newId(now, secureRandom), person, now]);
  await sql("insert into app.sessions (id, token_hash, person_id, opened_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $4::timestamptz + interval '1 day')", [
    newId(now, secureRandom),
    tokenHash(token),
    person,
    now,
  ]);
  return `__Host-hamdel=${token}`;
}

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

test(`${ROUNDS} kills of server and database under write load lose nothing, double nothing, and the node is ready again in under ${READY_MS} ms`, async () => {
  const cookies = await Promise.all(Array.from({ length: WRITERS }, (_, i) => doctor(i)));
  const writers = startWriters(node.url, cookies, { savesPerCase: 4 });
  const readyAfter: number[] = [];
  const bareStarts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await new Promise((done) => setTimeout(done, 150 + Math.random() * 250));
    bareStarts.push(await bareStart());
    const began = performance.now();
    if (round % 3 !== 0) {
      const pid = databasePid(dataDir);
      process.kill(pid, 'SIGKILL');
      // The old server may answer one more request on its way out; that would count as ready.
      while (isAlive(pid)) await new Promise((done) => setTimeout(done, 2));
    }
    if (round % 3 !== 1) {
      node.process.kill('SIGKILL');
      await ended(node.process);
      node = await start();
    }
    await untilReady(node.url, 30_000);
    readyAfter.push(performance.now() - began);
  }
  await writers.stop();
  const ids = [...writers.acknowledged.keys()];
  const rows = await sql<{ id: string; version: number }>('select id, version from app.cases where id = any($1)', [ids]);
  const found = new Map(rows.map(({ id, version }) => [id, version]));
  const lost = ids.filter((id) => (found.get(id) ?? 0) < (writers.acknowledged.get(id) ?? 0));
  const doubled = ids.filter((id) => (found.get(id) ?? 0) > (writers.acknowledged.get(id) ?? 0));
  const slowest = Math.round(Math.max(...readyAfter));
  const median = Math.round(middle(readyAfter));
  const limit = Math.max(READY_MS, (READY_MS * middle(bareStarts)) / BARE_START_MS);
  console.log(`${ids.length} cases, ${[...writers.acknowledged.values()].reduce((a, b) => a + b, 0)} acknowledged writes, ${writers.repeated} repeated; ready again: median ${median} ms, slowest ${slowest} ms; a bare start of Node: ${Math.round(middle(bareStarts))} ms`);
  expect({ lost, doubled, refused: writers.refused }).toEqual({ lost: [], doubled: [], refused: [] });
  expect(ids.length).toBeGreaterThan(100);
  expect(writers.repeated).toBeGreaterThan(ROUNDS);
  expect(slowest).toBeLessThan(limit);
}, 300_000);
