// By the clock: proposals that nobody took up go, refused ones with them, and what is left of meetings.

import { after } from '#kernel/clock.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { MEETING } from '../rules/meeting.ts';
import { PROPOSAL_MS } from '../rules/tie.ts';
import { sweepMeetings } from './meetings.store.ts';
import { sweepProposals } from './store.ts';

export const networkJobs = (house: House): Record<string, Task> => ({
  'sweep-network': () => house.db.asNode(async (tx) => {
    await sweepProposals(tx, after(house.clock.now(), -PROPOSAL_MS));
    await sweepMeetings(tx, after(house.clock.now(), -2 * MEETING.reachesWithinMs));
  }),
});
