// Every page opens for the right person in both languages, on a phone and on a desk, in all three lights, and is sound there.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKey } from '#world/cast.ts';
import { contrastViolations } from './axe.ts';
import { launchBrowser, type Screen } from './browser.ts';
import { everyPage } from './every-page.ts';
import { enter, type Hand, openHand } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';
import { makeDisc } from './images-disc.ts';
import { dropFiles, openImages, startCase } from './images-hand.ts';
import { shoot, wanted } from './screenshots.ts';
import { rested } from './soundness.ts';

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  node = await startJourneyNode({ from: 4720 });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

const hands = new Map<string, Hand>();
/** A browser that stays open for the next page of the same person. */
const handOf = async (who: PersonKey | null, l: 'en' | 'fa', screen: Screen): Promise<Hand> => {
  const name = `${who} ${l} ${screen}`;
  const there = hands.get(name);
  if (there) return there;
  const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
  if (who !== null) await enter(hand, node.baseURL, node.world.people[who].id);
  hands.set(name, hand);
  return hand;
};

/** The other two lights, one after the other where the page stands. */
const inOtherLights = async (hand: Hand): Promise<string[]> => {
  const found: string[] = [];
  for (const theme of ['dark', 'lab']) {
    await hand.page.evaluate((light) => { document.documentElement.dataset.theme = light; }, theme);
    await rested(hand.page);
    found.push(...(await contrastViolations(hand.page)).map((line) => `${theme}: ${line}`));
  }
  await hand.page.evaluate(() => { delete document.documentElement.dataset.theme; });
  return found;
};

test('no page is left out of the list', async () => {
  const built = (await import(pathToFileURL(join(import.meta.dirname, '../../dist-pages/pages.js')).href)) as { pagePaths(): readonly string[] };
  expect(built.pagePaths().filter((path) => !everyPage.some((one) => one.path === path))).toEqual([]);
});

test.each(everyPage.map((one) => ({ ...one, name: `${one.path ?? '/nowhere'} (${one.what})` })))('$name is sound in both languages at both sizes', { timeout: 120_000 }, async (one) => {
  const faults: string[] = [];
  for (const l of ['fa', 'en'] as const) {
    for (const screen of ['phone', 'desk'] as const) {
      const hand = await handOf(one.who, l, screen);
      await hand.go(one.at(node));
      await one.before?.(hand);
      await hand.page.getByRole('heading', { level: 1 }).first().waitFor();
      await hand.page.waitForLoadState('networkidle').catch(() => {});
      await hand.look();
      if (wanted && one.shot !== undefined && screen === 'desk') await shoot(hand, one.shot);
      if (wanted && one.shot !== undefined && one.phone && screen === 'phone') await shoot(hand, `${one.shot}-phone`);
      if (l === 'fa' && screen === 'phone') faults.push(...(await inOtherLights(hand)));
      faults.push(...hand.faults.splice(0), ...hand.complaints.splice(0).filter((line) => !/status of (403|404|410|422)/.test(line)).map((line) => `${l}/${screen} said: ${line}`));
    }
  }
  expect(faults).toEqual([]);
});

// Takes a picture for the README and checks nothing that images.test.ts does not: only when pictures are wanted (HAMDEL_SCREENSHOTS=1).
test.runIf(wanted).each(['fa', 'en'] as const)('a picture of the cleaning page with a run that needs eyes, %s', { timeout: 120_000 }, async (l) => {
  await using disc = await makeDisc({ runs: 2, frames: 30, size: 512, burnt: [0] });
  const hand = await handOf('kaveh', l, 'desk');
  const caseId = await startCase(hand.page.context(), node.baseURL, node.world.people.kaveh.id, l);
  await openImages(hand.page, caseId);
  await dropFiles(hand.page, disc.runs);
  await hand.page.locator('.looks figure').first().waitFor({ timeout: 90_000 });
  await hand.page.waitForTimeout(1500);
  await hand.page.locator('.looks').first().evaluate((looks) => looks.scrollIntoView());
  await shoot(hand, 'cleaning');
});
