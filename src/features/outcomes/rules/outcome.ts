// The end of the story: booked when the case opens, asked in one tap, told to every adviser.

import { after, DAY_MS } from '#kernel/clock.ts';
import type { Moment } from './wire.ts';

/** Days counted from the decision time the asker gave (or from posting when none): in hospital +7, 30 days, 1 year. */
export const dueOn = (moment: Moment, from: Date): string =>
  after(from, { hospital: 7, d30: 30, y1: 365 }[moment] * DAY_MS).toISOString().slice(0, 10);

/** A death or a patient lost ends the later questions; they are answered with it and never asked. */
export const endsStory = (result: string): boolean => result === 'died' || result === 'lost' || result === 'not-done';
