import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameWords } from './name-words.ts';
import { nameKeys, nameLikeness } from './names.ts';

const meet = (a: string, b: string) => nameKeys(a).some((key) => nameKeys(b).includes(key));

test('spellings of one name meet in both scripts', () => {
  for (const group of [
    ['محمد', 'Mohammad', 'Mohamad', 'Muhammad', 'Mohammed', 'مُحمّد'], ['رضایی', 'رضائی', 'Rezaei', 'Rezaee', 'Rezai', 'Rezaie'],
    ['حسین', 'Hossein', 'Hussein', 'Hosein', 'Hussain'], ['قاسم', 'Ghasem', 'Qasem', 'Qasim'], ['خدیجه', 'Khadijeh', 'Khadija'],
    ['عبدالله', 'Abdollah', 'Abdullah'], ['جواد', 'Javad', 'Jawad', 'Djavad'], ['یوسف', 'Yousef', 'Yusuf'], ['ژاله', 'Zhaleh', 'Jaleh'],
    ['مصطفی', 'مصطفى', 'Mostafa', 'Mustafa'], ['اسحاقی', 'Eshaghi'], ['زهرا', 'Zahra'], ['علیرضا', 'علی رضا', 'علی‌رضا', 'Alireza', 'Ali Reza', 'Ali-Reza'],
    ['فاطمة', 'فاطمه', 'Fatemeh', 'Fatima'], ['موسوی', 'Mousavi', 'Musavi', 'Moosavi'], ['روشن', 'Roshan', 'Rowshan'], ['غفاری', 'Ghaffari', 'Gafari'],
  ]) for (const a of group) for (const b of group) expect(meet(a, b), `${a} ${b}`).toBe(true);
  for (const [persian, abroad] of [['قاسم', 'Kassem'], ['فاروق', 'Farouk'], ['غزه', 'Gaza'], ['ظافر', 'Dhafer']] as const) {
    expect(meet(persian, abroad), abroad).toBe(true);
  }
});

test('different names do not meet', () => {
  for (const [a, b] of [['رضا', 'Rezaei'], ['احمد', 'Ahmadi'], ['کریم', 'Ghorban'], ['علی', 'Leila'], ['سارا', 'Sahar'], ['شاهین', 'Saeed']] as const) {
    expect(meet(a, b), `${a} ${b}`).toBe(false);
  }
});

test('vowels rank what the consonants cannot tell apart', () => {
  for (const [typed, right, other] of [
    ['حسین', 'Hussain', 'Hassan'], ['حسن', 'Hassan', 'Hossein'], ['محمود', 'Mahmoud', 'Mohammad'], ['Mohammad', 'محمد', 'محمود'], ['Hossein', 'Hussein', 'Hassan'],
  ] as const) expect(nameLikeness(typed, right), typed).toBeGreaterThan(nameLikeness(typed, other));
});

test('every typed word must be in the name, in any order, with or without a title', () => {
  expect(nameLikeness('ahmadi mar', 'دکتر مریم احمدی')).toBeGreaterThan(0.5);
  expect(nameLikeness('دکتر احمدی', 'Dr Maryam Ahmadi')).toBeGreaterThanOrEqual(0.8);
  expect(nameLikeness('احمدی رضا', 'Maryam Ahmadi')).toBe(0);
  expect(nameWords('دکتر مریم احمدی')).toEqual(['مریم', 'احمدی']);
});

test('a name is most like itself; keys are never empty for letters, and few', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('محمد', 'رضا', 'Kowalski', 'O’Neill', 'وووووو', 'Abdurrahman', 'الله', 'Ng', 'آوا', '王'), { minLength: 1, maxLength: 6 }), (parts) => {
    const name = parts.join(' ');
    expect(nameLikeness(name, name)).toBe(1);
    expect(nameKeys(name).length).toBeGreaterThan(0);
    expect(nameKeys(name).length).toBeLessThanOrEqual(parts.length * 17);
  }));
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
    const likeness = nameLikeness(a, b);
    expect(likeness >= 0 && likeness <= 1).toBe(true);
  }));
});

test('a megabyte is no name, and takes no time to refuse', () => {
  for (const long of ['ک'.repeat(1_000_000), 'sh '.repeat(300_000), 'kh'.repeat(500_000)]) {
    expect(nameKeys(long).length).toBeLessThan(200);
    expect(nameLikeness(long, 'Reza')).toBe(0);
  }
});

const folder = new URL('../../../shared/data/persian/', import.meta.url);
const absent = !existsSync(folder);
const note = 'the Persian test data are not beside this checkout (../shared/data/persian)';
const list = (name: string) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').map((line) => line.trim());

test('Iranian given and town names find a counterpart in the other script (866 of 866 Latin, 862 of 862 Persian)', ({ skip }) => {
  skip(absent, note);
  for (const kind of ['male', 'female', 'region']) {
    const [fa, en] = [list(`names-${kind}-fa.txt`), list(`names-${kind}-en.txt`)];
    const [faKeys, enKeys] = [new Set(fa.flatMap(nameKeys)), new Set(en.flatMap(nameKeys))];
    expect(en.filter((name) => !nameKeys(name).some((key) => faKeys.has(key)))).toEqual([]);
    expect(fa.filter((name) => !nameKeys(name).some((key) => enKeys.has(key)))).toEqual([]);
  }
});

test('a Latin given name meets fewer than two Persian names on average', ({ skip }) => {
  skip(absent, note);
  for (const kind of ['male', 'female', 'region']) {
    const [fa, en] = [list(`names-${kind}-fa.txt`), list(`names-${kind}-en.txt`)];
    const keys = fa.map((name) => new Set(nameKeys(name)));
    const candidates = en.map(nameKeys).map((asked) => keys.filter((stored) => asked.some((key) => stored.has(key))).length);
    expect(candidates.reduce((sum, one) => sum + one, 0) / en.length).toBeLessThan(2);
  }
});

test('of 160 world cities 70% meet by their keys (the rest are exonyms or pronounced otherwise, as Brussels, Hebron)', ({ skip }) => {
  skip(absent, note);
  const pairs = list('cldr-place-pairs-fa-en.jsonl').map((line) => JSON.parse(line) as { fa: string; en: string });
  expect(pairs.filter(({ fa, en }) => meet(fa, en)).length / pairs.length).toBeGreaterThan(0.7);
});
