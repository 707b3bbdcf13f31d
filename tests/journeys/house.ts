// A node for journeys: the whole program on a loopback port, in a database of its own, with the fictional world or a part of it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { secureRandom } from '#server/random.ts';
import { cloneDatabase } from '#world/database.ts';
import { type Built, buildWorld } from '#world/demo.ts';
import type { Told } from '#world/demo/told.ts';
import { freePort } from '../../src/entry/cli/ports.ts';
import { openHouse } from '../../src/entry/house.ts';
import { type RunningServer, startServer } from '../../src/entry/server.ts';

export type JourneyNode = {
  readonly baseURL: string;
  readonly world: Built;
  readonly nodeKey: Uint8Array;
  /** Past every wall, for what a journey cannot wait for. */
  sql(text: string, values: readonly unknown[]): Promise<void>;
  /** Ends the server and leaves database and data; `start` brings it back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

/** Browsers tell their own time, so the node goes by the same clock. */
const clock = { now: () => new Date() };

/** `told` undefined: every story of the demo. */
export const startJourneyNode = async ({ from, told, films = true }: { from: number; told?: readonly Told[]; films?: boolean }): Promise<JourneyNode> => {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hamdel-journey-'));
  const port = await freePort(from);
  if (port === null) throw new Error(`No free port from ${from} on.`);
  const baseURL = `http://localhost:${port}`;
  const house = openHouse({ databaseUrl: database.databaseUrl, dataDir, origin: baseURL, mode: 'demo', clock, random: secureRandom });
  const world = await buildWorld(house, database.ownerUrl, { films, ...(told ? { told } : {}) });
  await house.db.close();
  const launch = (): Promise<RunningServer> => startServer({ ...database, dataDir, port, host: '127.0.0.1', origin: baseURL, mode: 'demo', clock, random: secureRandom });
  let server: RunningServer | null = await launch();
  const stop = async (): Promise<void> => {
    await server?.close();
    server = null;
  };
  return {
    baseURL, world, nodeKey: house.nodeKey, stop,
    sql: async (text, values) => {
      const owner = new Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await owner.query(text, [...values]).finally(() => owner.end());
    },
    start: async () => { server ??= await launch(); },
    close: async () => {
      await stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
