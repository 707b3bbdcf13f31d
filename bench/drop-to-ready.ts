// From the drop of a disc to "ready to send", in a browser as a hand would do it, beside the bar of five minutes.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { buildWeb } from '../scripts/build/build.ts';
import { migrate } from '../src/server/migrate.ts';
import { ensureDatabase } from '../src/server/postgres/database.ts';
import { startPostgres } from '../src/server/postgres/launch.ts';
import { webUrl } from '../src/server/postgres/roles.ts';
import { launchBrowser } from '../tests/journeys/browser.ts';
import { dropToReady as measured } from '../tests/journeys/images-figures.ts';
import { openImagesNode } from '../tests/journeys/images-node.ts';

const RUNS = 6;

export const dropToReady = async (): Promise<Figure[]> => {
  await buildWeb(join(import.meta.dirname, '..'));
  const dataDir = mkdtempSync(join(tmpdir(), 'hamdel-drop-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir });
  const ownerUrl = await ensureDatabase(postgres.url, 'drop', { fresh: false });
  await migrate(ownerUrl);
  const browser = await launchBrowser();
  try {
    await using node = await openImagesNode({ ownerUrl, databaseUrl: webUrl(ownerUrl), drop: async () => {} });
    const f = await measured(browser, { baseURL: node.baseURL, personId: node.world.people.arman.id }, { runs: RUNS });
    return [
      { name: `drop of ${RUNS} runs to ready to send`, unit: 's', value: Math.round(f.readyMs / 100) / 10, beside: { name: 'bar', value: 300 }, bar: { at: 300, is: 'at most', of: 'value' }, note: `${f.taps} taps, sending included` },
      { name: 'taps from the drop to sending', unit: 'taps', value: f.taps, bar: { at: 8, is: 'at most', of: 'value' } },
      { name: `triage tier of ${RUNS} runs (stills and previews)`, unit: 'kB', value: Math.round((f.stillBytes + f.previewBytes) / 1000), bar: { at: 10_000, is: 'at most', of: 'value' } },
    ];
  } finally {
    await browser.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
