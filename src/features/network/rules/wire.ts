// All that crosses the border of this feature, with every limit named.

import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';
import { hasSenior, tieKinds } from './tie.ts';

const id = z.uuid().transform((text) => text as Id);
const line = (max: number) => z.string().max(max).transform((text) => stripMarks(text).trim());
const year = z.number().int().min(LIMITS.firstYear).max(2200).nullable().default(null);

export const proposal = z.strictObject({
  id, personId: id, kind: z.enum(tieKinds),
  /** Who was the proctor or the mentor: I, or the other. */
  senior: z.enum(['me', 'other']).nullable().default(null),
  fromYear: year, toYear: year, place: line(LIMITS.place).default(''),
}).refine((p) => hasSenior(p.kind) === (p.senior !== null), { path: ['senior'] })
  .refine((p) => p.fromYear === null || p.toYear === null || p.toYear >= p.fromYear, { path: ['toYear'] });
export type Proposal = z.infer<typeof proposal>;
