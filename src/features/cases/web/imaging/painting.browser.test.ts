import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRun } from 'imaging/browser/open-run';
import { rebuild } from 'imaging/clean/rebuild';
import { verify } from 'imaging/clean/verify';
import { nodeCodecs } from 'imaging/node/codecs';
import { type Probe, serveProbe } from 'imaging/node/probe-server';
import { findPlanted } from 'imaging/planting/scan';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../../../tests/journeys/browser.ts';
import type {} from './painting-page.ts';
import { textPdf } from './pdf-fixture.ts';

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/dicom/', import.meta.url));
const real = (name: string): Uint8Array | undefined => (existsSync(FOLDER + name) ? new Uint8Array(readFileSync(FOLDER + name)) : undefined);
/** A preview of the demo as a phone would send it: a place and a maker in boxes of their own. */
const NEEDLE = 'GPS 35.7219N KARIMZADEH';
const box = Buffer.from(`\0\0\0${String.fromCharCode(8 + NEEDLE.length)}free${NEEDLE}`, 'latin1');
const film = Buffer.concat([readFileSync(fileURLToPath(new URL('../../../../../tests/world/films/demo-lm-calc/01.mp4', import.meta.url))), box]);
const [ecg, pdf] = [real('pydicom__waveform_ecg.dcm'), real('orthanc-tests__sample-pdf.dcm')];
if (!ecg || !pdf) console.warn('skipped: no real ECG and no real encapsulated PDF at ../shared/data/dicom');

let browser: Browser;
let page: Page;
let probe: Probe;
const complaints: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  const files: Record<string, Uint8Array> = { two: textPdf(['I', 'II']), film, heic: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heic', 'latin1'), broken: new TextEncoder().encode('%PDF-1.4 a report'), ...(ecg ? { ecg } : {}), ...(pdf ? { pdf } : {}) };
  probe = await serveProbe(fileURLToPath(new URL('./painting-page.ts', import.meta.url)), files);
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text()); });
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(probe.url);
  await page.waitForFunction(() => 'painting' in window);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await probe?.close();
});

const painted = (name: string) => page.evaluate((file) => window.painting(file), name);

test('every page of a document becomes a picture, with fonts that it names but does not bring', async () => {
  const { from, pictures, code } = await painted('two');
  expect(code).toBeUndefined();
  expect([from, pictures.length, Math.max(pictures[0]?.width ?? 0, pictures[0]?.height ?? 0)]).toEqual(['page', 2, 2560]);
  const [one = 0, two = 0] = pictures.map(({ ink }) => ink);
  expect(one).toBeGreaterThan(0.0005);
  expect(two).toBeGreaterThan(one * 1.5);
});

test.skipIf(!pdf)('an encapsulated document is painted like one that lies alone', async () => {
  const { from, pictures, code } = await painted('pdf');
  expect(code).toBeUndefined();
  expect([from, pictures.length]).toEqual(['page', 1]);
  expect(pictures[0]?.ink).toBeGreaterThan(0.001);
});

test.skipIf(!ecg)('an ECG is drawn from its curves', async () => {
  const { from, pictures, code } = await painted('ecg');
  expect(code).toBeUndefined();
  expect([from, pictures.length]).toEqual(['ecg', 1]);
  expect(pictures[0]?.ink).toBeGreaterThan(0.005);
  // Ten seconds at 25 mm/s and eight dots a millimetre, and the margins.
  expect(pictures[0]).toMatchObject({ width: 2200, height: 2040 });
});

test('a film of a screen becomes a run whose frames are encoded anew; it must be looked at, and nothing else of the file is in it', { timeout: 60_000 }, async () => {
  const { from, run, code } = await painted('film');
  expect(code).toBeUndefined();
  expect(from).toBe('film');
  const source = new Uint8Array(Buffer.from(run ?? '', 'base64'));
  expect(findPlanted(source, [{ text: NEEDLE, place: 'box' }, { text: 'KARIMZADEH', place: 'name' }])).toEqual([]);
  const made = rebuild(source, { key: new Uint8Array(32).fill(4), caseSalt: new Uint8Array(8) });
  if (!made.ok) throw new Error(`${made.code} ${JSON.stringify(made.params)}`);
  const { sidecar } = made.value;
  expect(sidecar).toMatchObject({ modality: 'XC', capture: true, photometric: 'YBR_FULL_422', timing: 'vector' });
  expect(sidecar.frames).toBeGreaterThan(10);
  expect(Math.max(...sidecar.frameTimesMs)).toBeLessThan(30_000);
  expect(verify(made.value.bytes, { mustBeReviewed: true })).toMatchObject({ code: 'verify-not-reviewed' });
  const opened = await openRun(source, { key: new Uint8Array(32).fill(4), caseSalt: new Uint8Array(8) }, nodeCodecs(), () => {});
  expect(opened.ok && opened.value.shown.length).toBe(sidecar.frames);
});

test('a HEIC photo that this browser cannot open says so', async () => {
  expect(await painted('heic')).toMatchObject({ code: 'photo-heic' });
});

test('a document that cannot be opened says so', async () => {
  expect(await painted('broken')).toMatchObject({ code: 'document-broken', pictures: [] });
});

test('nothing of this broke the policy, and nothing but our own files was asked for', () => {
  expect(complaints).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(probe.url))).toEqual([]);
});
