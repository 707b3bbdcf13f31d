// Of a hidden asker's case nothing goes out at the minute of the tap: some minutes drawn by lot lie between, more where there is more time.

import { after, HOUR_MS } from '#kernel/clock.ts';
import type { Random } from '#kernel/random.ts';
import type { Pace } from './ladder.ts';

export const JITTER_MS: Readonly<Record<Pace, number>> = { now: HOUR_MS / 12, days: HOUR_MS / 2, weeks: 3 * HOUR_MS };

/** When the ladder of a case begins; a named asker's at once. */
export const beginsAt = (now: Date, hidden: boolean, pace: Pace, random: Random): Date => {
  if (!hidden) return now;
  const [a = 0, b = 0] = random.bytes(2);
  return after(now, Math.floor(((a * 256 + b) / 65_536) * JITTER_MS[pace]));
};
