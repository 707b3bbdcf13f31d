// How long and how many taps from a drop to "ready to send", and how many bytes the triage tier (stills and previews) has: for tests and for the bench.
import type { Browser } from 'playwright-core';
import type { Screen } from './browser.ts';
import { visit } from './browser.ts';
import { type Disc, makeDisc } from './images-disc.ts';
import { dropFiles, lookAndConfirm, openImages, startCase } from './images-hand.ts';

export type DropFigures = {
  readonly runs: number;
  readonly framesARun: number;
  /** From the drop until the first run can be looked at. */
  readonly firstLookMs: number;
  /** Until the machine is done with all runs, before a person has looked. */
  readonly cleanedMs: number;
  /** Until all can be sent, with a hand that looks at each picture for a quarter of a second. */
  readonly readyMs: number;
  /** Taps after the drop, the one that sends counted. */
  readonly taps: number;
  readonly stillBytes: number;
  readonly previewBytes: number;
  readonly fullBytes: number;
};

/** Drops a phantom's disc on a running demo node. `personId` is one of its cast who sees cases. */
export async function dropToReady(browser: Browser, node: { baseURL: string; personId: string }, choice: { runs?: number; frames?: number; size?: number; screen?: Screen; disc?: Disc } = {}): Promise<DropFigures> {
  const { runs = 6, frames = 46, size = 512, screen = 'desk' } = choice;
  const disc = choice.disc ?? (await makeDisc({ runs, frames, size }));
  const { context, page } = await visit(browser, { screen, lang: 'en', baseURL: node.baseURL });
  try {
    await openImages(page, await startCase(context, node.baseURL, node.personId, 'en'));
    const taps = { n: 0 };
    const began = performance.now();
    await dropFiles(page, disc.runs);
    await page.locator('.looks img').first().waitFor({ timeout: 120_000 });
    const firstLookMs = performance.now() - began;
    await page.waitForFunction(() => document.querySelector('.progress-line') === null, null, { timeout: 300_000 });
    const cleanedMs = performance.now() - began;
    await lookAndConfirm(page, taps, 300_000);
    const readyMs = performance.now() - began;
    const sizes = await page.evaluate(() => [...document.querySelectorAll<HTMLProgressElement>('.bytes progress')].map(({ max }) => max));
    const [stillBytes = 0, previewBytes = 0, fullBytes = 0] = sizes;
    const round = Math.round;
    return { runs: disc.runs.length, framesARun: frames, firstLookMs: round(firstLookMs), cleanedMs: round(cleanedMs), readyMs: round(readyMs), taps: taps.n + 1, stillBytes, previewBytes, fullBytes };
  } finally {
    await context.close();
    if (choice.disc === undefined) await disc[Symbol.asyncDispose]();
  }
}
