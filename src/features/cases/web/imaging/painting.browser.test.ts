import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Probe, serveProbe } from 'imaging/node/probe-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../../../tests/journeys/browser.ts';
import type {} from './painting-page.ts';
import { textPdf } from './pdf-fixture.ts';

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/dicom/', import.meta.url));
const real = (name: string): Uint8Array | undefined => (existsSync(FOLDER + name) ? new Uint8Array(readFileSync(FOLDER + name)) : undefined);
const [ecg, pdf] = [real('pydicom__waveform_ecg.dcm'), real('orthanc-tests__sample-pdf.dcm')];
if (!ecg || !pdf) console.warn('skipped: no real ECG and no real encapsulated PDF at ../shared/data/dicom');

let browser: Browser;
let page: Page;
let probe: Probe;
const complaints: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  const files: Record<string, Uint8Array> = { two: textPdf(['I', 'II']), broken: new TextEncoder().encode('%PDF-1.4 a report'), ...(ecg ? { ecg } : {}), ...(pdf ? { pdf } : {}) };
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

test('a document that cannot be opened says so', async () => {
  expect(await painted('broken')).toMatchObject({ code: 'document-broken', pictures: [] });
});

test('nothing of this broke the policy, and nothing but our own files was asked for', () => {
  expect(complaints).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(probe.url))).toEqual([]);
});
