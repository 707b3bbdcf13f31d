// All that crosses the border of opportunities, with every limit named. A draft is saved as typed: every field may still be missing.

import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { choices, LIMITS, type LineKey, lines, numbers, type NumberKey, results, steps, types, vias } from './limits.ts';

const id = z.uuid().transform((text) => text as Id);
const lang = z.enum(['en', 'fa']);
const text = (max: number) => z.string().max(max).transform(stripMarks);
export const country = z.string().regex(/^[A-Z]{2}$/);
export const topic = z.string().max(60).regex(/^[a-z0-9.]+$/);
const timeZone = z.string().max(60).regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}$/);

type Shape<K extends string, S extends z.ZodType> = { readonly [key in K]: z.ZodOptional<S> };
const each = <K extends string, S extends z.ZodType>(keys: readonly K[], schema: (key: K) => S): Shape<K, S> => Object.fromEntries(keys.map((key) => [key, schema(key).optional()])) as Shape<K, S>;
const numberKeys = Object.keys(numbers) as NumberKey[];

/** The fields of all types in one closed schema; `rules/fields.ts` says which type asks for which. */
export const fields = z.strictObject({
  ...each<LineKey, z.ZodType<string>>(lines, () => text(LIMITS.line) as unknown as z.ZodType<string>),
  ...each<NumberKey, z.ZodNumber>(numberKeys, (key) => z.number().min(numbers[key][0]).max(numbers[key][1])),
  paid: z.enum(choices.paid).optional(), per: z.enum(choices.per).optional(), handsOn: z.enum(choices.handsOn).optional(), licenceExam: z.enum(choices.licenceExam).optional(),
  passports: z.enum(choices.passports).optional(), visa: z.enum(choices.visa).optional(), housing: z.enum(choices.housing).optional(), side: z.enum(choices.side).optional(),
  ethics: z.enum(choices.ethics).optional(), travel: z.enum(choices.travel).optional(),
  currency: z.string().regex(/^[A-Z]{3}$/).optional(),
  passportCountries: z.array(country).max(LIMITS.countries).optional(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(8).optional(),
});
export type OpportunityFields = z.infer<typeof fields>;

const said = z.strictObject({ title: text(LIMITS.title).default(''), text: text(LIMITS.text).default('') });
/** Of a draft: who is told first, through how many hands it may go, from whom it is kept. */
const plan = z.strictObject({
  named: z.array(id).max(LIMITS.named).default([]), note: text(LIMITS.note).default(''), hands: z.number().int().min(1).max(3).default(2), via: z.enum(vias).default('any'),
  barredPeople: z.array(id).max(LIMITS.bars).default([]), barredInstitutions: z.array(id).max(LIMITS.bars).default([]),
});
export type Plan = z.infer<typeof plan>;

export const startOpportunity = z.strictObject({ id, lang });
export const saveOpportunity = z.strictObject({
  version: z.number().int().min(1), lang, type: z.enum(types).nullable(), institutionId: id.nullable(), topics: z.array(topic).max(LIMITS.topics),
  startsOn: z.iso.date().nullable(), endsOn: z.iso.date().nullable(), deadline: z.iso.datetime({ offset: true }).nullable(), timeZone,
  fields, texts: z.strictObject({ en: said.optional(), fa: said.optional() }), plan,
});
export type SaveOpportunity = z.infer<typeof saveOpportunity>;

const note = text(LIMITS.note).default('');
export const handOn = z.strictObject({ hands: z.array(z.strictObject({ id, personId: id })).min(1).max(LIMITS.named), note, lang });
export type HandOn = z.infer<typeof handOn>;
export const showInterest = z.strictObject({ note, lang });
export const widen = z.strictObject({ id, step: z.enum(steps), hands: z.number().int().min(2).max(3).optional(), groupId: id.optional() })
  .refine((w) => (w.step === 'hands') === (w.hands !== undefined), { path: ['hands'] }).refine((w) => (w.step === 'group') === (w.groupId !== undefined), { path: ['groupId'] });
export type Widen = z.infer<typeof widen>;
export const bar = z.strictObject({ id, personId: id.optional(), institutionId: id.optional() }).refine((b) => (b.personId === undefined) !== (b.institutionId === undefined), { path: ['personId'] });
export type Bar = z.infer<typeof bar>;
export const ask = z.strictObject({ id, text: text(LIMITS.question).pipe(z.string().trim().min(3)), lang });
export type Ask = z.infer<typeof ask>;
export const reply = z.strictObject({ text: text(LIMITS.text).pipe(z.string().trim().min(1)), lang });
export const close = z.strictObject({ result: z.enum(results), words: text(LIMITS.words).default(''), lang });
export type Close = z.infer<typeof close>;
