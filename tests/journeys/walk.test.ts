// A doctor's walk with a whole study: dropped, a cover mended, confirmed, sent; nothing of the name anywhere; every run in three tiers.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPlanted } from 'imaging';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../scripts/build/build.ts';
import { launchBrowser } from './browser.ts';
import { type ImagesNode, openImagesNode } from './images-node.ts';
import { askerWalks, makeStudyOnDisk, RUNS, type Study } from './walk.ts';

/** The whole 189 MB on demand; the same twelve runs in 38 MB otherwise. */
const FRAMES = process.env.HAMDEL_WALK === 'whole' ? 60 : 12;
const album = process.env.HAMDEL_WALK_PICTURES;
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!album) return;
  mkdirSync(album, { recursive: true });
  await page.screenshot({ path: join(album, `${name}.png`) });
};

let node: ImagesNode;
let browser: Browser;
let study: Study;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  [node, browser] = await Promise.all([openImagesNode(), launchBrowser()]);
  study = await makeStudyOnDisk(FRAMES);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await study?.[Symbol.asyncDispose]();
  await node?.[Symbol.asyncDispose]();
});

test('twelve runs go from the disc to the node, the name covered, nothing identifying said or stored', { timeout: 900_000 }, async () => {
  node.wire.forget();
  const walked = await askerWalks(browser, node, study, shoot);
  console.log(JSON.stringify({ bytes: study.bytes, ...walked, longTasks: [walked.longTasks.length, Math.max(0, ...walked.longTasks)] }));
  const rows = await node.sql<{ tier: string; n: number }>('select tier, count(*)::int as n from app.objects where case_id = $1 group by tier order by tier', [walked.caseId]);
  expect(rows).toEqual(['t0', 't1', 't2'].map((tier) => ({ tier, n: RUNS })));
  expect(walked.taps).toBeLessThanOrEqual(RUNS + 8);
  expect(findPlanted(node.wire.said(), study.needles), 'in what the browser said').toEqual([]);
  for (const { place, bytes } of await node.everything()) expect(findPlanted(bytes, study.needles), place).toEqual([]);
});
