// A doctor's hand on the film page, and an eye on what the canvas shows.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { insertObject } from '#features/cases/server/store.ts';
import { type Id, newId } from '#kernel/ids.ts';
import { secureRandom } from '#server/random.ts';
import { addRun } from '#world/acts.ts';
import type { PersonKey } from '#world/cast.ts';
import { cloneDatabase } from '#world/database.ts';
import { leftMain } from '#world/demo/left-main.ts';
import { buildWorld } from '#world/demo.ts';
import { fullFilm } from '#world/full-films.ts';
import type { World } from '#world/world.ts';
import { bareRuns, setSidecar } from '#world/full-films.store.ts';
import { freePort } from '../../src/entry/cli/ports.ts';
import { openHouse } from '../../src/entry/house.ts';
import { startServer } from '../../src/entry/server.ts';

export type FilmNode = AsyncDisposable & { readonly baseURL: string; readonly caseId: string; readonly fullBytes: number; idOf(key: PersonKey): string };

export type Database = { readonly ownerUrl: string; readonly databaseUrl: string; drop(): Promise<void> };
type Wishes = { readonly database?: Database; readonly more?: (world: World, caseId: Id) => Promise<void> };

/** A node with the left main case; its first run has a full film too, and behind its seven runs stands a photo, then what `more` adds. */
export async function openFilmNode({ database, more }: Wishes = {}): Promise<FilmNode> {
  const db = database ?? (await cloneDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'hamdel-film-'));
  const port = (await freePort(4800)) ?? 4800;
  const baseURL = `http://127.0.0.1:${port}`;
  const clock = { now: () => new Date() };
  const house = openHouse({ databaseUrl: db.databaseUrl, dataDir, origin: baseURL, mode: 'demo', clock, random: secureRandom });
  const world = await buildWorld(house, db.ownerUrl, { told: [leftMain] });
  const { cases, people } = world;
  const photo = new Uint8Array(await readFile(join(import.meta.dirname, '../world/films/demo-lm-calc/02.webp')));
  const tiers = (['t0', 't2'] as const).map((tier) => ({ tier, mediaType: 'image/webp' as const, bytes: photo }));
  await addRun(world, 'arman', cases['left-main'] as Id, { kind: 'still', label: 'ECG', position: 7, sidecar: { rows: 512, columns: 512, frames: 1 } }, tiers, clock.now());
  await more?.(world, cases['left-main'] as Id);
  const owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const full = fullFilm('demo-lm-calc', 1);
  const first = (await bareRuns(owner))[0];
  if (!first) throw new Error('the left main case has no run');
  const object = newId(new Date(), secureRandom);
  await house.blobs.put(object, full.bytes);
  await setSidecar(owner, first.id, full.sidecar);
  const sha256 = createHash('sha256').update(full.bytes).digest();
  await house.db.asNode((tx) => insertObject(tx, { id: object, caseId: first.caseId, runId: first.id, tier: 't2', mediaType: 'application/dicom', bytes: full.bytes.byteLength, sha256 }, new Date()));
  await owner.end();
  await house.db.close();
  const server = await startServer({ ...db, dataDir, port, host: '127.0.0.1', origin: baseURL, mode: 'demo', clock, random: secureRandom });
  return {
    baseURL, caseId: cases['left-main'] as string, fullBytes: full.bytes.byteLength, idOf: (key) => people[key].id,
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function signIn(page: Page, baseURL: string, personId: string): Promise<void> {
  const signed = await page.context().request.post('/api/session/demo', { data: { personId }, headers: { origin: baseURL, 'idempotency-key': crypto.randomUUID() } });
  if (!signed.ok()) throw new Error(`not signed in: ${signed.status()} ${await signed.text()}`);
}

/** Grey values of a pane's canvas, 64 × 64, as one string; empty while nothing is drawn. */
export const pictureOf = (page: Page, pane = 0): Promise<string> =>
  page.evaluate((index) => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('.pane > canvas')[index];
    const context = new OffscreenCanvas(64, 64).getContext('2d');
    if (!canvas || canvas.classList.contains('off') || !context) return '';
    context.drawImage(canvas, 0, 0, 64, 64);
    return Array.from(context.getImageData(0, 0, 64, 64).data.filter((_, i) => i % 4 === 0)).join();
  }, pane);

/** Milliseconds from the start of the navigation until a second, other picture was drawn. */
export const firstMoving = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const context = new OffscreenCanvas(64, 64).getContext('2d', { willReadFrequently: true });
    let before = '';
    const until = performance.now() + 15_000;
    while (performance.now() < until && context) {
      const canvas = document.querySelector<HTMLCanvasElement>('.pane > canvas:not(.off)');
      if (canvas && document.querySelector('.pane .tier')?.textContent?.startsWith('T1')) {
        context.drawImage(canvas, 0, 0, 64, 64);
        const now = context.getImageData(0, 0, 64, 64).data.join();
        if (before !== '' && now !== before) return performance.now();
        before = now;
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error('nothing moved');
  });

export const tierOf = (page: Page, pane = 0): Promise<string> => page.locator('.pane .tier').nth(pane).innerText();
export const frameOf = async (page: Page, pane = 0): Promise<number> => Number((await page.locator('.pane .bs').nth(pane).innerText()).split('/')[0]);
/** Waits until a pane shows a frame of its film. */
export const shows = (page: Page, frame: number, pane = 0): Promise<unknown> =>
  page.waitForFunction(([n, index]) => document.querySelectorAll('.pane .bs')[index as number]?.textContent?.startsWith(`${n}/`), [frame, pane] as const);
export const hasFilm = (page: Page, tier = 'T1', pane = 0): Promise<unknown> =>
  page.waitForFunction(([name, index]) => document.querySelectorAll('.pane .tier')[index as number]?.textContent?.startsWith(name as string), [tier, pane] as const, { timeout: 15_000 });

/** Drags with the mouse over a pane; places are fractions of the pane. */
export async function drag(page: Page, from: readonly [number, number], to: readonly [number, number], options: { button?: 'left' | 'right' | 'middle' } = {}): Promise<void> {
  const pane = page.locator('.pane').first();
  await pane.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const box = await pane.boundingBox();
  if (!box) throw new Error('no pane');
  const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(from));
  await page.mouse.down(options);
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up(options);
}
