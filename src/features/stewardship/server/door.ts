// What the terminal may ask of stewardship.

import type { House } from '#server/house.ts';
import { hasSteward as asked } from './first.store.ts';

export { makeStewardCode } from './first.ts';

/** Whether anybody stewards this node; an empty one wants its first. */
export const hasSteward = (house: Pick<House, 'db'>): Promise<boolean> => house.db.asDoor((tx) => asked(tx));
