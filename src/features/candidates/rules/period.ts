// A year, or a year and a month, as somebody typed it in either calendar and any digits. Kept as typed; read here.
// A year from 1300 to 1499 is of the Solar Hijri calendar. A whole month of one calendar is named by the month of the other in which it begins.

import { latinDigits } from '#kernel/digits.ts';
import type { Locale } from '#kernel/locale.ts';

export type Period = { readonly calendar: 'gregorian' | 'persian'; readonly year: number; /** From 1; absent when the year alone is known. */ readonly month?: number };

/** Null: no year can be seen in it. */
export const periodFrom = (typed: string): Period | null => {
  const found = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(latinDigits(typed).trim());
  if (!found) return null;
  const [year, month] = [Number(found[1]), found[2] === undefined ? undefined : Number(found[2])];
  const calendar = year >= 1300 && year < 1500 ? 'persian' : year >= 1900 && year < 2200 ? 'gregorian' : undefined;
  if (calendar === undefined || (month !== undefined && (month < 1 || month > 12))) return null;
  return month === undefined ? { calendar, year } : { calendar, year, month };
};

// Farvardin begins about 21 March of year + 621, Bahman about 21 January of year + 622.
export const asGregorian = ({ calendar, year, month }: Period): Period =>
  calendar === 'gregorian' ? { calendar, year, ...(month !== undefined && { month }) }
  : month === undefined ? { calendar: 'gregorian', year: year + 621 }
  : { calendar: 'gregorian', year: year + (month <= 10 ? 621 : 622), month: month <= 10 ? month + 2 : month - 10 };

/** A Gregorian year alone stays one: it lies in two years of the other calendar. */
const asPersian = ({ calendar, year, month }: Period): Period =>
  calendar === 'persian' || month === undefined ? { calendar, year, ...(month !== undefined && { month }) }
  : { calendar: 'persian', year: year - (month >= 4 ? 621 : 622), month: month >= 4 ? month - 3 : month + 9 };

/** For sorting: months since year 0, a year alone at its end. What cannot be read stands before everything. */
export const periodOrder = (typed: string): number => {
  const period = periodFrom(typed);
  if (!period) return 0;
  const { year, month } = asGregorian(period);
  return year * 12 + (month ?? 12);
};

const persianMonths = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const countIn = (l: Locale, n: number): string => new Intl.NumberFormat(l === 'fa' ? 'fa-IR' : 'en-GB', { useGrouping: false }).format(n);

/** "Sep 2023", «مهر ۱۴۰۲»; a Solar Hijri year alone reads "2023/24" in English. What cannot be read is shown as typed. */
export const periodText = (l: Locale, typed: string): string => {
  const period = periodFrom(typed);
  if (!period) return typed.trim();
  if (l === 'fa') {
    const { year, month } = asPersian(period);
    return month === undefined ? countIn(l, year) : `${persianMonths[month - 1]} ${countIn(l, year)}`;
  }
  const { year, month } = asGregorian(period);
  if (month !== undefined) return `${englishMonths[month - 1]} ${year}`;
  return period.calendar === 'persian' ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year);
};

/** ISO 8601 cut to what is known, `2023` or `2023-09`; empty when nothing is. */
export const periodIso = (typed: string): string => {
  const period = periodFrom(typed);
  if (!period) return '';
  const { year, month } = asGregorian(period);
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
};
