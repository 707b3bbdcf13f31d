// A durable node for measuring: an embedded PostgreSQL of its own with fsync on, the real server, the cast.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { openHouse } from '../src/entry/house.ts';
import { openDoors } from '../src/entry/doors.ts';
import { whoIs } from '../src/features/people/server/door.ts';
import { openHttp } from '../src/server/http.ts';
import type { House } from '../src/server/house.ts';
import { migrate } from '../src/server/migrate.ts';
import { ensureDatabase } from '../src/server/postgres/database.ts';
import { startPostgres } from '../src/server/postgres/launch.ts';
import { webUrl } from '../src/server/postgres/roles.ts';
import { secureRandom } from '../src/server/random.ts';
import { newToken, tokenHash } from '../src/features/people/server/tokens.ts';
import { buildPeople, type World } from '../tests/world/world.ts';
import type { PersonKey } from '../tests/world/cast.ts';
import { newId } from '../src/kernel/ids.ts';

export type BenchNode = {
  house: House; app: FastifyInstance; world: World; owner: Pool; ownerUrl: string; databaseUrl: string; port: number; postgresPid: number | null;
  /** The Cookie header of one of the cast, signed in. */
  cookieOf(key: PersonKey): Promise<string>;
  listen(): Promise<void>;
  close(): Promise<void>;
};

export const openBenchNode = async (): Promise<BenchNode> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir });
  const ownerUrl = await ensureDatabase(postgres.url, 'bench', { fresh: false });
  await migrate(ownerUrl);
  const databaseUrl = webUrl(ownerUrl);
  const house = openHouse({ databaseUrl, dataDir, origin: 'http://127.0.0.1', mode: 'demo', clock: { now: () => new Date() }, random: secureRandom });
  const app = await openHttp(house, whoIs(house));
  const owner = new Pool({ connectionString: ownerUrl, max: house.db.pool.options.max });
  owner.on('error', () => {}); // the database goes before the pool does
  await openDoors(app, house);
  const node: BenchNode = {
    house, app, owner, ownerUrl, databaseUrl, port: 0, postgresPid: postgres.pid(),
    world: await buildPeople(house, ownerUrl),
    cookieOf: async (key) => {
      const token = newToken(house.random);
      await owner.query(
        `insert into app.sessions (id, token_hash, person_id, device, opened_at, seen_at, expires_at) values ($1, $2, $3, 'bench', now(), now(), now() + interval '1 day')`,
        [newId(new Date(), house.random), tokenHash(token), node.world.people[key].id]);
      return `__Host-hamdel=${token}; hamdel=${token}`;
    },
    listen: async () => {
      await app.listen({ port: 0, host: '127.0.0.1' });
      node.port = (app.server.address() as { port: number }).port;
    },
    close: async () => {
      await app.close();
      await house.db.close();
      await owner.end();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return node;
};
