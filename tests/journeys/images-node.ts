// A node for the journeys of images, behind a wire that hears what browsers say, with a way to look behind all its walls.
import { readdir, readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { secureRandom } from '#server/random.ts';
import { cloneDatabase } from '#world/database.ts';
import { buildPeople, type World } from '#world/world.ts';
import { freePort } from '../../src/entry/cli/ports.ts';
import { openHouse } from '../../src/entry/house.ts';
import { startServer } from '../../src/entry/server.ts';
import { type Listener, listenOn } from './listener.ts';

export type ImagesNode = AsyncDisposable & {
  readonly baseURL: string;
  readonly wire: Listener;
  readonly world: World;
  sql<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Every byte of the data folder and every row of the database, each with its place. */
  everything(): Promise<{ place: string; bytes: Uint8Array }[]>;
};

export async function openImagesNode(database: { ownerUrl: string; databaseUrl: string; drop(): Promise<void> } | undefined = undefined): Promise<ImagesNode> {
  const db = database ?? (await cloneDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'hamdel-images-'));
  const port = (await freePort(4700)) ?? 4700;
  const wire = await listenOn(() => port);
  const clock = { now: () => new Date() };
  const house = openHouse({ databaseUrl: db.databaseUrl, dataDir, origin: wire.url, mode: 'demo', clock, random: secureRandom });
  const world = await buildPeople(house, db.ownerUrl);
  await house.db.close();
  const server = await startServer({ ownerUrl: db.ownerUrl, databaseUrl: db.databaseUrl, dataDir, port, host: '127.0.0.1', origin: wire.url, mode: 'demo', clock, random: secureRandom });
  const owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const sql = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => (await owner.query(text, [...values])).rows as R[];
  return {
    baseURL: wire.url, wire, world, sql,
    everything: async () => [...(await filesIn(dataDir)), ...(await rowsOf(sql))],
    [Symbol.asyncDispose]: async () => {
      await wire.close();
      await server.close();
      await owner.end();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const filesIn = async (folder: string): Promise<{ place: string; bytes: Uint8Array }[]> => {
  const found: { place: string; bytes: Uint8Array }[] = [];
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(one.parentPath, one.name);
    if (one.isFile()) found.push({ place: `file ${path}`, bytes: new Uint8Array(await readFile(path)) }, { place: `name of ${path}`, bytes: new TextEncoder().encode(path) });
  }
  return found;
};

const rowsOf = async (sql: ImagesNode['sql']): Promise<{ place: string; bytes: Uint8Array }[]> => {
  const tables = await sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
  const found: { place: string; bytes: Uint8Array }[] = [];
  for (const { name } of tables) {
    const [row] = await sql<{ all: string | null }>(`select string_agg(t::text, e'\\n') as all from ${name} t`);
    found.push({ place: `table ${name}`, bytes: new TextEncoder().encode(row?.all ?? '') });
  }
  return found;
};
