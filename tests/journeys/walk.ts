// The asker's end of the long walk: a whole study of twelve runs from a disc, one name burnt in, its cover made wider by hand, sent.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { burnedLine, demoStudy, fakeIdentity, type RenderedRun, renderRun, writeRun } from 'imaging/phantom';
import type { Browser, Page } from 'playwright-core';
import { visit } from './browser.ts';
import { needlesOf } from './images-disc.ts';
import { arrived, dropFiles, lookAndConfirm, openImages, send, startCase } from './images-hand.ts';
import type { ImagesNode } from './images-node.ts';

export const RUNS = 12;
/** Renderings are costly: so many are made, and each stands for several runs of the study. */
const RENDERED = 4;
/** The run with the name. */
const BURNT = 5;

export type Study = AsyncDisposable & { readonly paths: readonly string[]; readonly bytes: number; readonly needles: ReturnType<typeof needlesOf>; readonly line: string };

/** Uncompressed runs of 512², 8 bits: with 60 frames each the whole is 189 MB. */
export async function makeStudyOnDisk(frames: number): Promise<Study> {
  const folder = await mkdtemp(join(tmpdir(), 'hamdel-walk-'));
  const who = fakeIdentity(2027, 'male', 64);
  const made = (demoStudy('demo-lm-calc', { frames, size: 512 }) ?? []).slice(0, RENDERED).map(renderRun);
  const paths: string[] = [];
  let bytes = 0;
  for (let n = 0; n < RUNS; n++) {
    const run = made[n % RENDERED] as RenderedRun;
    const file = writeRun({ ...run, spec: { ...run.spec, run: n + 1 } }, who, { pixels: 'native', burnName: n === BURNT });
    const path = join(folder, `IM${String(n + 1).padStart(4, '0')}`);
    await writeFile(path, file);
    paths.push(path);
    bytes += file.length;
  }
  return { paths, bytes, needles: needlesOf(who), line: burnedLine(who), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Tasks of the page's own thread that lasted over 50 ms, in ms, from now on. */
export const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { longTasks: long });
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) long.push(Math.round(duration)); }).observe({ type: 'longtask' });
  });
export const longTasks = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);

export type Asked = { readonly caseId: string; readonly taps: number; readonly firstLookMs: number; readonly cleanedMs: number; readonly readyMs: number; readonly sentMs: number; readonly longTasks: readonly number[] };

/** The asker's end at a desk, in English. `shoot` is called where a person would stop and look. */
export async function askerWalks(browser: Browser, node: ImagesNode, study: Study, shoot: (page: Page, name: string) => Promise<void>): Promise<Asked> {
  const { context, page, complaints } = await visit(browser, { screen: 'desk', lang: 'en', baseURL: node.baseURL });
  const caseId = await startCase(context, node.baseURL, node.world.people.arman.id, 'en');
  await openImages(page, caseId);
  await watchTasks(page);
  const taps = { n: 0 };
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  await dropFiles(page, study.paths);
  await page.locator('.looks img').first().waitFor({ timeout: 120_000 });
  const firstLookMs = since();
  await shoot(page, 'looking');
  await page.waitForFunction(() => document.querySelector('.progress-line') === null, null, { timeout: 480_000 });
  const cleanedMs = since();
  // The proposed cover is a little short for this person's taste: made wider by hand before it is confirmed.
  await lookAndConfirm(page, taps, 480_000, '[data-cover]');
  const cover = page.locator('[data-cover]').first();
  await cover.evaluate((box) => box.scrollIntoView({ block: 'center' }));
  const before = Number(await cover.getAttribute('width'));
  await cover.focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowRight');
  taps.n++;
  if (Number(await cover.getAttribute('width')) <= before) throw new Error('the cover did not grow');
  await shoot(page, 'cover');
  await lookAndConfirm(page, taps, 480_000);
  const readyMs = since();
  await shoot(page, 'ready');
  await send(page, taps);
  await arrived(page, RUNS, 240_000);
  const sentMs = since();
  await shoot(page, 'sent');
  const tasks = await longTasks(page);
  const own = complaints.filter((line) => !/net::ERR|Failed to load/.test(line));
  if (own.length > 0) throw new Error(own.join('\n'));
  await context.close();
  return { caseId, taps: taps.n, firstLookMs, cleanedMs, readyMs, sentMs, longTasks: tasks };
}
