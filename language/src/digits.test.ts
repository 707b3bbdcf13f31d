import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latinDigits, parseNumber } from './digits.ts';

const persian = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));

test('digits of every script become Latin and nothing else changes', () => {
  expect(latinDigits('۱۲۳ ٤٥٦ ７８９ २ LAD')).toBe('123 456 789 2 LAD');
});

test('a number typed in Persian, Arabic or Latin digits is the same number', () => {
  fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
    const written = `${whole}.${part}`;
    for (const typed of [written, persian(written).replace('.', '٫'), arabic(written).replace('.', '٫'), ` \u200e${written}\u200f `]) {
      expect(parseNumber(typed)).toBe(Number(written));
    }
  }));
});

test('thousands are read where they stand in threes', () => {
  for (const typed of ['210,000', '۲۱۰٬۰۰۰', '۲۱۰،۰۰۰', '210000']) expect(parseNumber(typed)).toBe(210000);
  expect(parseNumber('1,234.5')).toBe(1234.5);
});

test('what could be read in two ways is no number', () => {
  for (const typed of ['3,5', '۳/۵', '۳،۵', '1.2.3', '12,34', '0,123', '1e5', '12 34', '', '-', 'شش', '5 mg', '1,234,5']) {
    expect(parseNumber(typed), typed).toBeUndefined();
  }
});

test('any text is either a finite number or none', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const value = parseNumber(text);
    expect(value === undefined || Number.isFinite(value)).toBe(true);
  }));
});
