// The code on the terminal.

import { codeHash, newCode } from '#features/people/server/door.ts';
import { after, HOUR_MS } from '#kernel/clock.ts';
import type { House } from '#server/house.ts';
import { addStewardCode } from './first.store.ts';

/** A one-time code that makes a steward, good for an hour, and the address where it is typed. For the terminal alone. */
export const makeStewardCode = async (house: Pick<House, 'db' | 'clock' | 'random' | 'nodeKey' | 'origin'>): Promise<{ code: string; link: string; expiresAt: Date }> => {
  const now = house.clock.now();
  const code = newCode(house.random);
  const expiresAt = after(now, HOUR_MS);
  await house.db.asDoor((tx) => addStewardCode(tx, codeHash(house.nodeKey, code), now, expiresAt));
  return { code, link: `${house.origin}/first?code=${code}`, expiresAt };
};
