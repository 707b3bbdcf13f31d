// Somebody who looks out for you, in both languages: five juniors under care, a brief agreed, and what fits handed on in four taps.

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/sponsorship.ts';
import type { PersonKey } from '#world/cast.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { launchBrowser, type Screen } from './browser.ts';
import { enter, type Hand, nameOf, openHand } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  node = await startJourneyNode({ from: 4780, told: [], films: false });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

const idOf = (who: PersonKey) => node.world.people[who].id;
const handOf = async (who: PersonKey, l: Locale, screen: Screen): Promise<Hand> => {
  const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
  await enter(hand, node.baseURL, idOf(who));
  return hand;
};
const look = process.env.HAMDEL_LOOK;
const picture = async (hand: Hand, name: string) => {
  if (look) await hand.page.screenshot({ path: join(look, `${name}-${hand.screen}-${hand.l}.png`), fullPage: true });
};
const sound = async (hand: Hand) => {
  await hand.look();
  expect(hand.faults).toEqual([]);
  expect(hand.complaints.filter((line) => !/status of (403|404|410|422)/.test(line))).toEqual([]);
};
const cardOf = (hand: Hand, who: PersonKey) => hand.page.locator('main article').filter({ hasText: nameOf(hand.l, who) });
/** A second and a half a tap, a third of one a sign, two to find each field. */
const seconds = ({ taps, fields, signs }: Hand): number => taps * 1.5 + signs / 3 + fields * 2;

test.each([['fa', 'phone', 'daniel', ['reza', 'kaveh', 'bahram', 'samira', 'omid']], ['en', 'desk', 'isabelle', ['salim', 'anna', 'parisa', 'shirin', 'mina']]] as const)('five juniors are under care within three minutes (%s, %s)', { timeout: 150_000 }, async (l, screen, senior, juniors) => {
  const hand = await handOf(senior, l, screen);
  await hand.go('/looking-out');
  for (const junior of juniors) {
    await hand.type(hand.page.getByRole('searchbox', { name: say.offerWho(l) }), nameOf(l, junior).split(' ').at(-1) as string);
    await hand.tap(hand.page.locator('aside .member').filter({ hasText: nameOf(l, junior) }).first());
    await cardOf(hand, junior).waitFor();
  }
  await picture(hand, 'five-juniors');
  console.info(`five juniors: ${Math.round(seconds(hand))} s of scripted time, ${hand.taps} taps`);
  expect(seconds(hand)).toBeLessThanOrEqual(180);
  await sound(hand);
  await hand.close();
});

test.each([['fa', 'phone', 'nilufar', 'mina'], ['en', 'desk', 'claire', 'anna']] as const)('a junior agrees by writing, and what fits is handed on within four taps of home (%s, %s)', { timeout: 180_000 }, async (l, screen, senior, junior) => {
  const [a, b] = [await handOf(senior, l, screen), await handOf(junior, l, screen)];
  await a.go('/looking-out');
  await a.type(a.page.getByRole('searchbox', { name: say.offerWho(l) }), nameOf(l, junior).split(' ').at(-1) as string);
  await a.tap(a.page.locator('aside .member').filter({ hasText: nameOf(l, junior) }).first());
  await cardOf(a, junior).waitFor();

  await b.go('/');
  await b.tap(b.page.locator('main a[href^="/looking-out#"]').first());
  const card = cardOf(b, senior);
  await card.waitFor();
  await b.tap(card.getByRole('checkbox').first());
  await b.tap(card.getByRole('checkbox', { name: say.wishHandsOn(l) }));
  await b.type(card.getByRole('textbox', { name: say.sayLabel(l) }), l === 'fa' ? 'دستش آرام است' : 'Calm hands');
  await picture(b, 'brief');
  // A reload in the middle loses nothing that was typed or ticked.
  await b.reload();
  await expect.poll(() => card.getByRole('textbox', { name: say.sayLabel(l) }).inputValue()).not.toBe('');
  await expect.poll(() => card.getByRole('checkbox', { name: say.wishHandsOn(l) }).isChecked()).toBe(true);
  await b.tap(card.locator('button[type=submit]').first());
  await card.getByText(say.changeBrief(l)).waitFor();
  await picture(b, 'looked-out-for');
  await sound(b);

  await a.go('/');
  const before = a.taps;
  await a.tap(a.page.locator('main a[href^="/looking-out#"]').first());
  const mine = cardOf(a, junior);
  await mine.waitFor();
  await picture(a, 'fits');
  await a.tap(mine.locator('li .btn.main').first());
  await mine.locator('textarea').waitFor();
  await a.tap(mine.locator('li .btn.main').first());
  await mine.locator('.tag').first().waitFor();
  expect(a.taps - before).toBeLessThanOrEqual(4);
  await picture(a, 'handed');
  await sound(a);
  // The junior sees who thought of them, beside whoever did before.
  const { from } = await (await b.page.context().request.get(`/api/opportunities/${node.world.opportunities.lyon}`)).json() as { from: { person: { id: string } }[] };
  expect(from.map(({ person }) => person.id)).toContain(idOf(senior));
  await a.close();
  await b.close();
});
