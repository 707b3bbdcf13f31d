// What the node does by itself: tells a senior, and nobody else, that something fits; reminds; sweeps what nobody took up.

import { tellOf } from '#features/network/server/door.ts';
import { after } from '#kernel/clock.ts';
import { isId } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { fits } from '#features/opportunities/rules/wants.ts';
import { PROPOSAL_MS } from '../rules/policy.ts';
import { named } from '../rules/present.ts';
import { markNudged, pairs, remindersDue, sweepProposals } from './store.ts';

export const sponsorshipJobs = (house: House): Record<string, Task> => ({
  'nudge-sponsors': ({ opportunityId, sponsorshipId }) => house.db.asNode(async (tx) => {
    const one = [isId(opportunityId) ? opportunityId : null, isId(sponsorshipId) ? sponsorshipId : null] as const;
    if (one[0] === null && one[1] === null) return;
    const now = house.clock.now();
    for (const pair of await pairs(tx, ...one)) {
      const { wants, passports } = pair.brief;
      if (named(wants).length === 0 || !fits(wants, pair, passports, now)) continue;
      if ((await markNudged(tx, pair, now)) > 0) tellOf(tx, 'sponsor-nudge', pair.sponsorshipId, pair.seniorId, now);
    }
  }),
  'remind-sponsors': () => house.db.asNode(async (tx) => {
    const now = house.clock.now();
    for (const { sponsorshipId, personId } of await remindersDue(tx, now.toISOString().slice(0, 10), now)) tellOf(tx, 'sponsor-reminder', sponsorshipId, personId, now);
    await sweepProposals(tx, after(now, -PROPOSAL_MS));
  }),
});
