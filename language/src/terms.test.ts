import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { foldTerms } from './terms.ts';

test('what ZWNJ parts is found apart and joined, and a particle is joined but does not stand alone', () => {
  expect(foldTerms('نرم‌افزارهای قلب')).toMatchObject({ words: ['نرم', 'افزارهای', 'قلب'], joined: ['نرمافزارهای'] });
  expect(foldTerms('برگ‌ها می‌خورد')).toMatchObject({ words: ['برگ', 'خورد'], joined: ['برگها', 'میخورد'] });
  expect(foldTerms('CTO‌های RCA')).toMatchObject({ words: ['cto', 'rca'], joined: [] });
  expect(foldTerms('می‌شود')).toMatchObject({ words: [], joined: [] });
});

test('a word typed without ZWNJ, or with Arabic letters, meets the joined form', () => {
  for (const [typed, written] of [['نرمافزار', 'نرم‌افزار'], ['كتابهاي', 'کتاب‌های'], ['پیشنویس', 'پیش\u200f\u200cنویس']] as const) {
    expect(foldTerms(written).joined, typed).toEqual(foldTerms(typed).words);
  }
});

test('no clinical word is shortened', () => {
  expect(foldTerms('شریان درمان stents').words).toEqual(['شریان', 'درمان', 'stents']);
});

test('one wrong letter leaves common pieces; numbers have none', () => {
  expect(foldTerms('استنت 35').grams).toEqual(['_است', 'استن', 'ستنت', 'تنت_']);
  const shared = foldTerms('پرفوراسیون').grams.filter((gram) => foldTerms('پرفوراسون').grams.includes(gram));
  expect(shared.length).toBeGreaterThanOrEqual(5);
});

test('terms are folded, whatever is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const { words, joined, grams } = foldTerms(text);
    for (const term of [...words, ...joined]) expect(fold(term)).toBe(term);
    for (const gram of grams) expect(gram).toHaveLength(4);
  }));
});

test('a megabyte of any shape is read in step with its length', () => {
  expect(foldTerms('نرم‌افزار '.repeat(60_000)).joined).toHaveLength(60_000);
  expect(foldTerms(`${'ب\u200c'.repeat(300_000)}ب`).joined).toHaveLength(1);
  for (const long of ['ا'.repeat(1_000_000), '1.'.repeat(500_000), 'é'.repeat(1_000_000), '\u200c'.repeat(1_000_000)]) expect(foldTerms(long).words.length).toBeLessThan(3);
});
