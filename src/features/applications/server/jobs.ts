// Both sides' words end by themselves: what has run out, and what was withdrawn a month ago.

import { after, DAY_MS } from '#kernel/clock.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { sweepApplications } from './store.ts';

const WITHDRAWN_DAYS = 30;

export const applicationsJobs = (house: House): Record<string, Task> => ({
  'sweep-applications': async () => {
    const now = house.clock.now();
    await house.db.asNode((tx) => sweepApplications(tx, now, after(now, -WITHDRAWN_DAYS * DAY_MS)));
  },
});
