import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

/** Text of the kind that is folded: Persian, Arabic, Latin with marks, digits, joiners and anything of the basic plane. */
const persianText = fc.string({ unit: fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيىكةۀأإآؤئءًٌٍَُِّْٰٓٔـ۰۹٣٫٬،؛؟ \u200c\u200d\u200f\nAzÉşłß09.,') });
const text = fc.oneof(persianText, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' }));

test('folding twice is folding once', () => {
  fc.assert(fc.property(text, (typed) => { expect(fold(fold(typed))).toBe(fold(typed)); }), { numRuns: 2000 });
  for (let point = 0; point < 0x30000; point++) {
    const once = fold(`x${String.fromCodePoint(point)}y`);
    if (fold(once) !== once) expect.fail(`U+${point.toString(16)}`);
  }
});

test('composed and decomposed text fold alike', () => {
  fc.assert(fc.property(persianText, (typed) => {
    expect(fold(typed.normalize('NFD'))).toBe(fold(typed));
    expect(fold(typed.normalize('NFC'))).toBe(fold(typed));
  }), { numRuns: 1000 });
});

test('a joined text folds to its folded parts', () => {
  fc.assert(fc.property(text, text, (a, b) => { expect(fold(`${a} ${b}`)).toBe([fold(a), fold(b)].filter((part) => part !== '').join(' ')); }));
});

test('no Arabic yeh or kaf, no vowel sign, no tatweel, no foreign digit and no capital is left', () => {
  fc.assert(fc.property(persianText, (typed) => { expect(fold(typed)).not.toMatch(/[يىكةۀأإآؤئ\u064b-\u065f\u0670\u0640۰-۹٠-٩A-Z\u200c\u200d]/); }));
});

test('the variants that Persian keyboards write meet', () => {
  for (const [a, b] of [
    ['كتابي', 'کتابی'], ['نتیجهٔ', 'نتيجۀ'], ['مسأله', 'مساله'], ['تأیید', 'تایید'], ['رئیس', 'رییس'], ['مسؤول', 'مسوول'], ['إيران', 'ایران'],
    ['فاطمة', 'فاطمه'], ['هم‌دل', 'هم دل'], ['محمّد', 'محمد'], ['سـلام', 'سلام'], ['EF=۳۵٪', 'ef=35%'], ['۳٫۵', '3.5'], ['ﻻﻡ', 'لام'],
  ] as const) expect(fold(a), a).toBe(fold(b));
});

test('Latin names lose marks and case', () => {
  expect(fold('𝐋𝐀𝐃')).toBe('lad');
  expect(fold('Łukasz SØREN Straße Ayşe Çelik İstanbul')).toBe('lukasz soren strasse ayse celik istanbul');
});

test('text longer than one block is folded whole', () => {
  expect(fold('ﷺ ي'.repeat(9000))).toBe(fold('ﷺ ي') + fold('ﷺ ي').repeat(8999));
});

test('a megabyte takes less than a tenth of a second (168 MB/s seen; 10 MB/s is the floor)', () => {
  const page = 'درگیری سه رگ با EF=۳۵٪ و ضایعهٔ كلسيفيه در LAD؛ '.repeat(12000);
  const mb = new TextEncoder().encode(page).length / 1e6;
  fold(page);
  const times = Array.from({ length: 5 }, () => { const start = performance.now(); fold(page); return performance.now() - start; });
  expect(mb / (Math.min(...times) / 1000)).toBeGreaterThan(10);
});
