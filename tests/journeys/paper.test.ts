// The golden sheet: Persian with clinical runs on paper. ۶۲ printed as ۲۶ is a harm to a patient, so what Typst prints is read back letter by letter with
// its places, and its picture is laid beside Chromium's.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sheet, sheetOf } from '#features/candidates/rules/sheet.ts';
import { emptyCv } from '#features/candidates/rules/wire.ts';
import { hasPaper, pdfOf } from '#features/candidates/server/paper.ts';
import { sheetWords } from '#features/candidates/server/sheet-words.ts';
import { isolateRuns } from '#kernel/text.ts';
import { launchBrowser } from './browser.ts';
import { apart, inkOf, popplerIsThere, textOf } from './ink.ts';

const first = 'بیمار آقای ۶۲ ساله با ضایعهٔ LM bifurcation (Medina 1,1,1) و EF ۳۰٪ است.';
const second = 'با تکنیک DK-crush یک استنت 3.5×18 mm کار گذاشتیم و جریان نهایی TIMI 3 بود.';
const wrapped = `${first} ${second} در پیگیری یک‌ساله، آنژیوگرافی کنترل جریان TIMI 3 و سطح مقطع 6.2 mm² را نشان داد و درمان با Clopidogrel 75 mg ادامه یافت؛ گزارش در https://example.org/lm/2024 آمده است.`;

const golden = (...said: string[]): Sheet =>
  sheetOf('fa', { nameEn: 'A B', nameFa: 'آ ب', line: 'فلو', orcid: '' }, { ...emptyCv, summaryFa: said.join('\n') }, sheetWords('fa'));
const paper = (...said: string[]): Buffer => {
  const pdf = pdfOf(golden(...said), new Date('2026-11-22T08:20:00Z'));
  if (!pdf) throw new Error('no compiler for this machine');
  return pdf;
};

type Item = { str: string; x: number; y: number };
/** Runs of the first page as they stand: each line from right to left, the first line first. */
const linesOf = async (pdf: Uint8Array): Promise<string[][]> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const page = await (await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise).getPage(1);
  const items = (await page.getTextContent()).items.flatMap((item): Item[] => ('str' in item ? [{ str: item.str.replace(/[\u2066-\u2069]/g, ''), x: Number(item.transform[4]), y: Math.round(Number(item.transform[5])) }] : []));
  const lines = Map.groupBy(items.filter(({ str }) => str.trim() !== ''), ({ y }) => y);
  return [...lines].sort(([a], [b]) => b - a).map(([, line]) => line.sort((a, b) => b.x - a.x).map(({ str }) => str.trim()));
};

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); }, 60_000);
afterAll(() => browser?.close());

test.skipIf(!hasPaper())('every number and every clinical run stands whole and in its place', async () => {
  const lines = await linesOf(paper(first, second, wrapped));
  const at = lines.findIndex((line) => line.includes('معرفی')) + 1;
  const [one = [], two = []] = lines.slice(at);
  expect(one.filter((run) => /[\d۰-۹A-Za-z٪]/.test(run))).toEqual(['۶۲', 'LM bifurcation (Medina 1,1,1)', 'EF', '٪', '۳۰'].sort((a, b) => one.indexOf(a) - one.indexOf(b)));
  expect(['بیمار', 'آقای', '۶۲', 'ساله', 'با'].map((word) => one.indexOf(word))).toEqual([...['بیمار', 'آقای', '۶۲', 'ساله', 'با'].map((word) => one.indexOf(word))].sort((a, b) => a - b));
  expect([one.indexOf('۶۲') < one.indexOf('LM bifurcation (Medina 1,1,1)'), one.indexOf('EF') < one.indexOf('۳۰'), one.indexOf('۳۰') < one.indexOf('است.')]).toEqual([true, true, true]);
  expect(two.filter((run) => /[A-Za-z0-9]/.test(run))).toEqual(['DK-crush', '3.5×18 mm', 'TIMI 3']);
  const all = lines.flat();
  expect(all.filter((run) => run === '۶۲')).toHaveLength(2);
  expect(all.join(' ')).not.toMatch(/۲۶|mm 18|18×3|1,1,1 Medina|\)Medina/);
  expect(all).toEqual(expect.arrayContaining(['6.2 mm²', 'Clopidogrel 75 mg', 'https://example.org/lm/2024']));
});

test.skipIf(!hasPaper())('the reader of places sees what it looks for: a sheet that says ۲۶ is told from one that says ۶۲', async () => {
  expect((await linesOf(paper(first.replace('۶۲', '۲۶')))).flat()).toContain('۲۶');
});

test.skipIf(!hasPaper())('text of people is data: markup and hostile signs are printed and never run', async () => {
  const hostile = '#eval("1") $x^2$ *bold* <a> \\ @ref [link] "quoted" {} // comment /* */ `raw`';
  const pdf = pdfOf(sheetOf('en', { nameEn: '#panic()', nameFa: '', line: '', orcid: '' }, { ...emptyCv, summaryEn: hostile }, sheetWords('en')), new Date(0));
  const line = (await linesOf(pdf ?? Buffer.of())).find((one) => one.join('').includes('eval')) ?? [];
  expect(line.toReversed().join('').replaceAll(' ', '')).toBe(hostile.replaceAll(' ', ''));
});

const chromiumPaper = async (...said: string[]): Promise<Buffer> => {
  const font = readFileSync(join(import.meta.dirname, '../../src/features/candidates/server/typst/Vazirmatn-Regular.ttf')).toString('base64');
  const page = await browser.newPage();
  const lines = said.map((one) => `<p>${isolateRuns(one, 'fa').replaceAll('\u2066', '<bdi dir="ltr">').replaceAll('\u2069', '</bdi>')}</p>`).join('');
  await page.setContent(`<style>@font-face { font-family: V; src: url(data:font/ttf;base64,${font}); } @page { size: A4; margin: 18mm 19mm } body { margin: 0; font: 10.5pt/1.9 V; } p { margin: 0 0 6pt }</style><body dir="rtl" lang="fa">${lines}`);
  await page.evaluate(() => document.fonts.ready);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return pdf;
};
/** Lines of ink below the heading's rule. */
const said = (pdf: Uint8Array): number[][] => inkOf(pdf).slice(-1 - 2, -1);

test.skipIf(!popplerIsThere || !hasPaper())('laid beside Chromium’s picture, the two sentences are the same to the letter; with two digits changed they are not', async () => {
  const ours = said(paper(first, second));
  const theirs = inkOf(await chromiumPaper(first, second));
  expect([ours.length, theirs.length]).toEqual([2, 2]);
  const found = ours.map((line, i) => apart(line, theirs[i] ?? []));
  const planted = [apart(ours[0] ?? [], inkOf(await chromiumPaper(first.replace('۶۲', '۲۶')))[0] ?? []), apart(ours[1] ?? [], inkOf(await chromiumPaper(second.replace('3.5×18', '18×3.5')))[0] ?? [])];
  process.stdout.write(`apart from Chromium: ${found.map((n) => n.toFixed(2)).join(', ')}; with figures turned over: ${planted.map((n) => n.toFixed(2)).join(', ')}\n`);
  for (const n of found) expect(n).toBeLessThan(0.18);
  for (const n of planted) expect(n).toBeGreaterThan(0.24);
  expect(textOf(paper(first, second))).toMatch(/۶۲/);
  expect(textOf(paper(first, second))).not.toMatch(/۲۶/);
}, 60_000);

if (!popplerIsThere) process.stdout.write('poppler is not installed: the pictures were not compared, the places of the text were.\n');
