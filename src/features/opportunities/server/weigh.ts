// Tells wishers of what fits them; who was told already is not told again.

import type { House } from '#server/house.ts';
import { fits } from '../rules/wants.ts';
import * as store from './weigh.store.ts';

export const tellWishers = (house: House, opportunities: readonly string[]): Promise<void> =>
  house.db.asNode(async (tx) => {
    const now = house.clock.now();
    for (const id of opportunities) {
      const offer = await store.offer(tx, id);
      if (offer === undefined) continue;
      for (const wish of await store.wishes(tx, id)) if (fits(wish.wants, offer, wish.passports, now)) store.tellWisher(tx, wish.id, id, now);
    }
  });
