// A picture from the PACS without a disc: sent with a token, looked at by its owner in the browser, confirmed, in the case; the original gone.
import { mkdtempSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPlanted } from 'imaging';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as say from '#words/arrivals.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser, visit } from './browser.ts';
import { type Disc, makeDisc } from './images-disc.ts';
import { arrived, lookAndConfirm, send } from './images-hand.ts';
import { type ImagesNode, openImagesNode } from './images-node.ts';

let node: ImagesNode;
let browser: Browser;
let disc: Disc;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  process.env.HAMDEL_IMPORT = '1';
  [node, browser, disc] = await Promise.all([openImagesNode(), launchBrowser(), makeDisc({ runs: 2, frames: 24, size: 256, burnt: [1] })]);
  delete process.env.HAMDEL_IMPORT;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await disc?.[Symbol.asyncDispose]();
  await node?.[Symbol.asyncDispose]();
});

const shots = process.env.HAMDEL_LOOK ?? mkdtempSync(join(tmpdir(), 'hamdel-arrivals-'));
const sound = async (page: Page, name: string): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'no sideways scroll').toBeLessThanOrEqual(0);
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
};

const stow = async (token: string): Promise<number> => {
  const parts = await Promise.all(disc.runs.map((path) => readFile(path)));
  const body = Buffer.concat([...parts.flatMap((bytes) => [Buffer.from('\r\n--edge\r\nContent-Type: application/dicom\r\n\r\n'), bytes]), Buffer.from('\r\n--edge--\r\n')]);
  const answer = await fetch(`${node.baseURL}/dicom-web/studies`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/related; type="application/dicom"; boundary=edge' }, body: new Uint8Array(body) });
  return answer.status;
};

test.each([['desk', 'en'], ['phone', 'fa']] as const)('two runs come with a token and leave the quarantine clean, on a %s in %s', { timeout: 150_000 }, async (screen, lang) => {
  const { context, page } = await visit(browser, { screen, lang, baseURL: node.baseURL });
  await context.request.post('/api/session/demo', { data: { personId: node.world.people.arman.id }, headers: { origin: node.baseURL, 'idempotency-key': crypto.randomUUID() } });
  await page.goto('/arrivals');
  await page.getByText(say.none(lang)).waitFor();
  await page.getByLabel(say.tokenName(lang)).fill('Lab 2');
  await page.getByRole('button', { name: say.tokenMake(lang) }).click();
  const token = (await page.locator('#token').textContent()) ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  await sound(page, `token-${screen}-${lang}`);
  expect(await stow(token)).toBe(200);
  // Sealed: no file of the node and no row tells whom these pictures are of.
  for (const { place, bytes } of await node.everything()) expect(findPlanted(bytes, disc.needles), place).toEqual([]);

  await page.reload();
  await page.locator('.arrived > li').nth(1).waitFor();
  await sound(page, `arrived-${screen}-${lang}`);
  node.wire.forget();
  const taps = { n: 0 };
  await page.locator('#take').click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/images$/);
  await lookAndConfirm(page, taps);
  await send(page, taps);
  await arrived(page, 2);
  expect(findPlanted(node.wire.said(), disc.needles), 'in what the browser said').toEqual([]);
  const caseId = page.url().split('/').at(-2);
  expect(await node.sql('select tier from app.objects where case_id = $1', [caseId])).toHaveLength(6);
  await expect.poll(() => node.sql('select from app.arrivals'), { timeout: 10_000 }).toEqual([]);
  for (const { place, bytes } of await node.everything()) expect(findPlanted(bytes, disc.needles), place).toEqual([]);
  await page.goto('/arrivals');
  await page.getByText(say.none(lang)).waitFor();
  await context.close();
});

test('what is typed before the script of a page is there is not lost when it comes', { timeout: 60_000 }, async () => {
  const { context, page } = await visit(browser, { screen: 'phone', lang: 'fa', baseURL: node.baseURL });
  await context.request.post('/api/session/demo', { data: { personId: node.world.people.arman.id }, headers: { origin: node.baseURL, 'idempotency-key': crypto.randomUUID() } });
  let release = (): void => undefined;
  const released = new Promise<void>((done) => { release = done; });
  await page.route('**/assets/*.js', (route) => released.then(() => route.continue()));
  await page.goto('/arrivals', { waitUntil: 'commit' });
  const field = page.getByLabel(say.tokenName('fa'));
  await field.fill('آزمایشگاه ۳');
  expect(await page.locator('html[data-ready]').count()).toBe(0);
  release();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await field.inputValue()).toBe('آزمایشگاه ۳');
  await page.getByRole('button', { name: say.tokenMake('fa') }).click();
  expect(await page.locator('#token').textContent()).toMatch(/^[\w-]{43}$/);
  await context.close();
});

test('what a person leaves out stays until its days are over, or is deleted by hand', { timeout: 90_000 }, async () => {
  const { context, page } = await visit(browser, { screen: 'desk', lang: 'en', baseURL: node.baseURL });
  await context.request.post('/api/session/demo', { data: { personId: node.world.people.arman.id }, headers: { origin: node.baseURL, 'idempotency-key': crypto.randomUUID() } });
  await page.goto('/arrivals');
  await page.getByLabel(say.tokenName('en')).fill('Lab 3');
  await page.getByRole('button', { name: say.tokenMake('en') }).click();
  expect(await stow((await page.locator('#token').textContent()) ?? '')).toBe(200);
  await page.reload();
  await page.locator('.arrived input').first().uncheck();
  await page.getByRole('button', { name: 'Delete 1 file' }).click();
  await page.getByRole('button', { name: say.removeAct('en') }).click();
  await expect.poll(() => page.locator('.arrived > li').count()).toBe(1);
  expect(await node.sql('select from app.arrivals')).toHaveLength(1);
  await context.close();
  expect(readdirSync(shots).length).toBeGreaterThan(0);
});
