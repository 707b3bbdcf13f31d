// The quarantine forgets by itself: what nobody looked at in time, and files whose row is gone.

import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { LIMITS } from '../rules/limits.ts';
import { quarantineOf } from './quarantine.ts';
import { allArrivals, sweepArrivals } from './store.ts';

export const arrivalsJobs = (house: House): Record<string, Task> => ({
  'sweep-arrivals': async () => {
    const quarantine = quarantineOf(house);
    const now = house.clock.now();
    for (const id of await house.db.asNode((tx) => sweepArrivals(tx, after(now, -LIMITS.days * DAY_MS)))) await quarantine.remove(id);
    // A file without a row was cut off on its way in, or its row was deleted by a process that ended. One that still comes in is younger than this.
    const files = await quarantine.files();
    const known = await house.db.asNode(allArrivals);
    for (const { name, at } of files) if (!known.has(name) && now.getTime() - at.getTime() > 6 * HOUR_MS) await quarantine.remove(name.slice(0, 36) as Id, name.endsWith('.part'));
  },
});
