// When and how often one may be asked: what an expert changes from the ask itself, without the whole profile.

import { z } from 'zod';
import { LIMITS } from './vocabulary.ts';

export type AvailabilityView = { weeklyCap: number; quietFrom: string | null; quietTo: string | null; wakesForNow: boolean; awayUntil: string | null };

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Only what is named changes. `awayUntil`: on leave from today to that day, both included; null: back now. */
export const availability = z.strictObject({
  weeklyCap: z.number().int().min(0).max(LIMITS.weeklyCap).optional(),
  quiet: z.strictObject({ from: clock, to: clock }).nullable().optional(),
  wakesForNow: z.boolean().optional(),
  awayUntil: z.iso.date().nullable().optional(),
});
export type Availability = z.infer<typeof availability>;

/** Leave of more than a year is a typing error. */
export const LONGEST_LEAVE_DAYS = 366;
