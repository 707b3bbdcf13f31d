import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tell } from './told.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'hamdel-search-test-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, lines: readonly (object | string)[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, `\ufeff${lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}\n`);
  return path;
};

const documents = [
  { id: 'fa', title: 'تنگی‌های کلسیمی', text: 'بیمار ۶۲ ساله با تنگی کلسیفیکهٔ LAD و نیاز به روتابلیشن' },
  { id: 'en', text: 'Second attempt at a chronic total occlusion of the RCA' },
  { id: 3, text: 'Paravalvular leak after TAVI in a bicuspid valve' },
  { id: 'none', text: '' },
];

test('any collection is searched: Arabic letters, a wrong letter, a concept in the other language; bad lines are told by number', async () => {
  const queries = await file('q.jsonl', [
    { id: 'arabic', text: 'تنگي كلسيفيكه' }, { id: 'joined', text: 'تنگیهای' }, { id: 'typo', text: 'روتابلیسن' }, { id: 'concept', text: 'انسداد مزمن کامل' },
    '{"id":', { id: 'empty', text: '' }, { id: 'arabic', text: 'again' }, { text: 'no id' }, { id: 'long', text: 'bicuspid '.repeat(120_000) }, { id: 'other', text: '冠動脈 стеноз' },
  ]);
  const { code, out, err } = await tell(['search', '--documents', await file('d.jsonl', documents), '--queries', queries, '--top', '2']);
  const best = Object.fromEntries(out.trim().split('\n').map((line) => JSON.parse(line) as { query: string; hits: { id: string | number; score: number }[] }).map(({ query, hits }) => [query, hits.map(({ id }) => id)[0] ?? null]));
  expect(best).toEqual({ arabic: 'fa', joined: 'fa', typo: 'fa', concept: 'en', empty: null, long: 3, other: null });
  expect(code).toBe(3);
  for (const told of ['line 5: no JSON object', 'line 7: its id stood before', 'line 8: id is missing', 'Question long is longer']) expect(err).toContain(told);
}, 60_000);

test('a call that cannot be understood ends with 2 and a sentence', async () => {
  expect(await tell(['search'])).toMatchObject({ code: 2, err: expect.stringContaining('--documents') });
  expect(await tell(['search', '--documents', 'nowhere.jsonl', '--queries', 'nowhere.jsonl'])).toMatchObject({ code: 2, err: expect.stringContaining('nowhere.jsonl cannot be read') });
  expect(await tell(['search', '--documents', 'a', '--queries', 'b', '--top', '0'])).toMatchObject({ code: 2, err: expect.stringContaining('--top') });
});
