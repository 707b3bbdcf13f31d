// Who would introduce whom in the demo, and three introductions at three points of their way.

import * as contacts from '#features/network/server/contacts.ts';
import * as introductions from '#features/network/server/introductions.ts';
import type { Whom } from '#features/network/rules/limits.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

const willing: readonly (readonly [PersonKey, Whom, ...PersonKey[]])[] = [
  ['nilufar', 'anybody'], ['hossein', 'anybody'], ['leila', 'anybody'], ['kaveh', 'ties'], ['isabelle', 'anybody'], ['arman', 'ties'], ['omid', 'ties'],
  ['daniel', 'chosen', 'leila', 'salim'], ['claire', 'ties'], ['salim', 'nobody'],
];

type Letter = { readonly by: PersonKey; readonly lang: 'en' | 'fa'; readonly text: string; readonly ago: number };
type IntroductionTold = {
  readonly asker: PersonKey; readonly to: PersonKey; readonly lang: 'en' | 'fa'; readonly context: string; readonly promise: string; readonly ago: number;
  /** Who said yes, in order, and how many days ago. */
  readonly agreed: readonly (readonly [PersonKey, number])[];
  readonly letters?: readonly Letter[];
  readonly how?: { readonly note: string; readonly ago: number };
};

export const introductionsTold: readonly IntroductionTold[] = [
  { asker: 'mina', to: 'daniel', lang: 'fa', ago: 40, agreed: [['arman', 39], ['leila', 38], ['daniel', 36]],
    context: 'فلوی سال دوم در اهواز هستم و روی بالون دارویی در بایفورکیشن کار می‌کنم. می‌خواهم پیش از نوشتن پروتکل نظر ایشان را دربارهٔ طرح کار بدانم.',
    promise: 'پرسش‌هایم را در یک صفحه می‌فرستم و نتیجه را به همه می‌گویم.',
    letters: [
      { by: 'leila', lang: 'en', ago: 35, text: 'Daniel, Mina is a careful fellow in Ahvaz whom Arman speaks of warmly. Mina, Daniel has thought about this longer than any of us. I leave you to it.' },
      { by: 'mina', lang: 'en', ago: 34, text: 'Thank you both. My question is one page: which side branches would you leave out of a trial of drug-coated balloons?' },
      { by: 'daniel', lang: 'en', ago: 33, text: 'A good question to start with. I would leave out calcified side branches and say so in the title. Send me the page.' },
    ],
    how: { note: 'پروتکل نوشته شد و دکتر اوکافور یک بار آن را خواند. سپاس از هر دو.', ago: 10 } },
  { asker: 'parisa', to: 'isabelle', lang: 'fa', ago: 6, agreed: [['kaveh', 5]],
    context: 'برای برنامهٔ دریچه در تبریز می‌خواهم بدانم هارت تیم ایشان در دریچهٔ بایکاسپید چگونه تصمیم می‌گیرد.', promise: 'آنچه می‌آموزم را برای همکاران اینجا می‌نویسم.' },
  { asker: 'arman', to: 'claire', lang: 'en', ago: 2, agreed: [],
    context: 'We begin with IVUS in Ahvaz. I would like to spend a week beside a team that uses it every day.', promise: 'I will come prepared, and tell you what we changed.' },
];

/** Who lets themself be found by colleagues that have their address or name. */
const findable: readonly PersonKey[] = ['nilufar', 'claire', 'hossein', 'daniel', 'leila', 'soran'];

/** Through the actions, each act at its moment. */
export const introduceAll = async (world: World, now: Date): Promise<void> => {
  for (const [key, whom, ...chosen] of willing) {
    await act(world, key, (tx) => introductions.introduce(tx, { whom, chosen: chosen.map((one) => world.people[one].id) }, after(now, -60 * DAY_MS)));
  }
  for (const key of findable) await act(world, key, (tx, who) => contacts.beFindable(tx, who, world.house, true, after(now, -60 * DAY_MS)));
  const acts = introductionsTold.flatMap((told) => {
    const at = (ago: number): Date => after(now, -ago * DAY_MS);
    const id: Id = newId(at(told.ago), world.random);
    return [
      { ago: told.ago, does: () => act<unknown>(world, told.asker, (tx, who) => introductions.ask(tx, who, { id, personId: world.people[told.to].id, institutionId: null, lang: told.lang, context: told.context, promise: told.promise }, at(told.ago), world.random)) },
      ...told.agreed.map(([key, ago]) => ({ ago, does: () => act<unknown>(world, key, (tx, who) => introductions.agree(tx, who, id, at(ago))) })),
      ...(told.letters ?? []).map((one) => ({ ago: one.ago, does: () => act<unknown>(world, one.by, (tx, who) => introductions.write(tx, who, id, { id: newId(at(one.ago), world.random), lang: one.lang, text: one.text }, at(one.ago))) })),
      ...(told.how ? [{ ago: told.how.ago, does: () => act<unknown>(world, told.asker, (tx, who) => introductions.tell(tx, who, id, { how: 'together', note: told.how?.note ?? '' }, at(told.how?.ago ?? 0))) }] : []),
    ];
  });
  for (const one of acts.sort((a, b) => b.ago - a.ago)) await one.does();
};
