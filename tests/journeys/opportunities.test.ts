// From a pasted message to five people; handed on in four taps; a fellow's true list; and the fellow who says that he is interested.

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as say from '#words/opportunities.ts';
import { castMember, type PersonKey } from '#world/cast.ts';
import { type Hand, nameOf, plain } from './hand.ts';
import { openScene, type Scene, secondsOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => { scene = await openScene(4790); }, 180_000);
afterAll(() => scene?.close());

const at = async (who: PersonKey, l: 'en' | 'fa', screen: 'phone' | 'desk', path: string): Promise<Hand> => {
  const hand = await scene.handOf(who, l, screen);
  await hand.go(path);
  return hand;
};
/** Types the first letters of a family name and taps the person. */
const choose = async (hand: Hand, label: string, key: PersonKey): Promise<void> => {
  await hand.type(hand.page.getByLabel(plain(label)).first(), castMember(key)[hand.l][1].slice(0, 5));
  await hand.tap(hand.page.locator('.pick li button', { hasText: castMember(key)[hand.l][1] }).first());
};

const pasted = {
  en: `CTO fellowship, one year, at the Deux-Rives Heart Institute. Starting September 2027. Hands-on, first operator from month 3; 130 CTOs a year.
Stipend EUR 2,100 a month. Open to all nationalities, visa letter given, help with housing. Apply by 5 January 2027. Licence: French temporary registration.`,
  fa: 'فلوشیپ CTO به مدت یک سال در مؤسسهٔ قلب دو رود. شروع: ۱ مهر ۱۴۰۶. مهلت: ۱۵ دی ۱۴۰۵. سالانه ۱۳۰ CTO، دست‌به‌کار. ۲۱۰۰ یورو در ماه. همهٔ ملیت‌ها، نامهٔ ویزا، کمک در یافتن مسکن. پروانه: ثبت موقت فرانسه.',
} as const;
const five: readonly PersonKey[] = ['nilufar', 'leila', 'samira', 'kaveh', 'hossein'];

test.each([['en', 'desk'], ['fa', 'phone']] as const)('a role goes to five trusted people in three minutes, %s on a %s', { timeout: 120_000 }, async (l, screen) => {
  const hand = await at('claire', l, screen, '/opportunities');
  await hand.tap(hand.link(say.post(l)));
  await hand.page.waitForURL(/\/edit$/);
  await hand.tap(hand.page.getByText(say.readTitle(l)));
  await hand.page.getByLabel(say.readLabel(l)).fill(pasted[l]);
  hand.taps += 1; // pasting is one
  await hand.tap(hand.button(say.readAct(l)));
  await hand.tap(hand.button(say.readUse(l)));
  await hand.reload(); // a page left and opened again has lost nothing
  for (const key of five) await choose(hand, say.whoAdd(l), key);
  await hand.tap(hand.page.getByRole('button', { name: plain(say.tellAct(l, { n: 5 })) }));
  await hand.page.getByText(say.wayTitle(l)).waitFor();
  for (const key of five) await hand.page.locator('.way').getByText(castMember(key)[l][1]).first().waitFor();
  console.log(`role to five, ${l} ${screen}: ${hand.taps} taps, ${hand.fields} fields, ${hand.signs} signs, ${secondsOf(hand)} s of 180`);
  expect(secondsOf(hand)).toBeLessThanOrEqual(180);
  await hand.look();
  expect(hand.faults).toEqual([]);
  await hand.close();
});

test.each([['fa', 'desk'], ['en', 'phone']] as const)('a role is handed on in four taps, and its receiver sees who thought of them and nothing else, %s on a %s', { timeout: 90_000 }, async (l, screen) => {
  const lyon = `/opportunities/${scene.node.world.opportunities.lyon}`;
  const to: PersonKey = l === 'fa' ? 'kaveh' : 'maryam';
  const hand = await at('samira', l, screen, '/opportunities');
  await hand.tap(hand.page.locator(`a[href="${lyon}"]`).first());
  await hand.page.locator('#hand-on').waitFor();
  await choose(hand, say.handPick(l), to);
  await hand.tap(hand.button(say.handAct(l, { name: nameOf(l, to) })));
  await hand.page.getByText(say.givenTitle(l)).waitFor();
  console.log(`hand-on, ${l} ${screen}: ${hand.taps} taps, ${hand.signs} signs`);
  expect(hand.taps).toBeLessThanOrEqual(4);
  await hand.close();
  const receiver = await at(to, l, screen, lyon);
  await receiver.page.getByText(say.handNoteDefault(l)).waitFor();
  const told = receiver.page.locator('section', { has: receiver.page.getByRole('heading', { name: say.fromTitle(l) }) }).locator('li');
  expect(await told.count()).toBe(1);
  expect(await told.innerText()).toContain(castMember('samira')[l][1]);
  // Of the five others in whose hands it is, none but the receiver's own ties may be named, and no fellow at all.
  expect(await receiver.page.locator('main').innerText()).not.toContain(castMember('soran')[l][1]);
  await receiver.look();
  expect(receiver.faults).toEqual([]);
  await receiver.close();
});

test.each([['en', 'phone'], ['fa', 'desk']] as const)('a fellow has the true list within a minute, %s on a %s', { timeout: 90_000 }, async (l, screen) => {
  const hand = await at('soran', l, screen, '/opportunities');
  await hand.pick(hand.page.getByLabel(say.typeLabel(l)), 'fellowship');
  await hand.page.waitForURL(/type=fellowship/);
  for (const [word, name] of [[say.wantPassport(l), 'passport'], [say.wantFunded(l), 'funded'], [say.wantHandsOn(l), 'handsOn']] as const) {
    await hand.tap(hand.page.getByText(word, { exact: true }));
    await hand.page.waitForURL(new RegExp(`${name}=1`));
  }
  const listed = hand.page.locator('.opps').first().locator('li a');
  await expect.poll(() => listed.evaluateAll((links) => links.map((a) => a.getAttribute('href')))).toContain(`/opportunities/${scene.node.world.opportunities.lyon}`);
  const all = await listed.evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  for (const key of ['krakow', 'toronto', 'grant', 'past'] as const) expect(all, key).not.toContain(`/opportunities/${scene.node.world.opportunities[key]}`);
  console.log(`a fellow's list, ${l} ${screen}: ${hand.taps} taps, ${secondsOf(hand)} s of 60`);
  expect(secondsOf(hand)).toBeLessThanOrEqual(60);
  await hand.close();
});

test('a fellow keeps a wish sealed; his chief finds no trace of him or of what reached him', { timeout: 90_000 }, async () => {
  const fellow = await at('soran', 'fa', 'phone', '/opportunities/quiet');
  await fellow.page.getByText(say.toldMeTitle('fa')).waitFor({ state: 'detached' });
  await fellow.page.getByText(castMember('hossein').fa[1]).first().waitFor();
  await fellow.close();
  const chief = await at('omid', 'fa', 'desk', `/opportunities/${scene.node.world.opportunities.lyon}`);
  expect(await chief.page.locator('main').innerText()).not.toContain('CTO');
  await chief.go('/opportunities');
  expect(await chief.page.locator('main').innerText()).not.toContain('لیون');
  await chief.go('/opportunities/quiet');
  expect(await chief.page.locator('main').innerText()).not.toContain(castMember('soran').fa[1]);
  await chief.close();
});
