// Being found by colleagues who have one's address or name already. The hashes are slow ones with a salt of this node's own.

import { createHmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { provedEmails, linesOf } from '#features/people/server/door.ts';
import { nameEn, nameFa } from '#features/people/rules/names.ts';
import { presentLine } from '#features/people/rules/present.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { CONTACT_LIMITS, keysOf } from '../rules/contacts.ts';
import type { LookedView, SetView } from '../rules/contacts-wire.ts';
import * as store from './contacts.store.ts';
import { tiesOf } from './store.ts';

const derive = promisify(pbkdf2);
const saltOf = (house: House): string => createHmac('sha256', house.nodeKey).update('contacts').digest('hex');
const hashed = (house: House, key: string): Promise<Buffer> => derive(key, saltOf(house), CONTACT_LIMITS.rounds, CONTACT_LIMITS.hashBytes, 'sha256');

export const set = async (tx: Tx, house: House): Promise<SetView> => ({
  salt: saltOf(house), rounds: CONTACT_LIMITS.rounds, prefixes: (await store.prefixes(tx, CONTACT_LIMITS.prefixBytes)).toString('base64'), findable: await store.amFindable(tx),
});

/** Only addresses that were proved to be this person's: a claimed one would let somebody stand in another's place. */
export const beFindable = async (tx: Tx, who: Who, house: House, on: boolean, now: Date): Promise<Result<object>> => {
  if (!who.verified) return refuse('forbidden', 'network.unverified');
  await store.dropOwnHashes(tx);
  const names = on ? await store.ownNames(tx) : undefined;
  if (names === undefined) return ok({});
  const emails = await house.db.asDoor((door) => provedEmails(door, who.id));
  const keys = new Set([...keysOf({ name: nameEn(names), emails }), ...keysOf({ name: nameFa(names), emails: [] })]);
  for (const key of keys) await store.addOwnHash(tx, await hashed(house, key), now);
  return ok({});
};

/** Whom the hashes belong to, of contacts that the viewer has ticked. */
export const look = async (tx: Tx, hashes: readonly string[]): Promise<Result<LookedView>> => {
  const ids = (await store.peopleByHash(tx, hashes.map((one) => Buffer.from(one, 'hex')))).map(({ id }) => id);
  const ties = new Set(await tiesOf(tx));
  const people = (await linesOf(tx, ids)).map((line) => ({ ...presentLine(line), tied: ties.has(line.id) }));
  return ok({ people: people.sort((a, b) => a.nameEn.localeCompare(b.nameEn)) });
};
