// Moments in words, as a colleague would say them: "today 18:30", "yesterday", "5 Azar"; and what is left until one.
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/web.ts';
import { clockText, daysFrom, dayOf, dayText, weekdayText } from './day.ts';

const HOUR = 3_600_000;

export type WhenStyle = {
  /** `day` leaves the clock out. */
  readonly clock?: boolean | undefined;
  /** To the hour at most: what readers of a hidden asker's case may know of time. */
  readonly coarse?: boolean | undefined;
};

/** "today 18:30" · "yesterday" · "Thursday 9:00" (the six days to come) · "26 Nov" · "26 November 2025" (another year). */
export const whenText = (l: Locale, at: Date, now: Date, timeZone: string, { clock = true, coarse = false }: WhenStyle = {}): string => {
  const days = daysFrom(now, at, timeZone);
  const passed = now.getTime() - at.getTime();
  if (coarse && passed >= 0 && passed < HOUR) return say.whenLastHour(l);
  const time = clock && !coarse ? clockText(l, at, timeZone) : undefined;
  if (days === 0) return time === undefined ? say.whenToday(l) : say.whenTodayAt(l, { time });
  if (days === -1) return time === undefined ? say.whenYesterday(l) : say.whenYesterdayAt(l, { time });
  if (days === 1) return time === undefined ? say.whenTomorrow(l) : say.whenTomorrowAt(l, { time });
  if (days > 1 && days < 7) {
    const day = weekdayText(l, at, timeZone);
    return time === undefined ? day : say.whenDayAt(l, { day, time });
  }
  return dayText(l, at, timeZone, dayOf(l, at, timeZone).year !== dayOf(l, now, timeZone).year);
};

/** "22 min left" · "3 h 40 min left" · from a day on the date · "time is over". */
export const leftText = (l: Locale, until: Date, now: Date, timeZone: string): string => {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return say.leftOver(l);
  // Rounded up: the last minute is still a minute.
  const all = Math.ceil(left / 60_000);
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  if (hours >= 24) return say.leftUntil(l, { when: whenText(l, until, now, timeZone) });
  if (hours === 0) return say.leftMinutes(l, { minutes });
  return minutes === 0 ? say.leftHours(l, { hours }) : say.leftBoth(l, { hours, minutes });
};

/** "0 B" · "2.1 kB" · "9.6 MB", «۹٫۶ مگابایت»: decimal units, one decimal under a hundred. */
export const bytesText = (l: Locale, bytes: number): string => {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const n = step === 0 ? Math.round(value) : Math.round(value * (value < 100 ? 10 : 1)) / (value < 100 ? 10 : 1);
  return [say.sizeBytes, say.sizeKilo, say.sizeMega, say.sizeGiga][step]?.(l, { n }) ?? '';
};
