// The demo's world: the cast, five teaching cases in five different states, and the stories behind them. Made once; a second time does nothing.

import { Client } from 'pg';
import { after, type Clock, DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { seededRandom } from '#kernel/random.ts';
import { fileBlobs } from '#server/blobs.ts';
import { openDb } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { fillRota } from './acts.ts';
import { tellApplications } from './demo/applications.ts';
import { cto } from './demo/cto.ts';
import { writeCvs } from './demo/cvs.ts';
import { foundGroups, type GroupKey } from './demo/groups.ts';
import { tellOpportunities } from './demo/opportunities.ts';
import type { OpportunityKey } from './demo/opportunity-data.ts';
import { acute } from './demo/history-acute.ts';
import { coronary } from './demo/history-coronary.ts';
import { structural } from './demo/history-structural.ts';
import { introduceAll } from './demo/introductions.ts';
import { leftMain } from './demo/left-main.ts';
import { queue } from './demo/queue.ts';
import { perforation } from './demo/perforation.ts';
import { writeReferences } from './demo/references.ts';
import { shock } from './demo/shock.ts';
import { lookOut } from './demo/sponsorships.ts';
import { tavi } from './demo/tavi.ts';
import { tell } from './demo/teller.ts';
import { tieAll } from './demo/ties.ts';
import type { Told } from './demo/told.ts';
import { buildPeople, type World } from './world.ts';

export const mainStories: readonly Told[] = [leftMain, cto, shock, tavi, perforation];
export const stories: readonly Told[] = [...mainStories, ...coronary, ...acute, ...structural, ...queue];

export type Built = World & { cases: Record<string, Id>; groups: Record<GroupKey, Id>; opportunities: Record<OpportunityKey | 'draft', Id> };

const withOwner = async <T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
};

/** People have read what is older than two days, and of the rest about half; nothing old is mailed. */
const settle = (ownerUrl: string, now: Date): Promise<void> =>
  withOwner(ownerUrl, async (owner) => {
    await owner.query(`update app.notices set read_at = least(at + interval '3 hours', $1::timestamptz) where at < $2 or (get_byte(uuid_send(id), 0) % 2 = 0 and kind not in ('asked', 'opportunity-told'))`, [now, after(now, -2 * DAY_MS)]);
    await owner.query('update app.notices set mailed_at = at');
    await owner.query(`insert into app.settings (key, value, set_at) values ('node', $1, $2) on conflict (key) do nothing`,
      [JSON.stringify({ nameEn: 'Hamdel demo', nameFa: 'نمایش هم‌دل' }), now]);
  });

/** The cast and every story, into an empty database. */
export const buildWorld = async (house: House, ownerUrl: string, { now = house.clock.now(), films = true, told = stories }: { now?: Date; films?: boolean; told?: readonly Told[] } = {}): Promise<Built> => {
  const world = await buildPeople(house, ownerUrl, { now });
  const cases = await tell(world, told, now, films);
  await writeCvs(world, now);
  await tieAll(world, now);
  await introduceAll(world, now);
  const letters = await writeReferences(world, now);
  await fillRota(world, 'leila', now);
  const groups = await foundGroups(world, now);
  const opportunities = await tellOpportunities(world, groups, now);
  await tellApplications(world, opportunities, letters.slice(0, 2), now);
  await lookOut(world, now);
  await settle(ownerUrl, now);
  return { ...world, cases, groups, opportunities };
};

const isEmpty = (ownerUrl: string): Promise<boolean> =>
  withOwner(ownerUrl, async (owner) => (await owner.query<{ n: boolean }>('select not exists (select from app.people) as n')).rows[0]?.n ?? false);

export type DemoPlace = { databaseUrl: string; ownerUrl: string; dataDir: string; clock: Clock; films?: boolean };

/** Makes the world in an empty node; false when somebody is there already. Durable when it resolves. */
export const seedDemo = async ({ databaseUrl, ownerUrl, dataDir, clock, films = true }: DemoPlace): Promise<boolean> => {
  if (!(await isEmpty(ownerUrl))) return false;
  // Some 500 transactions: none waits for the disk but the last, which takes all before it along.
  const db = openDb(databaseUrl, { max: 4 });
  db.pool.on('connect', (client) => { void client.query('set synchronous_commit = off'); });
  const house: House = {
    mode: 'demo', origin: 'http://localhost', dataDir, db, blobs: fileBlobs(dataDir), clock, random: seededRandom(clock.now().getTime()), log: () => {},
    mail: { works: false, send: async () => {} }, nodeKey: new Uint8Array(32),
  };
  try {
    await buildWorld(house, ownerUrl, { films });
    return true;
  } finally {
    await db.close();
  }
};

