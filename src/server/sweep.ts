// What the frame keeps for a while alone. Without an end it would fill the disk: every write leaves a receipt, every act an event a recipient.

import { after, DAY_MS } from '#kernel/clock.ts';
import type { House } from './house.ts';
import type { Task } from './jobs.ts';
import { sweepEvents } from './live.store.ts';
import { sweepReceipts } from './receipts.store.ts';

const RECEIPTS_MS = 30 * DAY_MS;
const EVENTS_MS = 60 * DAY_MS;

export const sweepJobs = (house: House): Record<string, Task> => ({
  sweep: () => house.db.asNode(async (tx) => {
    const now = house.clock.now();
    await sweepReceipts(tx, after(now, -RECEIPTS_MS));
    await sweepEvents(tx, after(now, -EVENTS_MS));
  }),
});
