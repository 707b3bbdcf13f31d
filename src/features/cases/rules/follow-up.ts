// The end of the story is booked when it opens: in hospital, after 30 days, after a year.

import { after, DAY_MS } from '#kernel/clock.ts';

export const moments = ['hospital', 'd30', 'y1'] as const;
export type Moment = (typeof moments)[number];

/** The day (UTC) on which an outcome is asked for, counted from the decision time the asker gave. */
export const dueOn = (moment: Moment, from: Date): string =>
  after(from, { hospital: 7, d30: 30, y1: 365 }[moment] * DAY_MS).toISOString().slice(0, 10);
