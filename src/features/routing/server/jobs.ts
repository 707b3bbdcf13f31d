// The clock to accept: an ask that nobody took up by its time is told to the asker once.

import type { House } from '#server/house.ts';
import { announce } from '#server/live.store.ts';
import type { Task } from '#server/jobs.ts';
import { expireDue } from './store.ts';

export const routingJobs = (house: House): Record<string, Task> => ({
  'keep-clocks': () => house.db.asNode(async (tx) => {
    const now = house.clock.now();
    for (const ask of await expireDue(tx, now)) announce(tx, 'ask-expired', ask.caseId, 'asker', true, now);
  }),
});
