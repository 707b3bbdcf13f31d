import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Probe, serveProbe } from 'imaging/node/probe-server';
import type { Sidecar } from 'imaging/clean/sidecar';
import { indexOf, verify } from 'imaging/clean/verify';
import { nodeCodecs } from 'imaging/node/codecs';
import { greyShape, madeRun } from 'imaging/planting/made-run';
import { decodeFrame } from 'imaging/pixels/decode';
import { verifyMp4 } from 'imaging/photo/mp4';
import { verifyPhoto, verifyWebp } from 'imaging/photo/photo';
import { formatOf } from 'imaging/pixels/format-of';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../../../tests/journeys/browser.ts';
import type {} from './probe-page.ts';

const ROOT = new URL('../../../../../', import.meta.url);
const CINE = fileURLToPath(new URL('../shared/data/dicom/fo-dicom__HasFragmentSequence.dcm', ROOT));
const ULTRASOUND = fileURLToPath(new URL('../shared/data/dicom/fo-dicom__DIRW0007.dcm', ROOT));
const have = existsSync(CINE) && existsSync(ULTRASOUND);
if (!have) console.warn('skipped: no real coronary run at ../shared/data/dicom');

describe.skipIf(!have)('the real coronary run in a browser, under the product’s policy', () => {
  let browser: Browser;
  let page: Page;
  let probe: Probe;
  let sidecar: Sidecar;
  const files: Record<string, Uint8Array> = {};
  let unmasked: Uint8Array = new Uint8Array(0);
  const complaints: string[] = [];

  beforeAll(async () => {
    files['cine'] = new Uint8Array(readFileSync(CINE));
    files['not-dicom'] = new TextEncoder().encode('this is no picture at all');
    files['photo'] = smallPng();
    files['ultrasound'] = new Uint8Array(readFileSync(ULTRASOUND));
    probe = await serveProbe(fileURLToPath(new URL('./probe-page.ts', import.meta.url)), files);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 900, height: 800 }, deviceScaleFactor: 1 });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    await page.goto(probe.url);
    await page.waitForFunction(() => 'probe' in window);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await probe?.close();
  });

  test('is rebuilt, shown as a strip and searched for writing', { timeout: 60_000 }, async () => {
    const { review, strip, ms } = await page.evaluate(() => window.probe.clean('cine'));
    expect(review).toMatchObject({ ok: true, value: { frames: 96, width: 512, height: 512, source: 'dicom' } });
    // This run carries no writing: what is taken for some is a few taps and costs at most 3 % of its pictures.
    const covers = review.ok ? review.value.proposals : [];
    expect(covers.length).toBeLessThan(8);
    const covered = covers.reduce((sum, { box, frames }) => sum + box.width * box.height * (frames === 'all' ? 96 : frames.to - frames.from + 1), 0);
    expect(covered / (96 * 512 ** 2)).toBeLessThanOrEqual(0.03);
    expect(strip.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['first', 'middle', 'last', 'still', 'suspicious', 'static', 'brightest', 'darkest', 'corners']));
    expect(strip.every(({ bytes, type }) => bytes > 2000 && type === 'image/webp')).toBe(true);
    console.info(`from drop to strip: ${Math.round(ms)} ms`);
  });

  test('gives a still of at most 8 kB, a cine of at most 60 kB for three seconds, and the same frames bit for bit', { timeout: 60_000 }, async () => {
    const made = await page.evaluate(() => window.probe.finish('cine', []));
    if (!('t0' in made) || !made.sidecar || made.t1?.state !== 'made') throw new Error(JSON.stringify(made));
    sidecar = made.sidecar;
    expect(made.t0?.bytes).toBeLessThanOrEqual(8 * 1024);
    expect(made.t0?.type).toBe('image/webp');
    const seconds = 96 * 0.033;
    expect((made.t1Bytes ?? Infinity) / seconds).toBeLessThanOrEqual(60_000 / 3);
    expect(made.certificate).toMatchObject({ frames: 96, framesReplaced: false, reviewed: true });
    for (const tier of ['t0', 't1', 't2']) files[tier] = await bytesOf(page, tier);
    unmasked = files['t2'] as Uint8Array;
    files['first-t2'] = unmasked;
    const checked = verify(unmasked);
    expect(checked.ok && checked.value.frames).toBe(96);
    expect(verifyWebp(files['t0'] as Uint8Array)).toMatchObject({ ok: true, value: { width: 512, height: 512 } });
    expect(verifyMp4(files['t1'] as Uint8Array)).toMatchObject({ ok: true, value: { frames: 96, codec: 'avc1' } });
    console.info(`T0 ${made.t0?.bytes} B, T1 ${made.t1Bytes} B, T2 ${made.t2Bytes} B in ${Math.round(made.ms ?? 0)} ms`);
  });

  test('the cine has no clock time in it', () => {
    const text = Buffer.from(files['t1'] as Uint8Array).toString('latin1');
    for (const box of ['mvhd', 'tkhd', 'mdhd']) {
      const at = text.indexOf(box);
      expect(Buffer.from((files['t1'] as Uint8Array).subarray(at + 8, at + 16)).equals(Buffer.alloc(8)), box).toBe(true);
    }
  });

  test('plays: the preview is at least 38 dB, full frames are exact', { timeout: 60_000 }, async () => {
    const ms = await page.evaluate((side) => window.probe.open(side, { t0: '/file/t0', t1: '/file/t1', t2: '/file/t2' }), sidecar);
    const preview: number[] = [];
    for (const frame of [0, 7, 23, 48, 53, 71, 95]) {
      preview.push((await page.evaluate(([side, at]) => window.probe.compare(side, at, 't1'), [sidecar, frame] as const)).psnr);
    }
    const mean = preview.reduce((sum, one) => sum + one, 0) / preview.length;
    expect(mean).toBeGreaterThanOrEqual(38);
    for (const frame of [0, 53, 95]) {
      const full = await page.evaluate(([side, at]) => window.probe.compare(side, at, 't2'), [sidecar, frame] as const);
      expect(full.largest, `frame ${frame}`).toBeLessThanOrEqual(1);
    }
    console.info(`first moving picture after ${Math.round(ms)} ms, preview ${mean.toFixed(1)} dB`);
  });

  test('goes on at the true rate, obeys the keys only when it has the focus, and comes back after a lost context', { timeout: 60_000 }, async () => {
    await page.evaluate(() => window.probe.choose('t1'));
    await page.evaluate(() => window.probe.call('reset'));
    await page.locator('#pane').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => window.probe.state()?.frame)).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('i');
    expect(await page.evaluate(() => window.probe.state()?.look.inverted)).toBe(true);
    await page.keyboard.press('i');
    await page.keyboard.press('Space');
    await page.waitForTimeout(1000);
    await page.keyboard.press('Space');
    const after = await page.evaluate(() => window.probe.state());
    expect(after?.playing).toBe(false);
    // 33 ms a frame: about 30 frames in a second; a busy machine may be late, never early.
    expect(after?.frame).toBeGreaterThan(12);
    expect(after?.frame).toBeLessThan(45);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => window.probe.state()?.frame)).toBe(after?.frame);
    expect(await page.evaluate(() => window.probe.loseContext())).toBe(true);
  });

  test('with a mask: the frames are written anew without loss, black under the mask', { timeout: 90_000 }, async () => {
    const masks = [{ box: { left: 40, top: 30, width: 200, height: 40 }, frames: 'all' as const }];
    const made = await page.evaluate((boxes) => window.probe.finish('cine', boxes), masks);
    if (!('sidecar' in made) || !made.sidecar) throw new Error(JSON.stringify(made));
    expect(made.sidecar.transferSyntax).toBe('1.2.840.10008.1.2.4.70');
    expect(made.certificate).toMatchObject({ framesReplaced: true, masks });
    files['t2'] = await bytesOf(page, 't2');
    expect(verify(files['t2']).ok).toBe(true);
    await page.evaluate((side) => window.probe.open(side, { t2: '/file/t2' }), made.sidecar);
    const full = await page.evaluate(([side, at]) => window.probe.compare(side, at, 't2'), [made.sidecar, 20] as const);
    expect(full.largest).toBeLessThanOrEqual(1);
    const [was, is] = [await frame20(unmasked), await frame20(files['t2'])];
    let wrong = 0;
    for (let at = 0; at < was.length; at++) {
      const [x, y] = [at % 512, at >> 9];
      const inside = x >= 40 && x < 240 && y >= 30 && y < 70;
      if (is[at] !== (inside ? 0 : was[at])) wrong++;
    }
    expect(wrong).toBe(0);
    console.info(`masked run: ${made.t2Bytes} B in ${Math.round(made.ms ?? 0)} ms`);
  });

  test('an ultrasound keeps its colours in the cine and in full', { timeout: 90_000 }, async () => {
    const { review } = await page.evaluate(() => window.probe.clean('ultrasound'));
    if (!review.ok) throw new Error(review.code);
    expect(review.value.proposals.some(({ reason }) => reason === 'outside-ultrasound-region')).toBe(true);
    const made = await page.evaluate(() => window.probe.finish('ultrasound', []));
    if (!('sidecar' in made) || !made.sidecar) throw new Error(JSON.stringify(made));
    for (const tier of ['t1', 't2']) files[`us-${tier}`] = await bytesOf(page, tier);
    await page.evaluate((side) => window.probe.open(side, { t1: '/file/us-t1', t2: '/file/us-t2' }), made.sidecar);
    const preview = await page.evaluate(([side, at]) => window.probe.compare(side, at, 't1'), [made.sidecar, 5] as const);
    expect(preview.psnr).toBeGreaterThan(24);
    const full = await page.evaluate(([side, at]) => window.probe.compare(side, at, 't2'), [made.sidecar, 5] as const);
    expect(full.largest).toBeLessThanOrEqual(1);
    console.info(`ultrasound cine: ${made.t1Bytes} B, ${preview.psnr.toFixed(1)} dB over three channels`);
  });

  test('an uncompressed run leaves as HTJ2K and is shown by half of its size first, then exactly', { timeout: 90_000 }, async () => {
    const shape = greyShape(512, 512, 6, 8);
    const values = Uint8Array.from({ length: 6 * 512 * 512 }, (_, at) => 120 + Math.round(100 * Math.sin((at % 512) / 41) * Math.cos(at / 60_000)) + ((at * 7919) % 5));
    files['raw'] = madeRun({ modality: 'XA', shape, frames: [values] });
    await page.evaluate(() => window.probe.clean('raw'));
    const made = await page.evaluate(() => window.probe.finish('raw', []));
    if (!('sidecar' in made) || !made.sidecar) throw new Error(JSON.stringify(made));
    expect(made.sidecar.transferSyntax).toBe('1.2.840.10008.1.2.4.202');
    expect(made.t2Bytes).toBeLessThan(0.6 * values.byteLength);
    files['raw-t2'] = await bytesOf(page, 't2');
    expect(verify(files['raw-t2'], { mustBeReviewed: true })).toMatchObject({ ok: true, value: { cuts: made.sidecar.cuts } });
    // What is left of a frame waits until the test has seen its half.
    const first = new Set(made.sidecar.offsets.map(({ offset }) => `bytes=${offset}-`));
    let release = (): void => {};
    const released = new Promise<void>((resolve) => { release = resolve; });
    await page.route('**/file/raw-t2', async (route) => {
      const { range = '' } = route.request().headers();
      if (![...first].some((one) => range.startsWith(one))) await released;
      await route.continue();
    });
    const opening = page.evaluate((side) => window.probe.open(side, { t2: '/file/raw-t2' }), made.sidecar);
    await expect.poll(() => page.evaluate(() => window.probe.state()?.tier), { timeout: 20_000 }).toBe('t2-half');
    release();
    await opening;
    const full = await page.evaluate(([side, at]) => window.probe.compare(side, at, 't2'), [made.sidecar, 4] as const);
    expect(full.largest).toBeLessThanOrEqual(1);
    await page.unroute('**/file/raw-t2');
    console.info(`uncompressed run of ${values.byteLength} B: T2 ${made.t2Bytes} B`);
  });

  test('without WebCodecs the same cine plays through a video element', { timeout: 60_000 }, async () => {
    await page.evaluate(() => window.probe.hideDecoder());
    await page.evaluate((side) => window.probe.open(side, { t1: '/file/t1', t2: '/file/first-t2' }), sidecar);
    for (const frame of [0, 41, 95]) {
      const { psnr } = await page.evaluate(([side, at]) => window.probe.compare(side, at, 't1'), [sidecar, frame] as const);
      expect(psnr, `frame ${frame}`).toBeGreaterThan(37);
    }
  });

  test('a sequence of stills passes the check of sent previews and plays in its place, each still until the next', { timeout: 60_000 }, async () => {
    await page.evaluate((side) => window.probe.open(side, { t1: '/file/t1', t2: '/file/first-t2' }), sidecar);
    const bytes = await page.evaluate((side) => window.probe.sequence(side), sidecar);
    expect(bytes / (96 * 0.033)).toBeLessThan(24_000);
    files['sequence'] = await bytesOf(page, 'sequence');
    expect(verifyWebp(files['sequence'])).toMatchObject({ ok: true, value: { width: 512, height: 512 } });
    await page.evaluate((side) => window.probe.open(side, { t1: '/file/sequence', t2: '/file/first-t2' }), sidecar);
    const near = async (at: number): Promise<number> => (await page.evaluate(([side, frame]) => window.probe.compare(side, frame, 't1'), [sidecar, at] as const)).psnr;
    for (const frame of [0, 39, 93]) expect(await near(frame), `frame ${frame}`).toBeGreaterThan(37);
    expect(await near(41), 'between two stills').toBeGreaterThan(24);
  });

  test('a photo is painted anew, and what is no picture is refused with a code', { timeout: 30_000 }, async () => {
    const photo = await page.evaluate(() => window.probe.clean('photo'));
    expect(photo.review).toMatchObject({ ok: true, value: { source: 'photo', width: 2, height: 2, sidecar: null } });
    const made = await page.evaluate(() => window.probe.finish('photo', []));
    expect(made).toMatchObject({ t2Type: 'image/webp', certificate: null });
    expect(verifyPhoto(await bytesOf(page, 't2'))).toMatchObject({ ok: true, value: { width: 2, height: 2 } });
    const refused = await page.evaluate(() => window.probe.clean('not-dicom'));
    expect(refused.review).toMatchObject({ ok: false, code: 'dicom-not-dicom' });
  });

  test('nothing of all this broke the policy or threw', () => {
    expect(complaints).toEqual([]);
  });
});

async function bytesOf(page: Page, tier: string): Promise<Uint8Array> {
  return new Uint8Array(Buffer.from(await page.evaluate((name) => window.probe.bytesOf(name), tier), 'base64'));
}

/** Frame 20 as Node decodes it. */
async function frame20(file: Uint8Array): Promise<ArrayLike<number>> {
  const read = indexOf(file);
  if (!read.ok) throw new Error(read.code);
  const { offset, length } = read.value.offsets[20] ?? { offset: 0, length: 0 };
  const frame = await decodeFrame({ ...formatOf(read.value, null), bytes: file.subarray(offset, offset + length) }, nodeCodecs());
  if (!frame.ok) throw new Error(frame.code);
  return frame.value.data;
}

/** A PNG of 2 × 2 grey pixels with a text chunk that must not survive. */
function smallPng(): Uint8Array {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADXRFWHRBdXRob3IAQUhNQURJKoX6wgAAAA5JREFUeJxjYPjP8J8BAAYAAf+P8fyaAAAAAElFTkSuQmCC';
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
