// A thin link: 256 kbit/s with 600 ms there and back, nothing in the cache. The case page is readable within 3 s, and from there the film moves within 8 s.
// The browser's emulation gives every request the delay and shares the line; opening the connection itself costs one to three more round trips once.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leftMain } from '#world/demo/left-main.ts';
import { launchBrowser, slowDown } from './browser.ts';
import { enter, type Hand, openHand } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';
import { listenToWire, waterfall } from './wire.ts';

const LINK = { kbit: 256, delayMs: 600 };
const BYTES_A_SECOND = (LINK.kbit * 1000) / 8;
const READABLE_MS = 3000;
const MOVING_MS = 8000;
const patience = 90_000;

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4740, told: [leftMain] });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

/** Somebody who was asked, signed in, with an empty cache. */
const fresh = async (): Promise<Hand> => {
  const hand = await openHand(browser, { screen: 'phone', l: 'fa', baseURL: node.baseURL });
  await enter(hand, node.baseURL, node.world.people.shirin.id);
  hand.page.setDefaultTimeout(patience);
  return hand;
};

/** Milliseconds from the start of the navigation until the question stands on the screen: the style is there too, or nothing would be painted. */
const readable = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (;;) {
      await new Promise(requestAnimationFrame);
      const question = document.querySelector('.question, .qrow, [class*="question"]');
      const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
      if (painted && question !== null && question.getBoundingClientRect().height > 20) return performance.now();
    }
  });

/** What the processor alone takes for the same on this machine, now: nothing is thin, so the line costs nothing. */
const onLoopback = async (): Promise<number> => {
  const hand = await fresh();
  await hand.page.goto(`/cases/${node.world.cases['left-main']}`, { waitUntil: 'commit' });
  const ms = await readable(hand.page);
  await hand.close();
  return ms;
};

test('the case page is readable within three seconds, cold', { timeout: patience }, async () => {
  const processor = await onLoopback();
  const hand = await fresh();
  const wire = await listenToWire(hand.page);
  await slowDown(hand.page, LINK);
  await hand.page.goto(`/cases/${node.world.cases['left-main']}`, { waitUntil: 'commit' });
  const ms = await readable(hand.page);
  await hand.page.waitForTimeout(300);
  const before = wire.all().filter(({ ended }) => ended > 0 && ended <= ms + 50);
  const bytes = before.reduce((sum, one) => sum + one.bytes, 0);
  // The document, then the style it names: two round trips, and their bytes one after the other.
  const line = 2 * LINK.delayMs + (bytes / BYTES_A_SECOND) * 1000;
  console.log(`case page readable at 256 kbit/s and 600 ms, cold: ${Math.round(ms)} ms (on loopback ${Math.round(processor)} ms); ${bytes} bytes before it, which the line alone takes ${Math.round(line)} ms for\n${waterfall(wire.all().filter(({ began }) => began < ms + 1000))}`);
  expect(before.filter(({ url, bytes: size }) => url.endsWith('.js') && size > 4000).map(({ url }) => url), 'no script of weight comes first').toEqual([]);
  expect(line).toBeLessThanOrEqual(READABLE_MS);
  // The allowance is only what this machine's processors take for the same page without any line.
  expect(ms).toBeLessThanOrEqual(READABLE_MS + processor);
  await hand.close();
});

test('from the case page the film moves within eight seconds of the tap', { timeout: patience }, async () => {
  const hand = await fresh();
  const { page } = hand;
  await slowDown(page, LINK);
  await page.goto(`/cases/${node.world.cases['left-main']}`, { waitUntil: 'commit' });
  await readable(page);
  const wire = await listenToWire(page);
  const tapped = Date.now();
  await page.locator('a.shot').tap({ noWaitAfter: true });
  await page.waitForURL(/\/film/, { waitUntil: 'commit' });
  const moved = await page.evaluate(moving);
  const ms = moved - tapped;
  console.log(`film moves ${ms} ms after the tap at 256 kbit/s and 600 ms (tapped as soon as the question was readable)\n${waterfall(wire.all())}`);
  const came = wire.all().filter(({ url, ended }) => ended > 0 && !url.includes('/api/live'));
  const bytes = came.reduce((sum, one) => sum + one.bytes, 0);
  expect((bytes / BYTES_A_SECOND) * 1000, `${bytes} bytes came before it moved`).toBeLessThanOrEqual(MOVING_MS);
  expect(ms).toBeLessThanOrEqual(MOVING_MS + (await onLoopback()));
  await hand.close();
});

/** Runs in the page: the wall clock when a second, other picture stands in the first pane. */
async function moving(): Promise<number> {
  const context = new OffscreenCanvas(64, 64).getContext('2d', { willReadFrequently: true });
  let before = '';
  while (context) {
    const canvas = document.querySelector<HTMLCanvasElement>('.pane > canvas:not(.off)');
    if (canvas) {
      context.drawImage(canvas, 0, 0, 64, 64);
      const now = context.getImageData(0, 0, 64, 64).data.join();
      if (before !== '' && now !== before) return Date.now();
      before = now;
    }
    await new Promise(requestAnimationFrame);
  }
  throw new Error('no canvas to look with');
}
