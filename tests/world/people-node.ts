// A node with people and no cases: a real database, a real server, a clock that the test moves, letters kept instead of sent.

import type { Role } from '#features/people/rules/vocabulary.ts';
import { Client } from 'pg';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Id, newId } from '#kernel/ids.ts';
import { steppedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import { whoIs } from '#features/people/server/door.ts';
import { openDb } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { openHttp } from '#server/http.ts';
import type { Letter } from '#server/mail.ts';
import { cloneDatabase } from './database.ts';

export type Answer = { status: number; body: Record<string, unknown> & { code?: string }; raw: LightMyRequestResponse };
export type Browser = {
  get(url: string): Promise<Answer>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(url: string, body?: unknown): Promise<Answer>;
  delete(url: string): Promise<Answer>;
  cookies: Map<string, string>;
};

export type PeopleNode = AsyncDisposable & {
  house: House; app: FastifyInstance; clock: ReturnType<typeof steppedClock>; letters: Letter[];
  /** Past every wall, for looking behind. */
  sql<R>(text: string, values?: unknown[]): Promise<R[]>;
  browser(userAgent?: string): Browser;
  person(fields?: { givenEn?: string; familyEn?: string; givenFa?: string; familyFa?: string; stage?: string; layer?: 'document' | 'register' | null; role?: Role; email?: string }): Promise<Id>;
  /** A browser already signed in as a person. */
  as(person: Id): Promise<Browser>;
};

export const openPeopleNode = async (
  doors: readonly ((app: FastifyInstance, house: House) => void)[],
  { mode = 'demo', mailWorks = true, origin = 'http://localhost' }: { mode?: 'demo' | 'up'; mailWorks?: boolean; origin?: string } = {},
): Promise<PeopleNode> => {
  const database = await cloneDatabase();
  const db = openDb(database.databaseUrl, { max: 6 });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const clock = steppedClock('2026-11-22T08:20:00Z');
  const random = seededRandom(7);
  const letters: Letter[] = [];
  const house: House = {
    mode, origin, dataDir: '/nowhere', db, blobs: {} as House['blobs'], clock, random, log: () => {}, nodeKey: new Uint8Array(32).fill(9),
    mail: { works: mailWorks, send: async (letter) => { letters.push(letter); } },
  };
  const app = await openHttp(house, whoIs(house));
  for (const open of doors) open(app, house);
  await app.ready();
  const sql = async <R>(text: string, values: unknown[] = []): Promise<R[]> => (await owner.query(text, values)).rows as R[];
  const close = async () => { await app.close(); await db.close(); await owner.end(); await database.drop(); };

  const browser = (userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140'): Browser => {
    const cookies = new Map<string, string>();
    const send = async (method: NonNullable<InjectOptions['method']>, url: string, body?: unknown, extra: Record<string, string> = {}): Promise<Answer> => {
      const raw = await app.inject({
        method, url, ...(body === undefined ? {} : { payload: body as object }), cookies: Object.fromEntries(cookies),
        headers: { 'user-agent': userAgent, ...(method === 'GET' ? {} : { 'idempotency-key': newId(clock.now(), random) }), ...extra },
      });
      for (const { name, value, maxAge, expires } of raw.cookies) {
        if (maxAge === 0 || value === '' || (expires && expires.getTime() === 0)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return { status: raw.statusCode, body: raw.body === '' ? {} : raw.json(), raw };
    };
    return {
      cookies, get: (url) => send('GET', url), post: (url, body = {}, headers = {}) => send('POST', url, body, headers),
      put: (url, body = {}) => send('PUT', url, body), delete: (url) => send('DELETE', url),
    };
  };

  let made = 0;
  const person: PeopleNode['person'] = async ({ givenEn, familyEn = 'Tester', givenFa = '', familyFa = '', stage = 'attending', layer = 'register', role, email } = {}) => {
    const one = newId(clock.now(), random);
    made += 1;
    await sql('insert into app.people (id, given_en, family_en, given_fa, family_fa, stage, joined_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [one, givenEn ?? `Person${made}`, familyEn, givenFa, familyFa, stage, clock.now()]);
    if (layer) await sql('insert into app.verifications (id, person_id, layer, at) values ($1, $2, $3, $4)', [newId(clock.now(), random), one, layer, clock.now()]);
    if (role) await sql('insert into app.roles (id, person_id, role, granted_at) values ($1, $2, $3, $4)', [newId(clock.now(), random), one, role, clock.now()]);
    if (email) await sql('insert into app.emails (email, person_id, proved_at) values ($1, $2, $3)', [email, one, clock.now()]);
    return one;
  };
  const as: PeopleNode['as'] = async (who) => {
    const { newToken, tokenHash } = await import('#features/people/server/tokens.ts');
    const token = newToken(random);
    await sql(`insert into app.sessions (id, token_hash, person_id, opened_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $4::timestamptz + interval '30 days')`,
      [newId(clock.now(), random), tokenHash(token), who, clock.now()]);
    const one = browser();
    one.cookies.set(origin.startsWith('https:') || /localhost|127\./.test(origin) ? '__Host-hamdel' : 'hamdel', token);
    return one;
  };
  return { house, app, clock, letters, sql, browser, person, as, [Symbol.asyncDispose]: close };
};
