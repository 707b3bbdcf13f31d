import { expect, test } from 'vitest';
import { periodFrom, periodIso, periodOrder, periodText } from './period.ts';

test('a year is read in either calendar and any digits', () => {
  expect(periodFrom('۱۴۰۲/۷')).toEqual({ calendar: 'persian', year: 1402, month: 7 });
  expect(periodFrom('2023-09')).toEqual({ calendar: 'gregorian', year: 2023, month: 9 });
  expect([periodFrom('1700'), periodFrom('2023-13'), periodFrom('since my youth'), periodFrom('')]).toEqual([null, null, null, null]);
});

test('each language reads its own calendar, and what nobody can read stays as typed', () => {
  expect([periodText('en', '1402-07'), periodText('fa', '1402-07')]).toEqual(['Sep 2023', 'مهر ۱۴۰۲']);
  expect([periodText('en', '2024-01'), periodText('fa', '2024-01')]).toEqual(['Jan 2024', 'دی ۱۴۰۲']);
  expect([periodText('en', '1402'), periodText('fa', '۱۴۰۲'), periodText('fa', '2023')]).toEqual(['2023/24', '۱۴۰۲', '۲۰۲۳']);
  expect(periodText('en', 'spring 2020')).toBe('spring 2020');
});

test('both calendars stand in one order and one form for programs', () => {
  expect(periodIso('1402-11')).toBe('2024-01');
  expect(periodIso('1402-01')).toBe('2023-03');
  expect([periodIso('1402'), periodIso('?')]).toEqual(['2023', '']);
  expect(['1402-10', '2024-06', '1399', ''].sort((a, b) => periodOrder(b) - periodOrder(a))).toEqual(['2024-06', '1402-10', '1399', '']);
});

test('a month goes to the other calendar and back by no more than one', () => {
  for (let year = 1380; year < 1410; year++) for (let month = 1; month <= 12; month++) {
    const there = periodIso(`${year}-${month}`);
    const day = new Date(`${there}-28T12:00:00Z`);
    const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', timeZone: 'UTC' }).formatToParts(day);
    expect([Number(parts.find((p) => p.type === 'year')?.value), Number(parts.find((p) => p.type === 'month')?.value)], there).toEqual([year, month]);
  }
});
