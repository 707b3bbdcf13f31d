// In a network of its own: a node with a case, Orthanc and OHIF with the same study, and one Chromium that opens each in turn.
//   node process.ts OHIF_FOLDER    tells what it measured as JSON on its last line

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoStudy, fakeIdentity, renderRun, writeRun } from 'imaging/phantom';
import type { Browser, Page } from 'playwright-core';
import { migrate } from '../../../src/server/migrate.ts';
import { ensureDatabase } from '../../../src/server/postgres/database.ts';
import { startPostgres } from '../../../src/server/postgres/launch.ts';
import { webUrl } from '../../../src/server/postgres/roles.ts';
import { launchBrowser } from '../../../tests/journeys/browser.ts';
import { firstMoving, openFilmNode, signIn } from '../../../tests/journeys/film-hand.ts';
import { type Line, openLine, type Passed } from './line.ts';
import { serveOhif } from './ohif.ts';
import { startOrthanc } from './orthanc.ts';

/** When the first picture stood, and when a second, other one was drawn (ours only); what had passed by the later of both. */
export type Opened = { readonly ms: number; readonly movingMs: number } & Passed;
export type Told = Record<'unlimited' | 'thin', { readonly ours: Opened[]; readonly ohif: Opened[] }>;

const STUDY = 'demo-lm-calc';
const THIN_KBIT = 1000;
const ROUNDS = { unlimited: 3, thin: 1 } as const;

/** Milliseconds from the start of the navigation until a picture stands in a viewport of OHIF. */
const firstOfOhif = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const context = new OffscreenCanvas(32, 32).getContext('2d', { willReadFrequently: true });
    for (const until = performance.now() + 170_000; performance.now() < until && context; ) {
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.cornerstone-canvas')) {
        if (canvas.width === 0) continue;
        context.clearRect(0, 0, 32, 32);
        context.drawImage(canvas, 0, 0, 32, 32);
        const grey = context.getImageData(0, 0, 32, 32).data.filter((_, i) => i % 4 === 0);
        if (Math.max(...grey) - Math.min(...grey) > 40) return performance.now();
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error('OHIF showed nothing');
  });

/** Milliseconds from the start of the navigation until the still of our film page is decoded and on the screen. */
const firstStill = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (;;) {
      const still = document.querySelector<HTMLImageElement>('.pane img');
      if (still?.complete && still.naturalWidth > 0) {
        await still.decode();
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return performance.now();
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

type Ask = { readonly line: Line; readonly path: string; readonly kbit: number | null; readonly first: (page: Page) => Promise<number>; readonly moving?: (page: Page) => Promise<number>; readonly enter?: (page: Page) => Promise<void> };

/** Opens a page with nothing in the cache. */
const open = async (browser: Browser, { line, path, kbit, first, moving, enter }: Ask): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: line.url });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    await enter?.(page);
    line.begin(kbit);
    await page.goto(path, { waitUntil: 'commit', timeout: 180_000 });
    const ms = await first(page);
    const movingMs = (await moving?.(page)) ?? ms;
    return { ms, movingMs, ...line.passed() };
  } finally {
    await context.close();
  }
};

const [dist] = process.argv.slice(2);
if (dist === undefined) throw new Error('process.ts OHIF_FOLDER');
const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-first-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir });
const ownerUrl = await ensureDatabase(postgres.url, 'first', { fresh: false });
await migrate(ownerUrl);
const browser = await launchBrowser();
try {
  await using node = await openFilmNode({ database: { ownerUrl, databaseUrl: webUrl(ownerUrl), drop: async () => {} } });
  const orthanc = await startOrthanc();
  const who = fakeIdentity(1, 'male', 60);
  for (const spec of demoStudy(STUDY) ?? []) await orthanc.store(writeRun(renderRun(spec), who));
  const site = await serveOhif(dist, orthanc.url);
  const [our, their] = [await openLine(node.baseURL), await openLine(site.url)];
  const told: Told = { unlimited: { ours: [], ohif: [] }, thin: { ours: [], ohif: [] } };
  for (const [name, kbit] of [['unlimited', null], ['thin', THIN_KBIT]] as const) {
    for (let round = 0; round < ROUNDS[name]; round++) {
      told[name].ours.push(await open(browser, { line: our, path: `/cases/${node.caseId}/film`, kbit, first: firstStill, moving: firstMoving, enter: (page) => signIn(page, node.baseURL, node.idOf('daniel')) }));
      told[name].ohif.push(await open(browser, { line: their, path: `/viewer?StudyInstanceUIDs=${who.uidRoot}`, kbit, first: firstOfOhif }));
      process.stderr.write(`${name}: ours ${Math.round(told[name].ours.at(-1)?.ms ?? 0)} ms, OHIF ${Math.round(told[name].ohif.at(-1)?.ms ?? 0)} ms\n`);
    }
  }
  await Promise.all([our.close(), their.close(), site.close(), orthanc.close()]);
  process.stdout.write(`\n${JSON.stringify(told)}\n`);
} finally {
  await browser.close();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
