// How the opportunities of the demo travel. The quiet one from Lyon reaches a fellow in Kermanshah through two people; his own centre hears nothing of it.

import * as actions from '#features/opportunities/server/actions.ts';
import * as circulate from '#features/opportunities/server/circulate.ts';
import * as looking from '#features/opportunities/server/looking.actions.ts';
import { blankPlan } from '#features/opportunities/rules/plan.ts';
import type { SaveOpportunity } from '#features/opportunities/rules/wire.ts';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { PersonKey } from '../cast.ts';
import { handOn, posted, start } from '../opportunity.ts';
import { cities, institutions } from '../places.ts';
import { act, type World } from '../world.ts';
import type { GroupKey } from './groups.ts';
import { type OpportunityKey, type ToldOpportunity, toldOpportunities } from './opportunity-data.ts';

const bodyOf = (world: World, now: Date, o: ToldOpportunity): SaveOpportunity => {
  const day = (days: number | undefined) => (days === undefined ? null : after(now, days * DAY_MS).toISOString().slice(0, 10));
  return {
    version: 1, lang: o.lang, type: o.type, institutionId: o.at && world.ids.institutions[o.at], topics: [...o.topics], startsOn: day(o.starts), endsOn: day(o.ends),
    deadline: o.deadline === undefined ? null : `${day(o.deadline)}T20:29:00.000Z`, timeZone: cities[institutions[o.at ?? 'tochal'].city].zone, fields: o.fields,
    texts: { en: { title: o.en[0], text: o.en[1] }, fa: { title: o.fa[0], text: o.fa[1] } },
    plan: { ...blankPlan, named: o.named.map((key) => world.people[key].id), note: o.note ?? '', hands: o.hands ?? 2, barredInstitutions: (o.barred ?? []).map((key) => world.ids.institutions[key]) },
  };
};

/** Soran looks quietly: one teacher elsewhere knows. Two who were in Lyon may be asked about it. */
const quietly = async (world: World, at: Date): Promise<void> => {
  await act(world, 'soran', (tx, who) => looking.keepWish(tx, who, { id: newId(at, world.random), kind: 'wish', wants: { types: ['fellowship'], topics: ['cor.cto'], handsOn: true, funded: true, myPassport: true }, lang: 'fa', note: 'یک سال، جایی که خودم دست به کار شوم.', readers: [world.people.hossein.id] }, at));
  await act(world, 'soran', (tx) => looking.keepPassports(tx, ['IR']));
  for (const [key, fromYear] of [['nilufar', 2014], ['daniel', 2017]] as const) {
    await act(world, key, (tx) => looking.addStay(tx, { id: newId(at, world.random), institutionId: world.ids.institutions.deuxRives, type: 'fellowship', fromYear, toYear: fromYear + 1, willing: true }, at));
  }
};

const see = (world: World, id: Id, who: readonly PersonKey[], at: Date): Promise<unknown[]> => Promise.all(who.map((key) => act(world, key, (tx, one) => circulate.seen(tx, one, id, at))));

/** Claire tells five; Nilufar thinks of Hossein, Hossein of Soran in Kermanshah; Marek thinks of Mina. */
const lyon = async (world: World, id: Id, start_: Date): Promise<void> => {
  const at = (days: number) => after(start_, days * DAY_MS + 5 * HOUR_MS);
  await see(world, id, ['nilufar', 'marek', 'samira', 'leila'], at(1));
  await handOn(world, 'nilufar', id, ['hossein'], 'شما کسی را می‌شناسید؟ از ماه سوم خودش اپراتور اول است.', 'fa', at(1));
  await handOn(world, 'marek', id, ['mina'], 'I thought of you; it is hands-on.', 'en', at(2));
  await see(world, id, ['hossein', 'mina'], at(2));
  await handOn(world, 'hossein', id, ['soran'], 'به یاد شما افتادم؛ همان که می‌خواستید.', 'fa', at(3));
  await act(world, 'leila', (tx, who) => circulate.nobody(tx, who, id, at(3)));
  await see(world, id, ['soran'], at(4));
  const question = newId(at(4), world.random);
  await act(world, 'mina', (tx, who) => circulate.ask(tx, who, id, { id: question, text: 'Is French needed from the first day?', lang: 'en' }, at(4)));
  await act(world, 'claire', (tx, who) => circulate.reply(tx, who, question, 'en', 'B1 on arrival is enough; we pay the course for B2.', at(5)));
  await act(world, 'soran', (tx, who) => circulate.ask(tx, who, id, { id: newId(at(5), world.random), text: 'آیا خانواده هم می‌تواند همراه بیاید؟', lang: 'fa' }, at(5)));
  await act(world, 'soran', (tx, who) => circulate.showInterest(tx, who, id, 'سه سال است رتروگرید می‌بینم و می‌خواهم خودم انجام بدهم.', 'fa', at(6)));
};

export const tellOpportunities = async (world: World, groups: Record<GroupKey, Id>, now: Date): Promise<Record<OpportunityKey | 'draft', Id>> => {
  const ids = {} as Record<OpportunityKey | 'draft', Id>;
  await quietly(world, after(now, -40 * DAY_MS));
  for (const [key, told] of Object.entries(toldOpportunities) as [OpportunityKey, ToldOpportunity][]) {
    const at = after(now, -told.daysAgo * DAY_MS);
    const id = await posted(world, told.by, bodyOf(world, now, told), at);
    ids[key] = id;
    for (const open of told.open ?? []) {
      const body = { id: newId(at, world.random), ...(open === 'node' || open === 'public' ? { step: open } : { step: 'group' as const, groupId: groups[open] }) };
      await act(world, told.by, (tx, who) => circulate.widen(tx, who, id, body, after(at, 2 * DAY_MS)));
    }
  }
  await lyon(world, ids.lyon, after(now, -toldOpportunities.lyon.daysAgo * DAY_MS));
  await act(world, 'hossein', (tx, who) => circulate.close(tx, who, ids.past, { result: 'filled', lang: 'fa', words: 'همکاری از خوزستان می‌آید. از همه‌تان که به کسی فکر کردید سپاس؛ سال آینده باز می‌گوییم.' }, after(now, -DAY_MS)));
  ids.draft = await start(world, 'arman', 'fa', after(now, -DAY_MS));
  await act(world, 'arman', (tx, who) => actions.save(tx, who, ids.draft, {
    version: 1, lang: 'fa', type: 'post', institutionId: world.ids.institutions.karun, topics: [], startsOn: null, endsOn: null, deadline: null, timeZone: 'Asia/Tehran', fields: { call: 'یک شب در چهار شب' },
    texts: { fa: { title: 'جای اتند در کت‌لب کارون، اهواز', text: '' } }, plan: blankPlan,
  }, after(now, -DAY_MS)));
  return ids;
};
