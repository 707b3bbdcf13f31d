import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latinDigits, numberFrom } from './digits.ts';

test('a number typed in any digits is the same number', () => {
  for (const typed of ['35.5', '۳۵٫۵', '٣٥٫٥', '۳۵.۵', ' 35,5 ']) expect(numberFrom(typed)).toBe(35.5);
  expect(numberFrom('۲۱۰٬۰۰۰')).toBe(210_000);
  expect(numberFrom('1.6')).toBe(1.6);
});

test('what is no number gives none', () => {
  for (const typed of ['', '-', '1.2.3', '12a', '1e5', 'NaN', '۱۲/۳']) expect(numberFrom(typed)).toBeUndefined();
});

test('every finite decimal survives being written in Persian digits', () => {
  fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Number(n.toFixed(3))), (n) => {
    const persian = String(n).replace(/[0-9]/g, (d) => '۰۱۲۳۴۵۶۷۸۹'[Number(d)] as string).replace('.', '٫');
    expect(numberFrom(persian)).toBe(Object.is(n, -0) ? 0 : n);
  }));
});

test('text without digits is left as it is', () => {
  expect(latinDigits('ضایعهٔ LAD')).toBe('ضایعهٔ LAD');
});
