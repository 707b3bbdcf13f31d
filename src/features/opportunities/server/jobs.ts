// By the clock, for all that moved lately: a job that was late finds what it missed. What one act moved is looked at right after it (http.ts).

import { after } from '#kernel/clock.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { moved } from './weigh.store.ts';
import { tellWishers } from './weigh.ts';

const LOOK_BACK_MS = 30 * 60_000;

export const opportunitiesJobs = (house: House): Record<string, Task> => ({
  'tell-wishers': async () => tellWishers(house, await house.db.asNode((tx) => moved(tx, after(house.clock.now(), -LOOK_BACK_MS)))),
});
