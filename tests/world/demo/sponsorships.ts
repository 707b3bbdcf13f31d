// Who looks out for whom in the demo: Hossein for Soran, which is how Lyon reached Kermanshah; Leila for two; one that waits for a word on each side.

import * as sponsorship from '#features/sponsorship/server/actions.ts';
import type { Brief } from '#features/sponsorship/rules/wire.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

type Told = {
  readonly senior: PersonKey; readonly junior: PersonKey; readonly askedBy: 'senior' | 'junior'; readonly lang: Locale; readonly brief: Brief;
  /** Days ago; left out: it waits for the other's word. */
  readonly proposed: number; readonly agreed?: number;
  readonly goals?: readonly (readonly [text: string, inDays: number | null])[];
  readonly remindIn?: number;
};

const told: readonly Told[] = [
  {
    senior: 'hossein', junior: 'soran', askedBy: 'junior', lang: 'fa', proposed: 120, agreed: 119, remindIn: 30,
    brief: { wants: { types: ['fellowship'], topics: ['cor.cto'], handsOn: true, funded: true, myPassport: true }, passports: ['IR'], limits: 'نه پیش از امتحان دانشنامه. رئیس کنونی‌ام نداند.', say: 'سه سال رتروگرید دیده است؛ دستش آرام است و شب‌ها هم می‌آید.' },
    goals: [['بیست CTO انتروگرید به‌عنوان اپراتور اول', 120], ['زبان فرانسه تا B1', 240]],
  },
  {
    senior: 'leila', junior: 'maryam', askedBy: 'senior', lang: 'fa', proposed: 90, agreed: 88,
    brief: { wants: { types: ['speaking', 'research', 'reviewing'], topics: ['cor'] }, passports: [], limits: 'سفر بیش از سه روز نه.', say: 'نتایج آترکتومی کت‌لبش منظم ثبت شده است.' },
    goals: [['یک سخنرانی در همایش سالانه', 200]],
  },
  {
    senior: 'leila', junior: 'arman', askedBy: 'junior', lang: 'fa', proposed: 40, agreed: 39,
    brief: { wants: { types: ['proctorship', 'fellowship'], topics: ['cor'] }, passports: [], limits: '', say: 'در اهواز تنهاست و حجم کارش بالاست.' },
  },
  {
    senior: 'marek', junior: 'mina', askedBy: 'senior', lang: 'en', proposed: 70, agreed: 68,
    brief: { wants: { types: ['fellowship'], handsOn: true, myPassport: true }, passports: ['IR'], limits: 'From autumn 2027.', say: 'Quick, careful, and speaks English well.' },
  },
  {
    senior: 'arman', junior: 'mina', askedBy: 'junior', lang: 'fa', proposed: 2,
    brief: { wants: { types: ['fellowship', 'grant'] }, passports: [], limits: '', say: '' },
  },
  { senior: 'kaveh', junior: 'parisa', askedBy: 'senior', lang: 'fa', proposed: 3, brief: { wants: {}, passports: [], limits: '', say: '' } },
];

export const lookOut = async (world: World, now: Date): Promise<void> => {
  for (const one of told) {
    const at = after(now, -one.proposed * DAY_MS);
    const id: Id = newId(at, world.random);
    const written = { brief: one.brief, lang: one.lang, version: 0 };
    const [by, to] = one.askedBy === 'senior' ? [one.senior, one.junior] : [one.junior, one.senior];
    await act(world, by, (tx, who) => sponsorship.propose(tx, who, { id, personId: world.people[to].id, side: one.askedBy, written: one.askedBy === 'junior' ? written : null }, at));
    if (one.agreed === undefined) continue;
    const agreed = after(now, -one.agreed * DAY_MS);
    await act(world, to, (tx) => sponsorship.agree(tx, id, { written: one.askedBy === 'senior' ? written : null }, agreed));
    for (const [text, inDays] of one.goals ?? []) {
      const goal = { id: newId(agreed, world.random), lang: one.lang, text, dueOn: inDays === null ? null : after(now, inDays * DAY_MS).toISOString().slice(0, 10) };
      await act(world, one.junior, (tx) => sponsorship.setGoal(tx, id, goal, agreed));
    }
    const { remindIn } = one;
    if (remindIn !== undefined) await act(world, one.senior, (tx) => sponsorship.remind(tx, id, { dueOn: after(now, remindIn * DAY_MS).toISOString().slice(0, 10), note: '' }, agreed));
  }
};
