import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';

/** "4 s", "25 min", "2 h": rounded up. */
export const durationText = (l: Locale, seconds: number): string => {
  if (seconds < 90) return say.imagesLeaveSeconds(l, { n: Math.max(1, Math.ceil(seconds)) });
  return seconds < 5400 ? say.imagesLeaveMinutes(l, { n: Math.ceil(seconds / 60) }) : say.imagesLeaveHours(l, { n: Math.ceil(seconds / 3600) });
};
