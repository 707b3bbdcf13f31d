// References of the demo: two that hold for the fellow in Kermanshah, one revoked, one that waits to be written.

import { after, DAY_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { Scope } from '#features/candidates/rules/vocabulary.ts';
import { askFor, decline, give, revoke, setOpen } from '#features/candidates/server/references.ts';
import type { PersonKey } from '../cast.ts';
import { act, type World } from '../world.ts';

type Told = {
  for: PersonKey; by: PersonKey; asked: number; lang: 'en' | 'fa'; purpose: string; scopes: Scope[];
  written?: { daysAgo: number; lang: 'en' | 'fa'; text: string; mayRead: boolean; reuse: boolean; months: 6 | 12 | 24; opened?: true; revokedDaysAgo?: number };
  declined?: true;
};

const told: readonly Told[] = [
  {
    for: 'soran', by: 'nilufar', asked: 70, lang: 'fa', purpose: 'برای فلوشیپ CTO در خارج از ایران. در کیس‌هایی که پروکتور ما بودید کار مرا دیده‌اید.', scopes: ['fellowship', 'proctorship'],
    written: {
      daysAgo: 64, lang: 'en', mayRead: true, reuse: true, months: 12, opened: true,
      text: 'I proctored Dr Moradi in nine antegrade procedures over two years. He plans before he wires, says aloud what he sees, and stops in time. He is ready to learn the retrograde way, and a careful teacher will enjoy him.',
    },
  },
  {
    for: 'soran', by: 'hossein', asked: 60, lang: 'fa', purpose: 'برای فلوشیپ؛ دربارهٔ کیس‌های کلسیم که با هم انجام دادیم.', scopes: ['fellowship'],
    written: { daysAgo: 55, lang: 'fa', mayRead: false, reuse: true, months: 12, text: 'دو ماه در مرکز ما بود و در بیست‌ودو کیس روتابلیشن دستیار من بود. منظم است، زیاد می‌پرسد و پروندهٔ هر بیمار را پیش از ورود به لب خوانده است. سپردن بیمار به او مرا آسوده می‌کند.' },
  },
  {
    for: 'maryam', by: 'hossein', asked: 200, lang: 'fa', purpose: 'برای پروکتورشیپ روتابلیشن.', scopes: ['proctorship'],
    written: { daysAgo: 190, lang: 'fa', mayRead: true, reuse: false, months: 6, text: 'چند کیس را با هم انجام داده‌ایم و دست مطمئنی دارند.', revokedDaysAgo: 20 },
  },
  { for: 'mina', by: 'leila', asked: 4, lang: 'fa', purpose: 'برای دورهٔ یک‌ماههٔ LM در تهران. دو بار در هارت تیم شما بودم.', scopes: ['fellowship'] },
  { for: 'mina', by: 'kaveh', asked: 6, lang: 'fa', purpose: 'برای دورهٔ TAVI.', scopes: ['fellowship'], declined: true },
];

/** The letters' ids in the order of the telling. */
export const writeReferences = async (world: World, now: Date): Promise<Id[]> => {
  const letters: Id[] = [];
  for (const one of told) {
    const at = after(now, -one.asked * DAY_MS);
    const askId = newId(at, world.random);
    await act(world, one.for, (tx, who) => askFor(tx, who, { id: askId, personId: world.people[one.by].id, purpose: one.purpose, scopes: one.scopes, lang: one.lang }, at));
    if (one.declined) await act(world, one.by, (tx, who) => decline(tx, who, askId, after(at, DAY_MS)));
    if (!one.written) continue;
    const { daysAgo, opened, revokedDaysAgo, ...letter } = one.written;
    const [id, writtenAt] = [newId(at, world.random), after(now, -daysAgo * DAY_MS)];
    await act(world, one.by, (tx, who) => give(world.house, tx, who, askId, { id, scopes: one.scopes, ...letter }, writtenAt));
    if (opened) await act(world, one.for, (tx, who) => setOpen(tx, who, id, true, after(writtenAt, DAY_MS)));
    if (revokedDaysAgo !== undefined) await act(world, one.by, (tx, who) => revoke(tx, who, id, after(now, -revokedDaysAgo * DAY_MS)));
    letters.push(id);
  }
  return letters;
};
