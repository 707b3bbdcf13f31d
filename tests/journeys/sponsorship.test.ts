// Somebody who looks out for you, in both languages: five juniors under care, a brief agreed, and what fits handed on in four taps.

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as say from '#words/sponsorship.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, nameOf } from './hand.ts';
import { expectSound, openScene, picture, type Scene, secondsOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => { scene = await openScene(4780); }, 180_000);
afterAll(() => scene?.close());
const cardOf = (hand: Hand, who: PersonKey) => hand.page.locator('main article').filter({ hasText: nameOf(hand.l, who) });

test.each([['fa', 'phone', 'daniel', ['reza', 'kaveh', 'bahram', 'samira', 'omid']], ['en', 'desk', 'isabelle', ['salim', 'anna', 'parisa', 'shirin', 'mina']]] as const)('five juniors are under care within three minutes (%s, %s)', { timeout: 150_000 }, async (l, screen, senior, juniors) => {
  const hand = await scene.handOf(senior, l, screen);
  await hand.go('/looking-out');
  for (const junior of juniors) {
    await hand.type(hand.page.getByRole('searchbox', { name: say.offerWho(l) }), nameOf(l, junior).split(' ').at(-1) as string);
    await hand.tap(hand.page.locator('aside .member').filter({ hasText: nameOf(l, junior) }).first());
    await cardOf(hand, junior).waitFor();
  }
  await picture(hand, 'five-juniors');
  console.info(`five juniors: ${secondsOf(hand)} s of scripted time, ${hand.taps} taps`);
  expect(secondsOf(hand)).toBeLessThanOrEqual(180);
  await expectSound(hand);
  await hand.close();
});

test.each([['fa', 'phone', 'nilufar', 'mina'], ['en', 'desk', 'claire', 'anna']] as const)('a junior agrees by writing, and what fits is handed on within four taps of home (%s, %s)', { timeout: 180_000 }, async (l, screen, senior, junior) => {
  const [a, b] = [await scene.handOf(senior, l, screen), await scene.handOf(junior, l, screen)];
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
  await expectSound(b);

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
  await expectSound(a);
  // The junior sees who thought of them, beside whoever did before.
  const { from } = await (await b.page.context().request.get(`/api/opportunities/${scene.node.world.opportunities.lyon}`)).json() as { from: { person: { id: string } }[] };
  expect(from.map(({ person }) => person.id)).toContain(scene.idOf(senior));
  await a.close();
  await b.close();
});
