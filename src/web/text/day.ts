// Calendar days by Intl: the Persian calendar for Persian, Gregorian for English. A day is counted in the reader's own time zone.
import type { Locale } from '#kernel/locale.ts';

const kept = new Map<string, Intl.DateTimeFormat>();

// Building a formatter costs about a hundred times a use of it.
const format = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = tag + JSON.stringify(options);
  const found = kept.get(key) ?? new Intl.DateTimeFormat(tag, options);
  kept.set(key, found);
  return found;
};

export type Day = { readonly year: number; readonly month: number; readonly day: number };

const partsIn = (at: Date, timeZone: string, calendar: string): Day => {
  const of = Object.fromEntries(
    format(`en-u-ca-${calendar}-nu-latn`, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone }).formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return { year: Number.parseInt(of.year ?? of.relatedYear ?? '0', 10), month: Number(of.month), day: Number(of.day) };
};

export const gregorianDay = (at: Date, timeZone: string): Day => partsIn(at, timeZone, 'gregory');
export const persianDay = (at: Date, timeZone: string): Day => partsIn(at, timeZone, 'persian');
export const dayOf = (l: Locale, at: Date, timeZone: string): Day => (l === 'fa' ? persianDay : gregorianDay)(at, timeZone);

/** Whole days from the day of `now` to the day of `at`, as the reader's calendar counts them: -1 is yesterday. */
export const daysFrom = (now: Date, at: Date, timeZone: string): number => (noon(at, timeZone) - noon(now, timeZone)) / 86_400_000;

const noon = (at: Date, timeZone: string): number => {
  const { year, month, day } = gregorianDay(at, timeZone);
  return Date.UTC(year, month - 1, day, 12);
};

/** `2026-11-26`, for `datetime`. */
export const isoDay = (at: Date, timeZone: string): string => {
  const { year, month, day } = gregorianDay(at, timeZone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const calendar = (l: Locale): string => (l === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB');
const month = (l: Locale, at: Date, timeZone: string, style: 'long' | 'short') => format(calendar(l), { month: style, timeZone }).format(at);
const count = (l: Locale, n: number): string => new Intl.NumberFormat(l === 'fa' ? 'fa-IR' : 'en-GB', { useGrouping: false }).format(n);

/**
 * "26 November 2026", «۵ آذر ۱۴۰۵»; without the year "26 Nov", «۵ آذر».
 * Put together here, month before year: Intl's own month and year print «۱۴۰۵ آذر».
 */
export const dayText = (l: Locale, at: Date, timeZone: string, withYear: boolean): string => {
  const { year, day } = dayOf(l, at, timeZone);
  const name = month(l, at, timeZone, withYear || l === 'fa' ? 'long' : 'short');
  return withYear ? `${count(l, day)} ${name} ${count(l, year)}` : `${count(l, day)} ${name}`;
};

/** "November 2026", «آذر ۱۴۰۵». */
export const monthText = (l: Locale, at: Date, timeZone: string): string => `${month(l, at, timeZone, 'long')} ${count(l, dayOf(l, at, timeZone).year)}`;

/** What one calendar's month is in the other: "Nov–Dec 2026", «آبان–آذر ۱۴۰۵». */
export const monthSpan = (l: Locale, from: Date, to: Date, timeZone: string): string => {
  const [a, b] = [month(l, from, timeZone, 'short'), month(l, to, timeZone, 'short')];
  return `${a === b ? a : `${a}–${b}`} ${count(l, dayOf(l, to, timeZone).year)}`;
};

/** The other calendar's date, whole: for `title` and beside where one plans. */
export const otherDayText = (l: Locale, at: Date, timeZone: string): string => dayText(l === 'fa' ? 'en' : 'fa', at, timeZone, true);

export const weekdayText = (l: Locale, at: Date, timeZone: string, style: 'long' | 'narrow' | 'short' = 'long'): string =>
  format(l === 'fa' ? 'fa-IR' : 'en-GB', { weekday: style, timeZone }).format(at);

/** 24-hour clock: "18:30", «۱۸:۳۰». */
export const clockText = (l: Locale, at: Date, timeZone: string): string =>
  format(l === 'fa' ? 'fa-IR' : 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
