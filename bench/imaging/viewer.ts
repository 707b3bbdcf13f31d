// Frame pacing and memory of the viewer: frames that come on the screen beside those acquired, and decoded bytes of four panes beside the cap.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEVICE_BYTES } from '../../src/features/cases/web/imaging/player/memory.ts';
import { migrate } from '../../src/server/migrate.ts';
import { ensureDatabase } from '../../src/server/postgres/database.ts';
import { startPostgres } from '../../src/server/postgres/launch.ts';
import { webUrl } from '../../src/server/postgres/roles.ts';
import { launchBrowser, type Screen, visit } from '../../tests/journeys/browser.ts';
import { type FilmNode, hasFilm, signIn } from '../../tests/journeys/film-hand.ts';
import { openLayoutNode } from '../../tests/journeys/layout-node.ts';
import { type Figure, median, round } from '../figure.ts';

const ROUNDS = 3;
const PLAY_MS = 3000;
const RATE = 15;
const MB = 1024 * 1024;

type Played = { /** Frames a second that came on the screen. */ readonly rate: number; /** Times a second that the browser drew at all. */ readonly drawn: number; /** Share of the time in tasks over 50 ms. */ readonly blocked: number };

const play = (page: Page): Promise<Played> =>
  page.evaluate(async (ms) => {
    let [frames, drawn, blocked, before] = [0, 0, 0, ''];
    const watch = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) blocked += duration; });
    watch.observe({ type: 'longtask' });
    for (const until = performance.now() + ms; performance.now() < until; ) {
      const at = document.querySelector('.pane .bs')?.textContent ?? '';
      if (at !== before) frames++;
      before = at;
      drawn++;
      await new Promise(requestAnimationFrame);
    }
    watch.disconnect();
    return { rate: (frames * 1000) / ms, drawn: (drawn * 1000) / ms, blocked: blocked / ms };
  }, PLAY_MS);

/** Bytes behind the array buffers of the page: decoded frames, and what else lies in buffers. */
const buffersOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { backingStorageSize?: number };
  return usage.backingStorageSize ?? 0;
};

type Opened = Played & { readonly buffers: number };

const measure = async (browser: Browser, node: FilmNode, screen: Screen, query: string, panes: number): Promise<Opened> => {
  const { page, context } = await visit(browser, { screen, lang: 'en', baseURL: node.baseURL });
  try {
    await signIn(page, node.baseURL, node.idOf('daniel'));
    await page.goto(`/cases/${node.caseId}/film${query}`);
    for (let n = 0; n < panes; n++) await hasFilm(page, 'T1', n);
    // All frames are decoded, and what comes after the film has come.
    await page.waitForTimeout(5000);
    await page.locator('.play').click();
    await page.waitForTimeout(1000);
    return { ...(await play(page)), buffers: await buffersOf(page) };
  } finally {
    await context.close();
  }
};

const WAYS = [
  { name: 'one run on a phone', screen: 'phone', query: '?run=1&frame=1', panes: 1 },
  { name: 'two linked runs on a phone', screen: 'phone', query: '?run=1&frame=1&beside=9', panes: 2 },
  { name: 'four linked runs on a desk', screen: 'desk', query: '?run=1&frame=1&beside=9,2,3', panes: 4 },
] as const;

const figuresOf = (name: string, panes: number, rounds: readonly Opened[]): Figure[] => [
  {
    name: `viewer, ${name}: frames a second on the screen`, unit: 'fps', value: round(median(rounds.map(({ rate }) => rate))), beside: { name: 'acquired', value: RATE },
    ratio: round(median(rounds.map(({ rate }) => rate / RATE))), spread: { min: round(Math.min(...rounds.map(({ rate }) => rate))), max: round(Math.max(...rounds.map(({ rate }) => rate))) },
    note: `by software the browser drew ${round(median(rounds.map(({ drawn }) => drawn)))} times a second; ${round(100 * median(rounds.map(({ blocked }) => blocked)), 2)} % of the time in tasks over 50 ms`,
  },
  ...(panes === 4 ? [{
    name: `viewer, ${name}: bytes in buffers`, unit: 'MB', value: round(median(rounds.map(({ buffers }) => buffers)) / MB), beside: { name: 'cap of decoded frames', value: DEVICE_BYTES / MB },
    ratio: round(median(rounds.map(({ buffers }) => buffers)) / DEVICE_BYTES), note: 'four runs of 46 frames of 512² with their coded previews; runs that pass the cap are in memory.test.ts',
  }] : []),
];

export const viewer = async (): Promise<Figure[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-viewer-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir });
  const browser = await launchBrowser();
  try {
    const ownerUrl = await ensureDatabase(postgres.url, 'viewer', { fresh: false });
    await migrate(ownerUrl);
    await using node = await openLayoutNode({ ownerUrl, databaseUrl: webUrl(ownerUrl), drop: async () => {} });
    const figures: Figure[] = [];
    for (const { name, screen, query, panes } of WAYS) {
      const rounds: Opened[] = [];
      for (let n = 0; n < ROUNDS; n++) rounds.push(await measure(browser, node, screen, query, panes));
      figures.push(...figuresOf(name, panes, rounds));
    }
    return figures;
  } finally {
    await browser.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
