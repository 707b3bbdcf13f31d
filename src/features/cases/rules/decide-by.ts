// The moment by which the asker decides: offered ones, and one typed as a day of either calendar. Everything in the asker's own time zone.

import { latinDigits } from '#kernel/digits.ts';
import { DAY_MS } from '#kernel/clock.ts';

type Parts = { year: number; month: number; day: number; hour: number; minute: number };

const partsOf = (at: Date, timeZone: string, calendar: 'gregory' | 'persian'): Parts => {
  const found = Object.fromEntries(
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23', timeZone })
      .formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return { year: Number.parseInt(found.year ?? found.relatedYear ?? '0', 10), month: Number(found.month), day: Number(found.day), hour: Number(found.hour), minute: Number(found.minute) };
};

/** The instant at which the clocks of `timeZone` show this Gregorian day and time (in a gap of summer time, the moment after it). */
export const instantAt = ({ year, month, day, hour, minute }: Parts, timeZone: string): Date => {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let at = wanted;
  // Twice: the first step may cross a change of the offset.
  for (let i = 0; i < 2; i++) {
    const shown = partsOf(new Date(at), timeZone, 'gregory');
    at += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return new Date(at);
};

export const presetNames = ['today', 'tomorrow', 'threeDays', 'week'] as const;
export type Preset = (typeof presetNames)[number];

/** Today 18:00, tomorrow 10:00, in three days and in a week at 10:00; those that are past are left out. */
export const presets = (now: Date, timeZone: string): { readonly name: Preset; readonly at: Date }[] => {
  const on = (days: number, hour: number): Date => {
    const { year, month, day } = partsOf(new Date(now.getTime() + days * DAY_MS), timeZone, 'gregory');
    return instantAt({ year, month, day, hour, minute: 0 }, timeZone);
  };
  const all = [
    { name: 'today', at: on(0, 18) }, { name: 'tomorrow', at: on(1, 10) }, { name: 'threeDays', at: on(3, 10) }, { name: 'week', at: on(7, 10) },
  ] as const;
  return all.filter(({ at }) => at > now);
};

/** The Gregorian day of a day of the Persian calendar; undefined when there is no such day (30 Esfand of a common year). */
const fromPersian = (year: number, month: number, day: number): { year: number; month: number; day: number } | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const near = Date.UTC(year + 621, 2, 21, 12) + (Math.min(month - 1, 6) * 31 + Math.max(0, month - 7) * 30 + day - 1) * DAY_MS;
  for (const off of [0, -1, 1, -2, 2]) {
    const at = new Date(near + off * DAY_MS);
    const p = partsOf(at, 'UTC', 'persian');
    if (p.year === year && p.month === month && p.day === day) return partsOf(at, 'UTC', 'gregory');
  }
  return undefined;
};

/**
 * "1405/9/12", «۱۴۰۵/۰۹/۱۲ ۱۴:۳۰», "2026-12-03 18:00": a year under 1700 is Persian. Without a time 18:00 is meant.
 * Undefined when it is no day.
 */
export const momentFrom = (typed: string, timeZone: string): Date | undefined => {
  const found = /^\s*(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?:[\s,،T]+(\d{1,2})(?::(\d{2}))?)?\s*$/.exec(latinDigits(typed));
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const hour = found[4] === undefined ? 18 : Number(found[4]);
  const minute = Number(found[5] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const gregorian = year < 1700 ? fromPersian(year, month, day) : { year, month, day };
  if (gregorian === undefined) return undefined;
  const noon = new Date(Date.UTC(gregorian.year, gregorian.month - 1, gregorian.day, 12));
  if (noon.getUTCMonth() !== gregorian.month - 1 || noon.getUTCDate() !== gregorian.day) return undefined;
  return instantAt({ year: gregorian.year, month: gregorian.month, day: gregorian.day, hour, minute }, timeZone);
};
