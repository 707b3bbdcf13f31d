// The world a demo or a test stands in: a house, the cast, and a hand that lets one of the cast act through the real use-cases.

import { Client } from 'pg';
import type { Id } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { castMember, type PersonKey, personKeys } from './cast.ts';
import { type Ids, writeCast } from './people.store.ts';

export type World = {
  readonly house: House;
  readonly random: Random;
  readonly people: Record<PersonKey, Who>;
  readonly ids: Ids;
};

const whoOf = (key: PersonKey, id: Id): Who => {
  const p = castMember(key);
  const verified = p.checks.some(([layer]) => layer !== 'vouched') || p.checks.length >= 2;
  return {
    id, sessionId: id, verified, seesCases: verified && p.stage !== 'industry',
    steward: p.roles?.includes('steward') ?? false, coordinator: p.roles?.includes('coordinator') ?? false,
  };
};

/** Writes the cast into an empty database and answers the world around it. No case yet. */
export const buildPeople = async (house: House, ownerUrl: string, { now = house.clock.now(), random = house.random }: { now?: Date; random?: Random } = {}): Promise<World> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const ids = await writeCast(owner, now, random);
    return { house, random, ids, people: Object.fromEntries(personKeys.map((key) => [key, whoOf(key, ids.people[key])])) as Record<PersonKey, Who> };
  } finally {
    await owner.end();
  }
};

/** One act of one person in one transaction, as a door would do it. A refusal here is a fault of the story and stops it. */
export const act = <T>(world: World, key: PersonKey, work: (tx: Tx, who: Who) => Promise<Result<T> | null>): Promise<T> => {
  const who = world.people[key];
  return world.house.db.asViewer(who.id, async (tx) => {
    const result = await work(tx, who);
    if (result === null) throw new Error(`${key}: not found`);
    if (!result.ok) throw new Error(`${key}: ${result.code} ${JSON.stringify(result.params)} ${result.fields?.join(' ') ?? ''}`);
    return result.value;
  });
};
