// The form of a question by itself: keyboard, fast fingers, calculators, two devices, no network, and what never leaves.

import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as sayCases from '#words/cases.ts';
import * as sayRouting from '#words/routing.ts';
import * as sayWeb from '#words/web.ts';
import { cto } from '#world/demo/cto.ts';
import { beginQuestion, questions, tellPatient, toWhom, untilSaved, writeQuestion } from './asking.ts';
import { launchBrowser, type Screen } from './browser.ts';
import { type Hand, nameOf, openHand, signIn } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4820, told: [cto], films: false });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

const asker = async (l: 'en' | 'fa', screen: Screen): Promise<Hand> => {
  const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
  await signIn(hand, 'arman');
  return hand;
};
const idOf = (hand: Hand): string => new URL(hand.page.url()).pathname.split('/')[2] as string;
const unfold = (hand: Hand) => hand.page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true; });
const kept = (hand: Hand, id: string) => hand.page.evaluate(async (at) => (await (await fetch(`/api/cases/${at}`)).json()) as { version: number; texts: Record<string, { question?: string }>; fields: Record<string, never> }, id);
const place = (hand: Hand, id: string) => hand.page.locator(`[id="${id}"]`);

test('the left main of the story is told on the tree by keyboard, and the scores follow; the exact age leaves in no request', { timeout: 90_000 }, async () => {
  const hand = await asker('en', 'desk');
  const sent: string[] = [];
  hand.page.on('request', (request: Request) => { if (request.method() !== 'GET') sent.push(request.postData() ?? ''); });
  await beginQuestion(hand);
  const id = idOf(hand);
  const segment = (n: string) => hand.page.locator(`svg.tree [data-id="${n}"]`);
  await segment('5').focus();
  for (const key of ['Enter', 'ArrowDown', 'Enter', 'ArrowUp', 'ArrowRight']) await hand.page.keyboard.press(key);
  expect(await hand.page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('6');
  await segment('11').press('Enter');
  await segment('2').press('Enter');
  expect(await segment('6').getAttribute('aria-pressed')).toBe('true');
  const lesions = hand.page.locator('section.les');
  expect(await lesions.count()).toBe(2);
  await lesions.first().getByLabel(sayCases.lesionStenosis('en')).fill('85');
  await lesions.first().getByLabel(sayCases.lesionCalcification('en')).selectOption('heavy');
  await lesions.first().getByLabel(sayCases.lesionJunction('en')).selectOption('5/6/11');
  await lesions.nth(1).getByLabel(sayCases.lesionStenosis('en')).fill('70');
  await unfold(hand);
  const syntax = hand.page.locator('details.calc[data-name="syntax"] summary');
  // The angle was not told: no number, and the field by its name.
  await expect.poll(() => syntax.innerText()).toContain('Angle');
  await lesions.first().locator('.field', { hasText: 'Medina' }).getByRole('radio', { name: sayCases.answerNo('en') }).check();
  await expect.poll(() => syntax.innerText()).toMatch(/SYNTAX 26/);
  await place(hand, 'f-age').locator('input').fill('74');
  await place(hand, 'f-sex').getByRole('radio', { name: sayCases.sexMale('en'), exact: true }).check();
  await place(hand, 'f-creatinine').locator('input').fill('1.6');
  await place(hand, 'f-weightKg').locator('input').fill('70');
  await expect.poll(() => place(hand, 'f-creatinine').innerText()).toContain('eGFR 45 · CrCl 40');
  await untilSaved(hand);
  await expect.poll(async () => JSON.stringify((await kept(hand, id)).fields)).toContain('"ageBand":"70-74"');
  const fields = JSON.stringify((await kept(hand, id)).fields);
  expect(fields).toContain('"medina":"1,1,1"');
  expect([fields, ...sent].filter((body) => /\b74\b(?!")/.test(body.replaceAll('70-74', '')))).toEqual([]);
  await hand.reload();
  await expect.poll(() => place(hand, 'f-age').locator('input').inputValue()).toBe('74');
  expect(hand.complaints).toEqual([]);
  await hand.close();
});

test('a page that is reloaded in the middle of a word loses no letter of it', { timeout: 60_000 }, async () => {
  const hand = await asker('en', 'desk');
  await beginQuestion(hand);
  const question = place(hand, 'f-question').locator('textarea');
  await question.waitFor();
  await question.pressSequentially('Would you open the occlusion firs', { delay: 0 });
  await hand.page.reload();
  await expect.poll(() => question.inputValue()).toBe('Would you open the occlusion firs');
  await hand.close();
});

test('letters typed without pause and Enter at once choose a topic of the list that those letters make', { timeout: 60_000 }, async () => {
  const hand = await asker('fa', 'desk');
  await beginQuestion(hand);
  const field = place(hand, 'f-topics').locator('input');
  await field.waitFor();
  for (const [typed, named] of [['cto', 'CTO'], ['كلسي', 'کلسیفیه'], ['scad', 'SCAD'], ['ivl', 'IVL'], ['لخته', 'ترومبو'], ['بایفو', 'بایفورکیشن']] as const) {
    await field.click();
    await hand.page.keyboard.type(typed, { delay: 0 });
    await hand.page.keyboard.press('Enter');
    await expect.poll(() => place(hand, 'f-topics').locator('.chip').last().innerText(), { message: typed }).toContain(named);
  }
  expect(await place(hand, 'f-topics').locator('.chip').count()).toBe(6);
  await hand.close();
});

test('each line of the missing list puts the cursor where it is told, and two devices see both versions', { timeout: 90_000 }, async () => {
  const here = await asker('en', 'desk');
  await beginQuestion(here);
  const id = idOf(here);
  await here.page.locator('.miss').getByRole('link', { name: sayCases.fieldSex('en'), exact: true }).click();
  expect(await here.page.evaluate(() => document.activeElement?.closest('#f-sex') !== null)).toBe(true);
  await here.page.locator('.miss').getByRole('link', { name: sayCases.fieldDecideBy('en'), exact: true }).click();
  expect(await here.page.evaluate(() => document.activeElement?.closest('#f-decideBy') !== null)).toBe(true);

  const there = await asker('fa', 'phone');
  await there.go(`/cases/${id}/edit`);
  await place(there, 'f-question').locator('textarea').fill('Written on the phone');
  await expect.poll(async () => (await kept(there, id)).texts.en?.question).toBe('Written on the phone');
  await place(here, 'f-question').locator('textarea').fill('Written at the desk');
  const both = here.page.getByRole('region', { name: sayWeb.savedTwoTitle('en') });
  await both.waitFor();
  expect(await both.innerText()).toContain('Written on the phone');
  expect(await both.innerText()).toContain('Written at the desk');
  await both.getByRole('button', { name: sayWeb.savedKeepMine('en') }).click();
  await expect.poll(async () => (await kept(here, id)).texts.en?.question).toBe('Written at the desk');
  await there.close();
  await here.close();
});

test.each([['en', 'phone'], ['fa', 'phone'], ['en', 'desk'], ['fa', 'desk']] as const)('everything opened, the form is sound in %s on a %s', { timeout: 90_000 }, async (l, screen) => {
  const hand = await asker(l, screen);
  await beginQuestion(hand);
  const id = idOf(hand);
  await writeQuestion(hand, questions[l]);
  for (const n of ['3', '4', '5']) await hand.page.locator(`svg.tree [data-id="${n}"]`).click();
  await hand.page.locator('section.les').first().getByLabel(sayCases.lesionStenosis(l)).fill('100');
  await place(hand, 'f-decideBy').getByRole('button', { name: sayCases.decideOther(l) }).click();
  await hand.page.getByRole('radio', { name: sayCases.formEmergency(l) }).check();
  await hand.page.getByText(sayCases.formEmergencyFirst(l)).waitFor();
  await unfold(hand);
  await untilSaved(hand);
  await hand.look();
  await hand.go(`/cases/${id}/ask`);
  await hand.page.locator('#missing').waitFor();
  await hand.look();
  expect(hand.faults).toEqual([]);
  await hand.close();
});

test('a date is taken in the Persian calendar with Persian digits, and both calendars are shown', { timeout: 60_000 }, async () => {
  const hand = await asker('fa', 'phone');
  await beginQuestion(hand);
  const id = idOf(hand);
  await place(hand, 'f-decideBy').getByRole('button', { name: sayCases.decideOther('fa') }).click();
  await hand.page.getByLabel(sayCases.decideTyped('fa')).fill('۱۴۲۰/۰۱/۰۱ ۰۸:۱۵');
  await expect.poll(() => place(hand, 'f-decideBy').innerText()).toContain('20 March 2041');
  await expect.poll(async () => new Date((await kept(hand, id) as unknown as { decideBy: string }).decideBy).toISOString()).toBe('2041-03-20T04:45:00.000Z');
  await hand.close();
});

test('who is on leave is not asked: the rule is named, nobody was asked, and the question goes to the others', { timeout: 90_000 }, async () => {
  const hand = await asker('en', 'desk');
  await beginQuestion(hand);
  const id = idOf(hand);
  await writeQuestion(hand, questions.en);
  await tellPatient(hand, questions.en);
  await untilSaved(hand);
  await expect.poll(() => hand.page.locator('.dock .btn[aria-disabled]').count()).toBe(0);
  await toWhom(hand);
  const away = 'anna';
  await hand.type(hand.page.getByLabel(sayRouting.askSearch('en')).first(), nameOf('en', away));
  await hand.tap(hand.page.locator('.pick li', { hasText: nameOf('en', away) }).getByRole('button'));
  const first = hand.page.locator('li.suggested').first();
  await hand.tap(first.getByRole('button'));
  await hand.tap(hand.button(sayRouting.askPut('en', { n: 2 })));
  await hand.page.locator('.note', { hasText: 'on leave' }).waitFor();
  expect(((await kept(hand, id)) as unknown as { phase: string; asks: unknown[] }).asks).toEqual([]);
  await hand.tap(hand.button(sayRouting.askTakeOut('en', { name: nameOf('en', away) })));
  await hand.tap(hand.page.locator('.dock .btn.main'));
  await hand.page.waitForURL(new RegExp(`/cases/${id}$`));
  expect(((await kept(hand, id)) as unknown as { asks: unknown[] }).asks).toHaveLength(1);
  await hand.close();
});
