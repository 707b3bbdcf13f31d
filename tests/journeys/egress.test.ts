// What a privacy officer and a doctor can know of what left: a file tried without sending it, a ledger reckoned anew in the browser, a certificate to print.
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPlanted } from 'imaging';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as say from '#words/egress.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser, visit } from './browser.ts';
import { plain } from './hand.ts';
import { type Disc, makeDisc } from './images-disc.ts';
import { arrived, dropFiles, lookAndConfirm, openImages, send, startCase } from './images-hand.ts';
import { type ImagesNode, openImagesNode } from './images-node.ts';

let node: ImagesNode;
let browser: Browser;
let disc: Disc;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  [node, browser, disc] = await Promise.all([openImagesNode(), launchBrowser(), makeDisc({ runs: 2, frames: 24, size: 256, burnt: [1] })]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await disc?.[Symbol.asyncDispose]();
  await node?.[Symbol.asyncDispose]();
});

/** Pictures for eyes, in a folder of this run. */
const shots = process.env.HAMDEL_LOOK ?? mkdtempSync(join(tmpdir(), 'hamdel-egress-'));
const shoot = (page: Page, name: string) => page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
const sound = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'no sideways scroll').toBeLessThanOrEqual(0);
};
const enter = async (key: 'arman' | 'mina' | 'ali', options: { screen: 'phone' | 'desk'; lang: 'en' | 'fa' }) => {
  const one = await visit(browser, { ...options, baseURL: node.baseURL });
  const answer = await one.context.request.post('/api/session/demo', { data: { personId: node.world.people[key].id }, headers: { origin: node.baseURL, 'idempotency-key': crypto.randomUUID() } });
  expect(answer.ok()).toBe(true);
  return one;
};

test.each([['mina', 'desk', 'en'], ['ali', 'phone', 'fa']] as const)('%s tries files without a case, on a %s in %s: every verdict is there, and not a byte of them leaves', { timeout: 120_000 }, async (who, screen, lang) => {
  const { context, page } = await enter(who, { screen, lang });
  await page.goto('/privacy/check');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  node.wire.forget();
  const broken = await disc.put('broken.dcm', (await readFile(disc.runs[0] as string)).subarray(0, 3000));
  const began = performance.now();
  await dropFiles(page, [...disc.runs, broken, join(disc.cd, 'REPORT.PDF')]);
  await page.locator('#checked[data-left="0"]').waitFor({ timeout: 60_000 });
  process.stdout.write(`four files tried in ${((performance.now() - began) / 1000).toFixed(1)} s (${lang})\n`);
  await page.locator('.verdicts > li').nth(3).waitFor();
  const verdicts = await page.locator('.verdicts > li').evaluateAll((all) => all.map((one) => [one.querySelector('.name')?.textContent ?? '', (one as HTMLElement).dataset.verdict]));
  const of = (name: RegExp) => verdicts.find(([file]) => name.test(file ?? ''))?.[1];
  expect([of(/_2\.dcm$/), of(/^broken/), of(/^REPORT/)], 'a name burnt in; a file cut off; a paper').toEqual(['covers', 'refused', 'refused']);
  expect(['passes', 'covers']).toContain(of(/_1\.dcm$/));
  await page.getByText(disc.who.patientId).first().waitFor(); // before and after, on this screen alone
  await page.locator('[data-verdict=covers] summary').last().click();
  await page.locator('[data-verdict=covers] .cover-shown').last().waitFor();
  await sound(page);
  await shoot(page, `check-${screen}-${lang}`);

  const said = node.wire.said();
  expect(findPlanted(said, disc.needles), 'in what the browser said').toEqual([]);
  const asked = said.toString('latin1').match(/^[A-Z]{3,7} \/\S* HTTP\/1\.1/gm) ?? [];
  expect(asked.filter((line) => !/^GET \/(assets|sw\.js|sayings?|privacy|me|api\/(live|me))\b/.test(line)), 'only its own scripts were fetched').toEqual([]);
  expect(said.toString('latin1')).not.toMatch(/content-length: [1-9]/i);
  expect(await node.sql('select from app.objects')).toEqual([]);
  for (const { place, bytes } of await node.everything()) expect(findPlanted(bytes, disc.needles), place).toEqual([]);
  // The wire does hear what is sent.
  await page.evaluate((name) => fetch('/say', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name }) }), disc.who.patientId);
  expect(findPlanted(node.wire.said(), disc.needles)).not.toEqual([]);
  await context.close();
});

test('what was sent stands in the ledger with its certificate; the chain is reckoned in the browser, and an altered row is named', { timeout: 120_000 }, async () => {
  const { context, page } = await enter('arman', { screen: 'desk', lang: 'en' });
  const caseId = await startCase(context, node.baseURL, node.world.people.arman.id, 'en');
  await openImages(page, caseId);
  await dropFiles(page, disc.runs);
  await lookAndConfirm(page, { n: 0 });
  await send(page, { n: 0 });
  await arrived(page, 2);
  await page.goto('/me/ledger');
  await page.locator('#verify').click();
  await page.getByText(plain(say.chainSound('en', { n: 6 }))).waitFor();
  await sound(page);
  await shoot(page, 'ledger-desk-en');
  await page.locator('main .list a[href^="/certificates/"]').first().click();
  await page.getByRole('heading', { level: 1, name: say.certificateTitle('en') }).waitFor();
  await page.getByText('PatientSex').waitFor();
  expect(await page.locator('.hash').count()).toBe(5);
  await sound(page);
  await shoot(page, 'certificate-desk-en');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: say.certificateFile('en') }).click()]);
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as { sound: boolean; body: { confirmedBy: string } };
  expect([saved.sound, saved.body.confirmedBy]).toEqual([true, 'asker']);

  await node.sql(`update app.egress_rows set entry = entry || '{"bytes": 12}' where owner = $1 and seq = 4`, [node.world.people.arman.id]);
  const phone = await enter('arman', { screen: 'phone', lang: 'fa' });
  await phone.page.goto('/me/ledger');
  await phone.page.locator('#verify').click();
  await phone.page.getByText(plain(say.troubleAltered('fa', { n: 4 }))).waitFor();
  await sound(phone.page);
  await shoot(phone.page, 'ledger-phone-fa');
  await phone.page.locator('main .list a[href^="/certificates/"]').first().click();
  await phone.page.getByRole('heading', { level: 1, name: say.certificateTitle('fa') }).waitFor();
  await sound(phone.page);
  await shoot(phone.page, 'certificate-phone-fa');
  await phone.page.emulateMedia({ media: 'print' });
  await shoot(phone.page, 'certificate-print-fa');
  await phone.context.close();
  await context.close();
});
