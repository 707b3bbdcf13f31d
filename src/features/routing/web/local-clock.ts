import type { Locale } from '#kernel/locale.ts';

/** "19:30" by somebody's own clock, in the reader's digits. */
export const localClock = (l: Locale, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(l === 'fa' ? 'fa-IR' : 'en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
