import { hasSteward, makeStewardCode } from '#features/stewardship/server/door.ts';
import type { House } from '#server/house.ts';
import { openHouse } from '../house.ts';
import { systemClock, systemRandom } from './system.ts';

type At = { databaseUrl: string; dataDir: string; origin: string };

/** A new one-time link that makes its user a steward, good for an hour. */
export const stewardLink = (at: At): Promise<string> => withHouse(at, async (house) => (await makeStewardCode(house)).link);

/** The same for a node without any steward; null when there is one. */
export const firstStewardLink = (at: At): Promise<string | null> => withHouse(at, async (house) => ((await hasSteward(house)) ? null : (await makeStewardCode(house)).link));

async function withHouse<T>(at: At, work: (house: House) => Promise<T>): Promise<T> {
  const house = openHouse({ ...at, mode: 'up', clock: systemClock, random: systemRandom });
  try {
    return await work(house);
  } finally {
    await house.db.close();
  }
}
