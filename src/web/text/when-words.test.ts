import { expect, test } from 'vitest';
import { dayText, monthText, otherDayText } from './day.ts';
import { bytesText, leftText, whenText } from './when-words.ts';

const tehran = 'Asia/Tehran';
const now = new Date('2026-11-22T08:00:00Z'); // Sunday 1 Azar 1405, 11:30 in Tehran
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');
const at = (iso: string, style = {}) => ({
  en: plain(whenText('en', new Date(iso), now, tehran, style)),
  fa: plain(whenText('fa', new Date(iso), now, tehran, style)),
});

test('near moments are said in words in both languages, by the reader’s own days', () => {
  expect(at('2026-11-22T15:00:00Z')).toEqual({ en: 'today 18:30', fa: 'امروز ساعت ۱۸:۳۰' });
  expect(at('2026-11-21T20:00:00Z')).toEqual({ en: 'yesterday 23:30', fa: 'دیروز ساعت ۲۳:۳۰' });
  // 20:45 UTC is already tomorrow in Tehran.
  expect(at('2026-11-22T20:45:00Z')).toEqual({ en: 'tomorrow 00:15', fa: 'فردا ساعت ۰۰:۱۵' });
  expect(at('2026-11-26T05:30:00Z')).toEqual({ en: 'Thursday 09:00', fa: 'پنجشنبه ساعت ۰۹:۰۰' });
});

test('farther ones are dates of the reader’s calendar, with the year only when it is another', () => {
  expect(at('2026-12-08T05:30:00Z')).toEqual({ en: '8 Dec', fa: '۱۷ آذر' });
  expect(at('2026-03-10T05:30:00Z')).toEqual({ en: '10 Mar', fa: '۱۹ اسفند ۱۴۰۴' });
  expect(at('2025-12-30T05:30:00Z')).toEqual({ en: '30 December 2025', fa: '۹ دی ۱۴۰۴' });
});

test('a coarse moment tells no minute', () => {
  expect(at('2026-11-22T07:20:00Z', { coarse: true })).toEqual({ en: 'in the last hour', fa: 'در یک ساعت گذشته' });
  expect(at('2026-11-22T05:10:00Z', { coarse: true })).toEqual({ en: 'today', fa: 'امروز' });
});

test('the month stands before the year, which Intl alone turns round in Persian', () => {
  const esfand = new Date('2026-03-10T05:30:00Z');
  expect(monthText('fa', esfand, tehran)).toBe('اسفند ۱۴۰۴');
  expect(monthText('en', esfand, tehran)).toBe('March 2026');
  expect(dayText('fa', esfand, tehran, true)).toBe('۱۹ اسفند ۱۴۰۴');
  expect(otherDayText('fa', esfand, tehran)).toBe('10 March 2026');
});

test('what is left is said in minutes, then hours, then as a date', () => {
  const left = (minutes: number) => plain(leftText('fa', new Date(now.getTime() + minutes * 60_000), now, tehran));
  expect(left(22)).toBe('۲۲ دقیقه مانده');
  expect(left(220)).toBe('۳ ساعت و ۴۰ دقیقه مانده');
  expect(left(60 * 22.5)).toBe('۲۲ ساعت و ۳۰ دقیقه مانده');
  expect(left(60 * 30)).toBe('تا فردا ساعت ۱۷:۳۰');
  expect(left(0)).toBe('مهلت گذشت');
});

test('bytes are counted in decimal units with the digits of the language', () => {
  expect([0, 412, 2100, 9_600_000, 184_000_000].map((n) => bytesText('fa', n))).toEqual([
    '۰ بایت', '۴۱۲ بایت', '۲٫۱ کیلوبایت', '۹٫۶ مگابایت', '۱۸۴ مگابایت',
  ]);
  expect(bytesText('en', 999_960)).toBe('1,000\u00a0kB');
  expect(bytesText('en', 2480)).toBe('2.5\u00a0kB');
});
