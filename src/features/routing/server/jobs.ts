// The clocks: an ask that nobody took up by its time is told to the asker once; a ladder whose time has come climbs.

import { isId } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
import { announce } from '#server/live.store.ts';
import type { Task } from '#server/jobs.ts';
import { climb } from './climb.ts';
import { askerOf, openLadders } from './ladder.store.ts';
import { expireDue } from './store.ts';

/** As the asker, with the asker's rights and no others. */
const climbFor = async (house: House, caseId: string, asker: string): Promise<void> => {
  const now = house.clock.now();
  const acted = await house.db.asViewer(asker as never, (tx) => climb(tx, caseId, now, house.random));
  if (acted) await house.db.asNode(async (tx) => announce(tx, 'ladder-climbed', caseId, 'asker', false, now));
};

export const routingJobs = (house: House): Record<string, Task> => ({
  climb: async ({ caseId }) => {
    if (!isId(caseId)) return;
    const asker = await house.db.asNode((tx) => askerOf(tx, caseId));
    if (asker) await climbFor(house, caseId, asker);
  },
  // Each case has its own job at its own moment; the minute's round catches what has no moment of its own (enough have answered, the case was decided).
  'keep-clocks': async () => {
    const now = house.clock.now();
    const open = await house.db.asNode(async (tx) => {
      for (const ask of await expireDue(tx, now)) announce(tx, 'ask-expired', ask.caseId, 'asker', true, now);
      return openLadders(tx, now);
    });
    for (const { caseId, asker } of open) await climbFor(house, caseId, asker);
  },
});
