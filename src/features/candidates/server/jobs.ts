// Words that no longer serve anybody are forgotten by themselves.

import { after, DAY_MS } from '#kernel/clock.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { REFERENCES } from '../rules/vocabulary.ts';
import { sweepReferences } from './references.store.ts';

export const candidatesJobs = (house: House): Record<string, Task> => ({
  'sweep-references': () => house.db.asNode((tx) => sweepReferences(tx, after(house.clock.now(), -REFERENCES.keepDays * DAY_MS))),
});
