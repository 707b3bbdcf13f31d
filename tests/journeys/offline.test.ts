// The node goes away while a question is written: nothing typed is lost, all of it is listed with its bytes, and it goes by itself afterwards.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as sayStory from '#words/story.ts';
import * as say from '#words/web.ts';
import { cto } from '#world/demo/cto.ts';
import { beginQuestion, standing, untilSaved } from './asking.ts';
import { launchBrowser } from './browser.ts';
import { type Hand, openHand, plain, signIn } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

let node: JourneyNode;
let browser: Browser;
let hand: Hand;
let id: string;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4760, told: [cto], films: false });
  browser = await launchBrowser();
  hand = await openHand(browser, { screen: 'phone', l: 'fa', baseURL: node.baseURL });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

const question = () => hand.page.locator('[id="f-question"] textarea');
/** The page speaks through the isolates of its language; a test compares the letters. */
const said = async (selector: string): Promise<string> => plain((await hand.page.locator(selector).first().textContent()) ?? '').replaceAll(/\s+/g, ' ');
const ownCaches = () => hand.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('hamdel-own-')));

test('what is typed is on the node a moment later', async () => {
  await signIn(hand, 'arman');
  id = await beginQuestion(hand);
  await hand.type(question(), 'پرسش نخست');
  await untilSaved(hand);
  await hand.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await hand.reload();
  await expect.poll(async () => (await standing(hand)).question).toBe('پرسش نخست');
});

test('with the node away the text stays on this device, is counted in the bar, and survives a reload', async () => {
  await node.stop();
  await hand.type(question(), 'پرسش دوم، بی‌اینترنت');
  await hand.page.locator('.saved', { hasText: plain(say.savedDevice('fa', { time: '' })).slice(-20) }).waitFor();
  await expect.poll(() => said('.sent'), { timeout: 15_000 }).toContain(plain(say.sentOffline('fa', { n: 1 })));
  await hand.reload();
  await expect.poll(async () => (await standing(hand)).question).toBe('پرسش دوم، بی‌اینترنت');
  expect(await said('.offline')).toContain('آنچه می‌خوانید نسخهٔ همین دستگاه است');
});

test('it is listed with its bytes, can be opened again, and other pages read before are still readable', async () => {
  await hand.tap(hand.page.locator('.sent'));
  await hand.page.getByRole('heading', { level: 1, name: say.unsentTitle('fa') }).waitFor();
  expect(await hand.page.locator('main .list > li').count()).toBe(1);
  expect(await said('main .list > li')).toMatch(/[۰-۹] بایت/);
  await hand.look();
  expect(hand.faults).toEqual([]);
  await hand.go('/');
  await hand.page.getByRole('heading', { level: 1, name: sayStory.homeTitle('fa') }).waitFor();
});

test('when the node is back it goes by itself, once, and the page says so', async () => {
  await node.start();
  await expect.poll(() => said('.sent'), { timeout: 40_000, interval: 500 }).toContain(say.sentAll('fa'));
  const kept = await hand.page.evaluate((path) => fetch(path).then((answer) => answer.json()), `/api/cases/${id}`) as { texts: Record<string, { question?: string }> };
  expect(kept.texts.fa?.question).toBe('پرسش دوم، بی‌اینترنت');
}, 60_000);

test('at sign-out nothing read or written here can be opened any more', async () => {
  expect(await ownCaches()).not.toEqual([]);
  await hand.page.evaluate(() => fetch('/api/session', { method: 'DELETE', headers: { 'idempotency-key': crypto.randomUUID() } }));
  await hand.go('/');
  await hand.page.getByRole('link', { name: say.landingJoin('fa') }).waitFor();
  await expect.poll(async () => hand.page.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys()) if (name.startsWith('hamdel-own-')) for (const one of await (await caches.open(name)).keys()) kept.push(new URL(one.url).pathname);
    return kept.filter((path) => path !== '/' && path !== '/api/me');
  })).toEqual([]);
}, 30_000);
