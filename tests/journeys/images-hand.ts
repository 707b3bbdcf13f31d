// The hand of a doctor on the images page: signs in, starts a case, drops, looks, confirms, sends; counts its taps.
import type { BrowserContext, Page } from 'playwright-core';

export type Taps = { n: number };

/** Signs a demo person in and starts a draft; gives the case's id. */
export async function startCase(context: BrowserContext, baseURL: string, personId: string, lang: 'en' | 'fa'): Promise<string> {
  const id = crypto.randomUUID();
  await written(context, baseURL, '/api/session/demo', { personId });
  await written(context, baseURL, '/api/cases', { id, lang });
  return id;
}

/** A node in the process of the test is busy for a moment after the test itself has rendered a disc. */
async function written(context: BrowserContext, baseURL: string, path: string, data: object): Promise<void> {
  const headers = { origin: baseURL, 'idempotency-key': crypto.randomUUID() };
  for (let tries = 0; ; tries++) {
    const answer = await context.request.post(path, { data, headers });
    if (answer.ok()) return;
    if (answer.status() !== 503 || tries > 20) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

export async function openImages(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/images`);
  await page.locator('.dropzone').waitFor();
}

export const dropFiles = (page: Page, paths: readonly string[]): Promise<void> => page.locator('input[data-field=files]').setInputFiles([...paths]);

/** Drags a folder of this computer onto the page, as a hand with a mouse does. */
export async function dragFolder(page: Page, folder: string): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  const box = (await page.locator('.dropzone').boundingBox()) ?? { x: 0, y: 0 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await hand.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 20, data });
}

/** Looks at every picture of every run, ticks what asks for it, confirms; ends when the runs can be sent, or when `sight` is to be seen. */
export async function lookAndConfirm(page: Page, taps: Taps, patienceMs = 60_000, sight = '#send:not([aria-disabled])'): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (await page.locator(sight).first().isVisible()) return;
    const pictures = page.locator('.looks figure');
    for (let n = 0; n < (await pictures.count()); n++) {
      await pictures.nth(n).evaluate((figure) => figure.scrollIntoView({ block: 'center' })).catch(() => {});
      await page.waitForTimeout(270); // as long as a picture must stand still to count as seen
    }
    const open = page.locator('.looks input[type=checkbox]:not(:checked)');
    for (let left = await open.count(); left > 0; left--) {
      await open.first().click({ timeout: 5000 });
      taps.n++;
    }
    const confirm = page.locator('#confirm:not([aria-disabled])');
    if (await confirm.isVisible()) {
      await confirm.click();
      taps.n++;
    }
    await page.waitForTimeout(60);
  }
  throw new Error(`no ${sight} after ${patienceMs} ms: ${await page.locator('main').innerText()}`);
}

/** Presses send; `arrived` waits until nothing of the case waits on this device any more. */
export async function send(page: Page, taps: Taps): Promise<void> {
  await page.locator('#send').click();
  taps.n++;
}
export const arrived = (page: Page, runs: number, timeout = 60_000): Promise<unknown> =>
  page.waitForFunction((n) => document.querySelectorAll('.there > li img').length === n && document.querySelector('.aside .bytes') === null, runs, { timeout }).catch(async (error: Error) => { throw new Error(`${error.message}\n${await page.locator('main').innerText()}`); });
