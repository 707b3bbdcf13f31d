import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { barcs, complications } from './choices.ts';

export const LIMITS = { text: 4000, thanks: 600, choice: 200, event: 80 } as const;
export const results = ['no-event', 'event', 'not-done', 'lost', 'died'] as const;
const lang = z.enum(['en', 'fa']);
const line = (max: number) => z.string().max(max).transform(stripMarks);
const texts = z.strictObject({ text: line(LIMITS.text).optional(), thanks: line(LIMITS.thanks).optional() });

export const decide = z.strictObject({
  lang,
  choice: z.enum(['cabg', 'pci', 'tavi', 'surgery', 'device', 'drugs', 'wait', 'transfer', 'more-tests', 'other']),
  texts: z.strictObject({ en: texts.optional(), fa: texts.optional() }),
  followed: z.array(z.uuid()).max(20).default([]),
});
export type Decide = z.infer<typeof decide>;

export const tellOutcome = z.strictObject({
  lang,
  result: z.enum(results),
  details: z.strictObject({
    event: line(LIMITS.event).optional(),
    timiAfter: z.number().int().min(0).max(3).optional(),
    residualStenosisPct: z.number().min(0).max(100).optional(),
    proceduralSuccess: z.boolean().optional(),
    bleedingBarc: z.enum(barcs).optional(),
    complications: z.array(z.enum(complications)).max(10).optional(),
  }).default({}),
  texts: z.strictObject({ en: texts.optional(), fa: texts.optional() }).default({}),
});
export type TellOutcome = z.infer<typeof tellOutcome>;

export type Outcome = (typeof results)[number];
/** What is told of an event or a procedure beside the result. */
export type OutcomeDetails = TellOutcome['details'];
