// A CV as PDF with its queries, through the door, beside Chromium printing the same words; and a file of publications at its limit.

import { LIMITS } from '../src/features/candidates/rules/vocabulary.ts';
import type { Sheet } from '../src/features/candidates/rules/sheet.ts';
import { launchBrowser } from '../tests/journeys/browser.ts';
import { writeCvs } from '../tests/world/demo/cvs.ts';
import { type Figure, median, round } from './figure.ts';
import type { BenchNode } from './node.ts';

const ROUNDS = 60;
const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const bare = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** The words of the sheet as plain as a page can be: Chromium's own work and nothing of ours. */
const pageOf = (sheet: Sheet): string => `<body dir="rtl" lang="fa"><h1>${bare(sheet.name)}</h1>${sheet.sections.map((s) =>
  `<h2>${bare(s.title)}</h2><p>${bare(s.text)}</p>${s.table ? `<table>${[s.table.columns, ...s.table.rows].map((r) => `<tr>${r.map((c) => `<td>${bare(c)}</td>`).join('')}</tr>`).join('')}</table>` : ''}${s.rows.map((r) => `<p>${bare([r.main, r.side, ...r.under].join(' '))}</p>`).join('')}`).join('')}`;

export const candidates = async (node: BenchNode): Promise<Figure[]> => {
  await writeCvs(node.world, new Date());
  const cookie = await node.cookieOf('soran');
  const ask = async (path: string): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${node.port}${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  const { fa } = (await (await ask('/api/me/cv/sheet')).json()) as { fa: Sheet };
  const [ours, theirs]: [number[], number[]] = [[], []];
  let bytes = 0;
  const first = await timed(async () => { bytes = (await (await ask('/api/me/cv/pdf?lang=fa')).arrayBuffer()).byteLength; });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    for (let i = 0; i < ROUNDS; i++) {
      // Another language each time, so that nothing is answered from what the compiler remembers of the round before.
      ours.push(await timed(async () => (await ask(`/api/me/cv/pdf?lang=${i % 2 ? 'en' : 'fa'}`)).arrayBuffer()));
      if (i % 4 === 0) theirs.push(await timed(async () => { await page.setContent(pageOf(fa)); await page.pdf({ format: 'A4' }); }));
    }
  } finally {
    await browser.close();
  }
  const entry = (n: number) => `@article{a${n}, author={Rezaei, Mohammad and Smith, John}, title={Title ${n} of a work}, journal={Journal}, year=2024, volume=1, pages={1--9}}`;
  const text = Array.from({ length: LIMITS.entries }, (_, n) => entry(n)).join('\n');
  const read = await timed(async () => {
    const answer = await fetch(`http://127.0.0.1:${node.port}/api/me/cv/read`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ text }) });
    if (((await answer.json()) as { works: unknown[] }).works.length !== LIMITS.entries) throw new Error('not every entry was read');
  });
  return [
    { name: 'CV as PDF through its door, queries included, p95', unit: 'ms', value: round(p95(ours)), beside: { name: 'Chromium page.pdf of the same words, warm, median', value: round(median(theirs)) }, ratio: round(median(ours) / median(theirs)),
      spread: { min: round(Math.min(...ours)), max: round(Math.max(...ours)) }, bar: { at: 50, is: 'at most', of: 'value' }, note: `${ROUNDS} requests, languages in turn; median ${round(median(ours))} ms; ${bytes} bytes` },
    { name: 'the first PDF of a node', unit: 'ms', value: round(first), note: 'loads the compiler and the fonts' },
    { name: `${LIMITS.entries} publications read from BibTeX`, unit: 'ms', value: round(read), note: 'in a thread made for it; ended after 5 s' },
  ];
};
