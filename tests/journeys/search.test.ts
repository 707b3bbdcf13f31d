// Somebody who thinks in Persian finds what was written in English, from the keyboard alone, and comes back to where they searched.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { concepts } from 'language';
import { cto } from '#world/demo/cto.ts';
import { leftMain } from '#world/demo/left-main.ts';
import { shock } from '#world/demo/shock.ts';
import * as say from '#words/search.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { enter, type Hand, openHand, plain } from './hand.ts';
import { type JourneyNode, startJourneyNode } from './house.ts';

let node: JourneyNode;
let browser: Browser;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  node = await startJourneyNode({ from: 4890, told: [leftMain, cto, shock], films: false });
  // Of this case only the English is left.
  await node.sql(`update app.cases set texts = texts - 'fa' where id = $1`, [node.world.cases.shock]);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await node?.close();
});

const shots = process.env.HAMDEL_LOOK ?? mkdtempSync(join(tmpdir(), 'hamdel-search-shots-'));
const shoot = (hand: Hand, name: string) => hand.page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
const sound = async ({ page }: Hand): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'no sideways scroll').toBeLessThanOrEqual(0);
};
const open = async (screen: 'phone' | 'desk', l: 'en' | 'fa', who: 'omid' | 'marek'): Promise<Hand> => {
  const hand = await openHand(browser, { screen, l, baseURL: node.baseURL });
  await enter(hand, node.baseURL, node.world.people[who].id);
  return hand;
};
/** The node writes its index a moment after the change; a search looks again until it is there. */
const untilFound = async ({ page }: Hand, href: string): Promise<void> => {
  await expect.poll(async () => { await page.reload(); return page.locator(`main a[href="${href}"]`).count(); }, { timeout: 15_000 }).toBeGreaterThan(0);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
};

test('a Persian question finds an English case, by the keyboard, and the way back stands', { timeout: 120_000 }, async () => {
  const hand = await open('desk', 'fa', 'omid');
  const { page } = hand;
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('/');
  await page.keyboard.type('شوک كارديوژنيك'); // with the letters of an Arabic keyboard
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?/);
  const href = `/cases/${node.world.cases.shock}`;
  await untilFound(hand, href);
  expect(plain(await page.locator('main li', { has: page.locator(`a[href="${href}"]`) }).innerText())).toContain(plain(`${say.as('fa')}: ${concepts.term('shock')?.fa}`));
  await sound(hand);
  await shoot(hand, 'search-fa-desk');
  await page.keyboard.press('Control+k');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('شوک كارديوژنيك');
  await page.keyboard.press('ArrowDown');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(first).toMatch(/^\/(cases|people)\//);
  await page.locator(`main a[href="${href}"]`).first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  await page.locator('article.case').waitFor();
  await page.goBack();
  await page.locator(`main a[href="${href}"]`).first().waitFor();
  expect(await page.locator('main input[type=search]').inputValue()).toBe('شوک كارديوژنيك');
  // The case page asks for parts that are its asker's alone, and stands without them.
  expect(hand.complaints.filter((line) => !line.includes('404'))).toEqual([]);
});

test('what is found changes while one types, and what was typed stands', { timeout: 120_000 }, async () => {
  const hand = await open('phone', 'en', 'marek');
  const { page } = hand;
  await page.goto('/search');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await shoot(hand, 'search-en-phone-empty');
  const field = page.locator('main input[type=search]');
  await field.pressSequentially('کاظم', { delay: 30 });
  await page.locator(`main a[href="/people/${node.world.people.nilufar.id}"]`).waitFor();
  expect(await field.inputValue()).toBe('کاظم');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  await sound(hand);
  await shoot(hand, 'search-en-phone');
  await page.reload();
  expect(await page.locator('main input[type=search]').inputValue()).toBe('کاظم');
  expect(hand.complaints).toEqual([]);
});

test('an abbreviation with several meanings asks which one', { timeout: 120_000 }, async () => {
  const hand = await open('desk', 'en', 'marek');
  const { page } = hand;
  await page.goto('/search?q=BAV');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const asked = page.locator('.choices');
  expect(plain(await asked.innerText())).toContain('BAV can mean several things');
  await shoot(hand, 'search-choice');
  await asked.locator('a').first().click();
  await page.waitForURL(/as=/);
  await page.getByText(say.understood('en')).waitFor();
  expect(await page.locator('.choices').count()).toBe(0);
});

test('the case page shows cases alike with what became of them', { timeout: 120_000 }, async () => {
  await node.sql(`update app.cases set fields = (select fields from app.cases where id = $1) where id = $2`, [node.world.cases.shock, node.world.cases.cto]);
  const hand = await open('desk', 'en', 'marek');
  const { page } = hand;
  await page.goto(`/cases/${node.world.cases.shock}`);
  await expect.poll(async () => { await page.reload(); return page.locator(`section[aria-labelledby=similar] a[href="/cases/${node.world.cases.cto}"]`).count(); }, { timeout: 15_000 }).toBe(1);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.locator('section[aria-labelledby=similar]').screenshot({ path: join(shots, 'similar-en.png') });
  await sound(hand);
});
