// A node for tests: a database of its own, every door of the program, a clock that the test moves, letters and log lines kept instead of sent.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Client } from 'pg';
import { whoIs } from '#features/people/server/door.ts';
import { newToken, tokenHash } from '#features/people/server/tokens.ts';
import { steppedClock } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import { seededRandom } from '#kernel/random.ts';
import { fileBlobs } from '#server/blobs.ts';
import { openDb } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { openHttp } from '#server/http.ts';
import { openLive } from '#server/live.ts';
import { openLog } from '#server/log.ts';
import { openPages } from '#server/pages.ts';
import type { Letter } from '#server/mail.ts';
import { openDoors } from '../../src/entry/doors.ts';
import type { PersonKey } from './cast.ts';
import { cloneDatabase } from './database.ts';
import { buildPeople, type World } from './world.ts';

export type Answer<T = Record<string, unknown>> = { status: number; body: T; raw: LightMyRequestResponse };
export type Hand = {
  get<T = Record<string, unknown>>(url: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(url: string, body?: object, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(url: string, body?: object, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = Record<string, unknown>>(url: string, headers?: Record<string, string>): Promise<Answer<T>>;
};

export type TestNode = AsyncDisposable & {
  house: House; app: FastifyInstance; clock: ReturnType<typeof steppedClock>; world: World; letters: Letter[]; logLines: string[];
  ownerUrl: string; databaseUrl: string;
  /** Every route of the program that answers GET, as it was registered. */
  getRoutes: readonly string[];
  /** Past every wall, for looking behind. */
  sql<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** A browser of one of the cast, signed in with a real session; null: a browser of nobody. */
  as(key: PersonKey | null): Promise<Hand & { cookie: string }>;
  newId(): Id;
  close(): Promise<void>;
};

const handOf = (app: FastifyInstance, key: () => string, cookies: Record<string, string>): Hand => {
  const send = async <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const raw = await app.inject({
      method, url, cookies, ...(body ? { payload: body } : {}),
      headers: { host: 'localhost', ...(method === 'GET' ? {} : { 'idempotency-key': key() }), ...headers },
    });
    const json = /json(;|$)/.test(String(raw.headers['content-type'] ?? ''));
    return { status: raw.statusCode, body: (json && raw.body !== '' ? raw.json() : {}) as T, raw };
  };
  return {
    get: (url, headers) => send('GET', url, undefined, headers), post: (url, body = {}, headers = {}) => send('POST', url, body, headers),
    put: (url, body = {}, headers = {}) => send('PUT', url, body, headers), delete: (url, headers) => send('DELETE', url, undefined, headers),
  };
};

export type NodeOptions = { start?: string; seed?: number; mode?: 'demo' | 'up'; mailWorks?: boolean; /** With the stream of live events. */ live?: boolean; /** With the pages, when they are built. */ pages?: boolean };

export const pagesAreBuilt = existsSync(join(import.meta.dirname, '../../dist-pages/pages.js'));

export const startNode = async ({ start = '2026-11-22T08:20:00Z', seed = 11, mode = 'demo', mailWorks = true, live = false, pages = false }: NodeOptions = {}): Promise<TestNode> => {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hamdel-node-'));
  const clock = steppedClock(start);
  const random = seededRandom(seed);
  const letters: Letter[] = [];
  const logLines: string[] = [];
  const db = openDb(database.databaseUrl, { max: 6 });
  const house: House = {
    mode, origin: 'http://localhost', dataDir, db, clock, random, blobs: fileBlobs(dataDir), nodeKey: new Uint8Array(32).fill(7),
    log: openLog(() => clock.now(), (line) => { logLines.push(line); }),
    mail: { works: mailWorks, send: async (letter) => { letters.push(letter); } },
  };
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const world = await buildPeople(house, database.ownerUrl);
  const app = await openHttp(house, whoIs(house));
  const getRoutes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => { if ([method].flat().includes('GET')) getRoutes.push(url); });
  await openDoors(app, house);
  if (pages && pagesAreBuilt) await openPages(app, house);
  const stream = live ? openLive(app, house, database.databaseUrl) : null;
  await app.ready();
  const sql = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => (await owner.query(text, [...values])).rows as R[];
  const close = async (): Promise<void> => {
    await app.close();
    await stream?.close();
    await db.close();
    await owner.end();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const newOne = (): Id => newId(clock.now(), random);
  const as = async (key: PersonKey | null): Promise<Hand & { cookie: string }> => {
    if (key === null) return { ...handOf(app, newOne, {}), cookie: '' };
    const token = newToken(random);
    await sql(`insert into app.sessions (id, token_hash, person_id, opened_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $4::timestamptz + interval '9000 days')`,
      [newOne(), tokenHash(token), world.people[key].id, clock.now()]);
    return { ...handOf(app, newOne, { '__Host-hamdel': token }), cookie: `__Host-hamdel=${token}` };
  };
  return { house, app, clock, world, letters, logLines, sql, as, getRoutes, newId: newOne, ownerUrl: database.ownerUrl, databaseUrl: database.databaseUrl, close, [Symbol.asyncDispose]: close };
};
