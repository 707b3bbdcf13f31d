// All that crosses the border of this feature, with every limit named.

import { z } from 'zod';
import { wants } from '#features/opportunities/rules/wants.ts';
import { country } from '#features/opportunities/rules/wire.ts';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';

const id = z.uuid().transform((text) => text as Id);
const text = (max: number) => z.string().max(max).transform((typed) => stripMarks(typed).trim());
const lang = z.enum(['en', 'fa']);

/** What the junior wishes and lets be said. `passports` are stated here or nowhere: nothing is read from elsewhere. */
export const brief = z.strictObject({ wants, passports: z.array(country).max(LIMITS.passports).default([]), limits: text(LIMITS.limits).default(''), say: text(LIMITS.say).default('') });
export type Brief = z.infer<typeof brief>;
export const writtenBrief = z.strictObject({ brief, lang, version: z.number().int().min(0).default(0) });
export type WrittenBrief = z.infer<typeof writtenBrief>;

/** `side` is mine: a senior offers, a junior asks and says at once what for. */
export const proposal = z.strictObject({ id, personId: id, side: z.enum(['senior', 'junior']), written: writtenBrief.nullable().default(null) })
  .refine(({ side, written }) => (side === 'junior') === (written !== null), { path: ['written'] });
export type Proposal = z.infer<typeof proposal>;
/** A junior agrees by writing; a senior by saying yes. */
export const agreement = z.strictObject({ written: writtenBrief.nullable().default(null) });
export type Agreement = z.infer<typeof agreement>;
export const goal = z.strictObject({ id, lang, text: text(LIMITS.goal).pipe(z.string().min(1)), dueOn: z.iso.date().nullable().default(null) });
export type Goal = z.infer<typeof goal>;
export const reminder = z.strictObject({ dueOn: z.iso.date(), note: text(LIMITS.reminder).default('') });
export type Reminder = z.infer<typeof reminder>;
export const pass = z.strictObject({ opportunityId: id });
export const caseThought = z.strictObject({ id, caseId: id, lang, note: text(LIMITS.note).default('') });
export type CaseThought = z.infer<typeof caseThought>;
