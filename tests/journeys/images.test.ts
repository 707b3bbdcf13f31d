// From a disc to the node: nothing identifying leaves, a killed tab loses nothing, and what cannot be read says so.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPlanted, indexOf, type Needle } from 'imaging';
import { syntheticEcg } from 'imaging/ecg/ecg-fixture';
import { burnedLine } from 'imaging/phantom';
import { decodeLossless } from 'imaging/pixels/jpeg/lossless';
import type { Browser, Page } from 'playwright-core';
import * as say from '#words/cases.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../scripts/build/build.ts';
import { textPdf } from '../../src/features/cases/web/imaging/pdf-fixture.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser, slowDown, type Visit, visit } from './browser.ts';
import { bomb, type Disc, makeDisc } from './images-disc.ts';
import { dropToReady } from './images-figures.ts';
import { arrived, dragFolder, dropFiles, lookAndConfirm, openImages, send, startCase } from './images-hand.ts';
import { type ImagesNode, openImagesNode } from './images-node.ts';

let node: ImagesNode;
let browser: Browser;
let disc: Disc;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  [node, browser, disc] = await Promise.all([openImagesNode(), launchBrowser(), makeDisc({ runs: 2, frames: 40, size: 512, burnt: [1] })]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await disc?.[Symbol.asyncDispose]();
  await node?.[Symbol.asyncDispose]();
});

const asker = () => node.world.people.arman.id;
const openCase = async (options: { screen: 'phone' | 'desk'; lang: 'en' | 'fa' }): Promise<Visit & { caseId: string; page: Page }> => {
  const one = await visit(browser, { ...options, baseURL: node.baseURL });
  const caseId = await startCase(one.context, node.baseURL, asker(), options.lang);
  await openImages(one.page, caseId);
  return { ...one, caseId };
};
type Row = { id: string; run: string; tier: string; media: string; bytes: string; sha: string };
const objectsOf = (caseId: string): Promise<Row[]> =>
  node.sql<Row>(`select o.id, r.id as run, o.tier, o.media_type as media, o.bytes, encode(o.sha256, 'hex') as sha from app.objects o join app.runs r on r.id = o.run_id where r.case_id = $1 and r.removed_at is null order by r.position, o.tier`, [caseId]);
const objectBytes = async (id: string): Promise<Uint8Array> => (await node.everything()).find(({ place }) => place.startsWith('file') && place.endsWith(id))?.bytes ?? new Uint8Array();
const nothingOf = async (needles: readonly Needle[]): Promise<void> => {
  expect(findPlanted(node.wire.said(), needles), 'in what the browser said').toEqual([]);
  for (const { place, bytes } of await node.everything()) expect(findPlanted(bytes, needles), place).toEqual([]);
};

test('a disc with a burnt-in name arrives clean in three tiers although the tab was killed in mid-upload', { timeout: 180_000 }, async () => {
  node.wire.forget();
  const { context, page, caseId, complaints } = await openCase({ screen: 'desk', lang: 'en' });
  const taps = { n: 0 };
  await dropFiles(page, disc.runs);
  await lookAndConfirm(page, taps);
  expect(findPlanted(node.wire.said(), disc.needles), 'before a confirmation').toEqual([]);
  expect(node.wire.said().includes('/api/uploads'), 'nothing was sent before "send"').toBe(false);
  expect(await axeViolations(page)).toEqual([]);

  await slowDown(page, { kbit: 8000, delayMs: 20 });
  await send(page, taps);
  await expect.poll(async () => (await objectsOf(caseId)).filter(({ tier }) => tier === 't1').length, { timeout: 60_000 }).toBe(2);
  await expect.poll(() => node.wire.said().toString('latin1').match(/PATCH \/api\/uploads\/\S*t2/g)?.length ?? 0, { timeout: 30_000 }).toBeGreaterThan(1);
  expect((await objectsOf(caseId)).filter(({ tier }) => tier === 't2').length, 'killed before the end').toBeLessThan(2);
  await page.close();

  const before = node.wire.said().length;
  const again = await context.newPage();
  // Any page takes the sending up; the person has gone on to another.
  await again.goto('/');
  await expect.poll(async () => (await objectsOf(caseId)).length, { timeout: 60_000 }).toBe(6);
  const resumed = node.wire.said().subarray(before).toString('latin1');
  expect(resumed).toMatch(/HEAD \/api\/uploads\/\S*t2/);
  expect(Math.max(...[...resumed.matchAll(/upload-offset: (\d+)/gi)].map(([, at]) => Number(at))), 'goes on from a later byte').toBeGreaterThan(0);
  await openImages(again, caseId);
  await arrived(again, 2);

  const rows = await objectsOf(caseId);
  expect(rows.map(({ tier, media }) => `${tier} ${media}`)).toEqual(['t0 image/webp', 't1 video/mp4', 't2 application/dicom', 't0 image/webp', 't1 video/mp4', 't2 application/dicom']);
  await nothingOf(disc.needles);
  await nameIsGone(rows[5] as Row);
  expect(complaints.filter((line) => !/net::ERR|Failed to load/.test(line))).toEqual([]);
  await context.close();
});

/** Where the line was burnt in, the clean frame has one value. */
const nameIsGone = async (row: Row): Promise<void> => {
  const bytes = await objectBytes(row.id);
  const index = indexOf(bytes);
  if (!index.ok) throw new Error(index.code);
  const { offsets, rows, columns, bitsAllocated } = index.value;
  const at = offsets[7] as { offset: number; length: number };
  const frame = decodeLossless(bytes.subarray(at.offset, at.offset + at.length), { rows, columns, components: 1, bitsAllocated });
  if (!frame.ok) throw new Error(frame.code);
  const dot = 2;
  const [left, top, width, height] = [26, 26, Math.min(columns - 30, burnedLine(disc.who).length * 6 * dot), 7 * dot];
  const seen = new Set<number>();
  for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) seen.add(frame.value[y * columns + x] as number);
  expect([...seen]).toHaveLength(1);
};

test('the certificate says who confirmed by role, and the ledger lists what left', { timeout: 90_000 }, async () => {
  const { context, page, caseId } = await openCase({ screen: 'phone', lang: 'fa' });
  const taps = { n: 0 };
  await dropFiles(page, [disc.zip]);
  await page.getByText(say.imagesCodePaperBroken('fa')).waitFor();
  await lookAndConfirm(page, taps);
  await context.setOffline(true);
  await send(page, taps);
  await page.getByText(say.imagesLeaveResting('fa')).waitFor();
  expect(await objectsOf(caseId)).toEqual([]);
  await context.setOffline(false);
  await arrived(page, 2);
  expect(taps.n).toBeLessThanOrEqual(8);
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'no sideways scroll').toBeLessThanOrEqual(0);
  const bodies = await node.sql<{ body: { confirmedBy: string; reviewed: boolean; masks: unknown[] } }>('select body from app.certificates where case_id = $1 order by id', [caseId]);
  expect(bodies.map(({ body }) => [body.confirmedBy, body.reviewed])).toEqual([['asker', true], ['asker', true]]);
  expect(bodies.some(({ body }) => body.masks.length > 0)).toBe(true);
  await page.goto('/me/ledger');
  await page.locator('main .list a[href^="/certificates/"]').first().click();
  await page.waitForURL(/\/certificates\//);
  expect(await axeViolations(page)).toEqual([]);
  await nothingOf(disc.needles);
  await context.close();
});

test('a folder dragged from the disc gives its runs, and those are labelled, moved and taken out', { timeout: 90_000 }, async () => {
  const { context, page, caseId } = await openCase({ screen: 'desk', lang: 'en' });
  const taps = { n: 0 };
  await dragFolder(page, disc.cd);
  await page.getByText(say.imagesCodePaperBroken('en')).waitFor();
  await lookAndConfirm(page, taps);
  await send(page, taps);
  await arrived(page, 2);
  const [first, second] = (await objectsOf(caseId)).filter(({ tier }) => tier === 't0').map(({ run }) => run);
  await page.locator('.there > li').first().getByLabel(say.imagesThereLabel('en')).fill('Before wiring');
  await page.locator('.there > li').first().getByLabel(say.imagesThereLabel('en')).blur();
  await page.getByText(say.imagesThereSaved('en')).waitFor();
  await page.locator('.there > li').first().getByRole('button', { name: say.imagesThereDown('en') }).click();
  await expect.poll(async () => (await node.sql<{ id: string }>('select id from app.runs where case_id = $1 and removed_at is null order by position', [caseId])).map(({ id }) => id)).toEqual([second, first]);
  await page.locator(`.there > li:first-child[data-run="${second}"]`).getByRole('button', { name: say.imagesThereOut('en') }).click();
  await page.locator('dialog').getByRole('button', { name: say.imagesThereOutAct('en') }).click();
  await expect.poll(async () => new Set((await objectsOf(caseId)).map(({ run }) => run)).size).toBe(1);
  expect(await node.sql('select label from app.runs where case_id = $1 and removed_at is null', [caseId])).toEqual([{ label: 'Before wiring' }]);
  await context.close();
});

test('covers are added, moved, sized and taken off by keyboard and by hand', { timeout: 60_000 }, async () => {
  const { context, page } = await openCase({ screen: 'desk', lang: 'en' });
  await dropFiles(page, [disc.runs[1] as string]);
  const cover = page.locator('.looks li').first().locator('.cover-box');
  await cover.first().waitFor({ timeout: 30_000 });
  const before = await cover.count();
  await page.getByRole('button', { name: say.imagesLookAdd('en') }).click();
  expect(await cover.count()).toBe(before + 1);
  const own = cover.last();
  const box = async () => Object.fromEntries(await Promise.all(['x', 'y', 'width', 'height'].map(async (name) => [name, Number(await own.getAttribute(name))] as const)));
  const was = await box();
  await own.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await box()).toEqual({ x: Number(was.x) + 5, y: Number(was.y) + 5, width: Number(was.width) + 5, height: was.height });
  const held = await box();
  const at = await own.boundingBox();
  if (at === null) throw new Error('the cover is not on the screen');
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 - 30, at.y + at.height / 2 + 20, { steps: 4 });
  await page.mouse.up();
  const dragged = await box();
  expect([Number(dragged.x) < Number(held.x), Number(dragged.y) > Number(held.y), dragged.width]).toEqual([true, true, held.width]);
  await own.focus();
  await page.keyboard.press('Delete');
  expect(await cover.count()).toBe(before);
  await context.close();
});

test('broken, wrong, bomb and oversized files each get a sentence, and the good run goes on', { timeout: 120_000 }, async () => {
  node.wire.forget();
  const { context, page } = await openCase({ screen: 'phone', lang: 'fa' });
  const good = readFileSync(disc.runs[0] as string);
  const files = [
    disc.runs[0] as string, await disc.put('cut.dcm', good.subarray(0, Math.round(good.length * 0.6))), await disc.put('report.pdf', new TextEncoder().encode('%PDF-1.7\n1 0 obj')),
    await disc.put('film.avi', new TextEncoder().encode('RIFF0000AVI LIST')), await disc.put('empty.dcm', new Uint8Array()), await disc.put('bomb.zip', bomb()),
    await disc.put('large.png', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(65 * 1024 * 1024)])),
    await disc.put('broken.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3, 4, 5, 6])),
  ];
  await dropFiles(page, files);
  await page.locator('.looks img').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('.progress-line') === null, null, { timeout: 60_000 });
  const said = await page.locator('main').innerText();
  for (const sentence of [say.imagesCodeCutOff, say.imagesCodeEmpty, say.imagesCodeZipBomb, say.imagesCodeTooLarge, say.imagesCodeVideo, say.imagesCodePaperBroken, say.imagesCodeBroken])
    expect(said).toContain(sentence('fa').slice(0, 30));
  expect(await page.locator('tr[data-state=look]').count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  expect(/\/api\/cases\/[^ ]+\/runs/.test(node.wire.said().toString('latin1')), 'nothing left').toBe(false);
  await context.close();
});

test('a photo is painted anew: its place, time and camera stay, and so does the covered part', { timeout: 60_000 }, async () => {
  node.wire.forget();
  const { context, page, caseId } = await openCase({ screen: 'phone', lang: 'en' });
  const secret = 'EXIF-GPS 35.7219N 51.3347E PIXELPHONE';
  const plain = Buffer.from(await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    pen.fillStyle = '#457';
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = '#cba';
    pen.fillRect(200, 150, 220, 180);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  }));
  const exif = Buffer.from(`Exif\0\0${secret}`);
  const photo = await disc.put('IMG_2231.jpg', Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif, plain.subarray(2)]));
  await dropFiles(page, [photo]);
  const taps = { n: 0 };
  await lookAndConfirm(page, taps);
  await send(page, taps);
  await arrived(page, 1);
  expect((await objectsOf(caseId)).map(({ tier, media }) => `${tier} ${media}`)).toEqual(['t0 image/webp', 't2 image/webp']);
  expect(await node.sql('select kind from app.runs where case_id = $1', [caseId])).toEqual([{ kind: 'still' }]);
  const [{ body }] = await node.sql<{ body: object }>('select body from app.certificates where case_id = $1', [caseId]) as [{ body: object }];
  expect(body).toMatchObject({ sha256Before: createHash('sha256').update(readFileSync(photo)).digest('hex'), sha256After: (await objectsOf(caseId))[1]?.sha, software: expect.stringMatching(/^hamdel-imaging/) });
  await nothingOf([{ text: secret, place: 'Exif' }, { text: 'PIXELPHONE', place: 'camera' }, { text: 'IMG_2231', place: 'file name' }]);
  await context.close();
});

test('an ECG is drawn and a document painted, page by page; a report beside runs stays here unless it is taken up', { timeout: 120_000 }, async () => {
  node.wire.forget();
  const { context, page, caseId, complaints } = await openCase({ screen: 'desk', lang: 'en' });
  const name = 'KARIMZADEH^MARYAM';
  const [ecg, report] = [await disc.put('ecg.dcm', syntheticEcg(name)), await disc.put('report-of-karimzadeh.pdf', textPdf(['EF 45', 'page two'], name))];
  await dropFiles(page, [ecg, report]);
  await page.getByText(say.imagesBecameEcg('en')).waitFor({ timeout: 60_000 });
  await page.getByText(say.imagesBecamePage('en')).nth(1).waitFor({ timeout: 60_000 });
  await page.locator('.looks img').first().evaluate((image: HTMLImageElement) => image.decode());
  expect(await page.locator('.look').first().locator('.cover-box').count(), 'nothing is covered on a drawing of ours').toBe(0);
  const taps = { n: 0 };
  await lookAndConfirm(page, taps);
  await send(page, taps);
  await arrived(page, 3);
  expect((await objectsOf(caseId)).map(({ tier, media }) => `${tier} ${media}`)).toEqual(Array.from({ length: 3 }, () => ['t0 image/webp', 't2 image/webp']).flat());
  await nothingOf([{ text: name, place: 'name' }, { text: 'karimzadeh', place: 'file name' }]);
  await dropFiles(page, [disc.runs[0] as string, report]);
  await page.locator('tr[data-state=left-out]').nth(1).waitFor({ timeout: 60_000 });
  expect(await page.getByText(say.imagesStatePage('en')).count()).toBe(2);
  expect(complaints).toEqual([]);
  await context.close();
});

test('where the person saves data the full film waits, and goes when told to', { timeout: 60_000 }, async () => {
  await using small = await makeDisc({ runs: 1, frames: 12, size: 128 });
  const one = await visit(browser, { screen: 'phone', lang: 'en', baseURL: node.baseURL });
  await one.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: Object.assign(new EventTarget(), { saveData: true }) }));
  const caseId = await startCase(one.context, node.baseURL, asker(), 'en');
  await openImages(one.page, caseId);
  await dropFiles(one.page, small.runs);
  const taps = { n: 0 };
  await lookAndConfirm(one.page, taps);
  await send(one.page, taps);
  await one.page.getByText(say.imagesLeaveT2wifi('en')).waitFor();
  await expect.poll(async () => (await objectsOf(caseId)).map(({ tier }) => tier), { timeout: 20_000 }).toEqual(['t0', 't1']);
  await one.page.getByRole('button', { name: say.imagesLeaveHurry('en') }).click();
  await arrived(one.page, 1);
  expect((await objectsOf(caseId)).map(({ tier }) => tier)).toEqual(['t0', 't1', 't2']);
  await one.context.close();
});

test('a run that the node refuses says why, and the same source can be cleaned and sent again', { timeout: 90_000 }, async () => {
  const { context, page, caseId } = await openCase({ screen: 'desk', lang: 'en' });
  const taps = { n: 0 };
  await dropFiles(page, [disc.runs[0] as string]);
  await lookAndConfirm(page, taps);
  // A sick browser: the clean copy on this device is replaced by the source before it is sent.
  await page.evaluate(swapCleanForSource, readFileSync(disc.runs[0] as string, 'base64'));
  await send(page, taps);
  await page.getByText(say.imagesCodeSecondCheck('en')).waitFor({ timeout: 30_000 });
  expect((await objectsOf(caseId)).map(({ tier }) => tier)).toEqual(['t0', 't1']);
  for (const { place, bytes } of await node.everything()) expect(findPlanted(bytes, disc.needles), place).toEqual([]);
  await page.getByRole('button', { name: say.imagesRefusedAgain('en') }).click();
  await lookAndConfirm(page, taps);
  await send(page, taps);
  await arrived(page, 1);
  expect((await objectsOf(caseId)).map(({ tier }) => tier)).toEqual(['t0', 't1', 't2']);
  await context.close();
});

/** Runs in the page: puts other bytes in the place of a kept full-quality file, its hash agreeing. */
async function swapCleanForSource(base64: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((done) => { const asked = indexedDB.open('hamdel-images'); asked.onsuccess = () => done(asked.result); });
  const source = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const sha256 = [...new Uint8Array(await crypto.subtle.digest('SHA-256', source))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const tx = db.transaction(['runs', 'blobs'], 'readwrite');
  const asked = tx.objectStore('runs').openCursor();
  asked.onsuccess = () => {
    const { result } = asked;
    if (result === null) return;
    const run = result.value as { id: string; going: boolean; parts: Record<string, object> };
    if (!run.going) {
      result.update({ ...run, parts: { ...run.parts, t2: { bytes: source.length, sha256, done: false } } });
      tx.objectStore('blobs').put(new Blob([source]), `${run.id} t2`);
    }
    result.continue();
  };
  await new Promise((done) => { tx.oncomplete = done; });
}

test('six phantom runs are ready within the bar: eight taps, ten megabytes, five minutes', { timeout: 240_000 }, async () => {
  const figures = await dropToReady(browser, { baseURL: node.baseURL, personId: asker() }, { runs: 6, frames: 46, size: 512 });
  console.info(`drop to ready: ${JSON.stringify(figures)}`);
  expect(figures.readyMs).toBeLessThan(300_000);
  expect(figures.stillBytes + figures.previewBytes).toBeLessThan(10_000_000);
  expect(figures.taps).toBeLessThanOrEqual(8);
});

const real = join(import.meta.dirname, '../../../shared/data/dicom/fo-dicom__HasFragmentSequence.dcm');
test('a real run goes from the disc to the node', { timeout: 120_000 }, async (context_) => {
  if (!existsSync(real)) return context_.skip('../shared/data/dicom is not here');
  node.wire.forget();
  const { context, page, caseId } = await openCase({ screen: 'desk', lang: 'fa' });
  const taps = { n: 0 };
  await dropFiles(page, [real]);
  await lookAndConfirm(page, taps);
  await send(page, taps);
  await arrived(page, 1);
  expect((await objectsOf(caseId)).map(({ tier }) => tier)).toEqual(['t0', 't1', 't2']);
  await context.close();
});
