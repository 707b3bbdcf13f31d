// Builders for tests: a case in any phase with asks in any state, in one line. All through the actions, at the house's present moment.

import { after, DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import type { SaveCase } from '#features/cases/rules/wire.ts';
import type { GiveOpinion } from '#features/opinions/rules/wire.ts';
import type { Phase } from '#features/cases/rules/policy.ts';
import * as acts from './acts.ts';
import type { PersonKey } from './cast.ts';
import { sampleCase, sampleOpinion } from './sample.ts';
import type { World } from './world.ts';

export type AskedState = 'asked' | 'seen' | 'accepted' | 'answered' | 'declined' | 'handed-on' | 'cancelled';
export type Asked = { who: PersonKey; state?: AskedState; seat?: 'operator' | 'surgeon' | 'imager' | 'intensivist' | 'clinician'; to?: PersonKey };
export type CaseSpec = {
  asker?: PersonKey; hidden?: boolean; audience?: 'people' | 'node'; phase?: Phase; asks?: readonly Asked[];
  content?: Partial<SaveCase>;
  /** A draft already there, to be taken further. */
  from?: Id;
};

/** Asks one expert and takes the ask to a state. */
export const anAsk = async (world: World, caseId: Id, asker: PersonKey, { who, state = 'asked', seat = 'operator', to }: Asked): Promise<Id> => {
  const now = world.house.clock.now();
  const [askId] = (await acts.ask(world, asker, caseId, [[who, seat]], now)) as [Id];
  if (state === 'seen') await acts.see(world, who, askId, now);
  if (state === 'accepted' || state === 'answered') await acts.accept(world, who, askId, now);
  if (state === 'answered') await anOpinion(world, caseId, who);
  if (state === 'declined') await acts.decline(world, who, askId, '', now);
  if (state === 'handed-on') await acts.handOn(world, who, askId, to ?? 'leila', '', now);
  if (state === 'cancelled') await acts.cancel(world, asker, askId, now);
  return askId;
};

/** Gives an opinion, or revises one already given. */
export const anOpinion = (world: World, caseId: Id, expert: PersonKey, change: Partial<Omit<GiveOpinion, 'id'>> = {}): Promise<Id> =>
  acts.give(world, expert, caseId, sampleOpinion(change), world.house.clock.now());

/** A case of `asker` in `phase`; asks are sent while it is posted. */
export const aCase = async (world: World, { asker = 'arman', hidden = false, audience = 'people', phase = 'posted', asks = [], content = {}, from }: CaseSpec = {}): Promise<{ id: Id; asks: Partial<Record<PersonKey, Id>> }> => {
  const now = world.house.clock.now();
  const id = from ?? await acts.start(world, asker, 'en', now);
  if (!from) await acts.save(world, asker, id, sampleCase(after(now, 3 * DAY_MS), { hidden, audience, ...content }), now);
  const sent: Partial<Record<PersonKey, Id>> = {};
  if (phase === 'draft') return { id, asks: sent };
  await acts.post(world, asker, id, now);
  for (const asked of asks) sent[asked.who] = await anAsk(world, id, asker, asked);
  if (phase === 'decided' || phase === 'closed') await acts.decide(world, asker, id, { lang: 'en', choice: 'pci', texts: { en: { text: 'PCI with two stents.' }, fa: { text: 'PCI با دو استنت.' } }, followed: [] }, now);
  if (phase === 'closed') for (const moment of ['hospital', 'd30', 'y1'] as const)
    await acts.tell(world, asker, id, moment, { lang: 'en', result: 'no-event', details: {}, texts: { en: { text: 'No event.', thanks: 'Thank you.' }, fa: { text: 'بدون حادثه.', thanks: 'سپاس از شما.' } } }, now);
  if (phase === 'withdrawn') await acts.withdraw(world, asker, id, 'Decided at the local meeting.', now);
  return { id, asks: sent };
};
