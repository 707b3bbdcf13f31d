// Making a person, and the letter with a link.

import { after, HOUR_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import { refuse, ok, type Refusal, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { nameKeysOf } from '../rules/name-keys.ts';
import type { Join } from '../rules/wire.ts';
import { addEmail, addLink, addPerson, enqueueLetter, type InvitationRow, personByEmail } from './accounts.store.ts';
import { codeHash, linkToken } from './tokens.ts';

const LINK_MS = HOUR_MS / 2;

/** A new, unverified person with an address that is still to be proved. As the door. */
export const makePerson = async (house: House, tx: Tx, { email, lang, ...names }: Omit<Join, 'code'>): Promise<Result<Id>> => {
  if (await personByEmail(tx, email)) return refuse('conflict', 'people.emailKnown', {}, ['email']);
  const now = house.clock.now();
  const id = newId(now, house.random);
  const languages = lang === 'fa' ? ['fa', 'en'] : ['en'];
  await addPerson(tx, { id, ...names, languages, nameKeys: nameKeysOf(names), now });
  await addEmail(tx, email, id);
  return ok(id);
};

/** Sends a person a link, in the same transaction. The job makes the token again from the id; the table keeps its hash alone. */
export const sendLink = async (house: House, tx: Tx, personId: Id, lang: 'en' | 'fa'): Promise<void> => {
  const now = house.clock.now();
  const linkId = newId(now, house.random);
  await addLink(tx, codeHash(house.nodeKey, linkToken(house.nodeKey, linkId)), personId, now, after(now, LINK_MS));
  await enqueueLetter(tx, { linkId, lang });
};

/** Why an invitation cannot be used, or null. */
export const invitationOver = (row: InvitationRow | undefined, now: Date): Refusal | null => {
  if (!row) return refuse('not-found', 'people.invitationUnknown');
  if (row.withdrawnAt) return refuse('conflict', 'people.invitationWithdrawn');
  if (row.usedAt) return refuse('conflict', 'people.invitationUsed');
  return row.expiresAt <= now ? refuse('conflict', 'people.invitationExpired') : null;
};
