import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileWords } from './compile.ts';
import { exportName } from './emit.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hamdel-words-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function feature(name: string, en: unknown, fa: unknown): void {
  const folder = join(root, 'src/features', name, 'words');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'en.json'), JSON.stringify(en));
  writeFileSync(join(folder, 'fa.json'), JSON.stringify(fa));
}

type Said = Record<string, (l: 'en' | 'fa', p?: Record<string, unknown>) => string>;
async function said(name: string): Promise<Said> {
  const module: unknown = await import(/* @vite-ignore */ `${pathToFileURL(join(root, 'src/words-compiled', name)).href}`);
  return module as Said;
}

test('a plural speaks with the digits of each language and gives zero its own sentence', async () => {
  feature(
    'cases',
    { opinions: '{n, plural, =0 {No opinion yet} one {# opinion} other {# opinions}}' },
    { opinions: '{n, plural, =0 {هنوز نظری نیست} one {# نظر} other {# نظر}}' },
  );
  expect(compileWords(root).problems).toEqual([]);
  const { opinions } = await said('cases.ts');
  expect([0, 1, 12].map((n) => opinions?.('en', { n }))).toEqual(['No opinion yet', '1 opinion', '12 opinions']);
  expect([0, 1, 12].map((n) => opinions?.('fa', { n }))).toEqual(['هنوز نظری نیست', '۱ نظر', '۱۲ نظر']);
});

test('a variable stands in an isolate, a clinical run in a left-to-right one', async () => {
  feature('cases', { by: 'Opinion of {name}', stent: 'Stent {size, ltr}' }, { by: 'نظر {name}', stent: 'استنت {size, ltr}' });
  compileWords(root);
  const words = await said('cases.ts');
  expect(words.by?.('fa', { name: 'Smith' })).toBe('نظر \u2068Smith\u2069');
  expect(words.stent?.('fa', { size: '3.5×18 mm' })).toBe('استنت \u20663.5×18 mm\u2069');
});

test('a date follows the calendar of the language and the time zone that is passed in', async () => {
  feature('cases', { due: 'Due {at, date, long} at {at, time}' }, { due: 'مهلت: {at, date, long} ساعت {at, time}' });
  compileWords(root);
  const { due } = await said('cases.ts');
  const p = { at: new Date('2024-11-11T20:45:00Z'), timeZone: 'Asia/Tehran' };
  expect(due?.('en', p)).toBe('Due 12 November 2024 at 00:15');
  expect(due?.('fa', p)).toBe('مهلت: ۲۲ آبان ۱۴۰۳ ساعت ۰۰:۱۵');
});

test('nested keys, reserved words, quotes and backslashes come through', async () => {
  const odd = 'a `tick`, a ${dollar and a \\ and "two"'.replace('{', '');
  feature('cases', { delete: 'Delete', image: { 'not-found': odd } }, { delete: 'حذف', image: { 'not-found': odd } });
  expect(compileWords(root).problems).toEqual([]);
  const words = await said('cases.ts');
  expect(words.delete?.('fa')).toBe('حذف');
  expect(words.imageNotFound?.('en')).toBe(odd);
  expect((await said('cases.by-key.ts')).byKey).toMatchObject({ 'image.not-found': words.imageNotFound });
});

test('a select is a closed set', async () => {
  feature('cases', { who: '{sex, select, f {woman} m {man} other {person}}' }, { who: '{sex, select, f {خانم} m {آقا} other {بیمار}}' });
  compileWords(root);
  const words = await said('cases.ts');
  expect(['f', 'm', 'other'].map((sex) => words.who?.('fa', { sex }))).toEqual(['خانم', 'آقا', 'بیمار']);
});

test.each([
  ['a key missing in Persian', { a: 'x', b: 'y' }, { a: 'ا' }, /"b" is missing in fa.json/],
  ['a key missing in English', { a: 'x' }, { a: 'ا', b: 'ب' }, /"b" is missing in en.json/],
  ['an argument in one language only', { a: 'x {n, number}' }, { a: 'ا' }, /\{n\} in en.json only/],
  ['a number shown as plain text', { a: '{n, number}' }, { a: '{n}' }, /write \{n, number\}/],
  ['a broken message', { a: '{n, plural, one {x}' }, { a: 'ا' }, /in en.json: /],
  ['a plural without other', { a: '{n, plural, one {x}}' }, { a: '{n, plural, other {ا}}' }, /no "other"/],
  ['a plural key the language lacks', { a: '{n, plural, few {x} other {y}}' }, { a: '{n, plural, other {ا}}' }, /few/],
  ['an apostrophe that hides an argument', { a: "'{n}'" }, { a: 'ا' }, /apostrophe/],
  ['an empty sentence', { a: 'x' }, { a: ' ' }, /is empty in fa.json/],
  ['two keys with one export name', { 'a-b': 'x', aB: 'y' }, { 'a-b': 'ا', aB: 'ب' }, /same export name/],
  ['a value that is no text', { a: 1 }, { a: 'ا' }, /neither text nor a group/],
  ['a format we do not have', { a: '{n, spellout}' }, { a: '{n, spellout}' }, /not supported/],
])('the build stops at %s', (_, en, fa, problem) => {
  feature('cases', en, fa);
  feature('people', { hello: 'Hello' }, { hello: 'سلام' });
  expect(compileWords(root).problems.join('\n')).toMatch(problem);
  expect(readdirSync(join(root, 'src/words-compiled')), 'the sound folder is written all the same').toContain('people.ts');
});

test('an unchanged file keeps its time and a vanished feature loses its file', () => {
  feature('cases', { a: 'x' }, { a: 'ا' });
  feature('gone', { a: 'x' }, { a: 'ا' });
  compileWords(root);
  const compiled = join(root, 'src/words-compiled');
  const before = statSync(join(compiled, 'cases.ts')).mtimeMs;
  rmSync(join(root, 'src/features/gone'), { recursive: true });
  compileWords(root);
  expect(statSync(join(compiled, 'cases.ts')).mtimeMs).toBe(before);
  expect(readdirSync(compiled).sort()).toEqual(['cases.by-key.ts', 'cases.ts', 'runtime.ts']);
});

test('a key becomes a camel-case name', () => {
  expect(['image.not-found', 'a', 'case_closed', 'Home.title'].map(exportName)).toEqual(['imageNotFound', 'a', 'caseClosed', 'homeTitle']);
});
