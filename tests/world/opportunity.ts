// An opportunity that lacks nothing, for tests and for the demo; and the acts of its poster and of those who hand it on.

import * as actions from '#features/opportunities/server/actions.ts';
import * as circulate from '#features/opportunities/server/circulate.ts';
import type { SaveOpportunity } from '#features/opportunities/rules/wire.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { PersonKey } from './cast.ts';
import { act, type World } from './world.ts';

export type OpportunityContent = Omit<SaveOpportunity, 'version' | 'plan'> & { plan: Omit<SaveOpportunity['plan'], 'named' | 'barredPeople' | 'barredInstitutions'> };

/** A fellowship as a cath lab would write it. */
export const sampleOpportunity = (institutionId: string | null, named: readonly string[], change: Partial<SaveOpportunity> = {}): SaveOpportunity => ({
  version: 1, lang: 'en', type: 'fellowship', institutionId: institutionId as Id | null, topics: ['cor.cto'], startsOn: '2027-09-01', endsOn: null, deadline: '2027-01-05T22:59:00.000Z', timeZone: 'Europe/Paris',
  fields: {
    lengthMonths: 12, paid: 'paid', amount: 2100, currency: 'EUR', per: 'month', handsOn: 'operator', handsOnNote: 'First operator from month 3', volume: 130, volumeOf: 'CTO', passports: 'all',
    licence: 'French temporary registration, centre helps', visa: 'letter', housing: 'help',
  },
  texts: { en: { title: 'CTO fellowship, one year', text: '' }, fa: { title: 'فلوشیپ CTO، یک سال', text: '' } },
  plan: { named: named as Id[], note: '', hands: 2, via: 'any', barredPeople: [], barredInstitutions: [] },
  ...change,
});

export const start = async (world: World, poster: PersonKey, lang: 'en' | 'fa', at: Date): Promise<Id> => {
  const id = newId(at, world.random);
  await act(world, poster, (tx, who) => actions.start(tx, who, id, lang, at));
  return id;
};
/** Draft, then told to the named. */
export const posted = async (world: World, poster: PersonKey, body: SaveOpportunity, at: Date): Promise<Id> => {
  const id = await start(world, poster, body.lang, at);
  await act(world, poster, (tx, who) => actions.save(tx, who, id, body, at));
  await act(world, poster, (tx, who) => actions.post(tx, who, id, () => newId(at, world.random), at));
  return id;
};
export const handOn = (world: World, by: PersonKey, id: Id, to: readonly PersonKey[], note: string, lang: 'en' | 'fa', at: Date): Promise<unknown> =>
  act(world, by, (tx, who) => circulate.handOn(tx, who, id, { hands: to.map((key) => ({ id: newId(at, world.random), personId: world.people[key].id })), note, lang }, at));
