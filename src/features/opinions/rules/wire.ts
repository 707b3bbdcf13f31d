import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { accesses, disclosures, stances } from './choices.ts';

export const LIMITS = { headline: 160, text: 4000, kit: 20, kitName: 80, marks: 20 } as const;
const id = z.uuid();
const lang = z.enum(['en', 'fa']);
const line = (max: number) => z.string().max(max).transform(stripMarks);

/** `onShelf`: the asker's lab has it. `ifAvailable`: advice for a better shelf; `instead` says what to do without it. */
export const kitLine = z.strictObject({ item: line(LIMITS.kitName), when: z.enum(['on-shelf', 'if-available']), instead: line(LIMITS.kitName).optional() });

export const opinionBody = z.strictObject({
  stance: z.enum(stances).optional(),
  access: z.array(z.enum(accesses)).max(4).optional(),
  kit: z.array(kitLine).max(LIMITS.kit).optional(),
  confidence: z.number().int().min(1).max(5).optional(),
  disclosure: z.enum(disclosures).optional(),
  marks: z.array(id).max(LIMITS.marks).optional(),
});
export type OpinionBody = z.infer<typeof opinionBody>;
export const opinionTexts = z.strictObject({
  headline: line(LIMITS.headline).optional(),
  strategy: line(LIMITS.text).optional(),
  bailOut: line(LIMITS.text).optional(),
  stop: line(LIMITS.text).optional(),
  rationale: line(LIMITS.text).optional(),
  disclosureNote: line(LIMITS.headline).optional(),
});
export type OpinionTexts = z.infer<typeof opinionTexts>;

const content = { lang, body: opinionBody, texts: z.strictObject({ en: opinionTexts.optional(), fa: opinionTexts.optional() }) };
export const saveOpinion = z.strictObject({ version: z.number().int().min(0), ...content });
export type SaveOpinion = z.infer<typeof saveOpinion>;
export const giveOpinion = z.strictObject({ id, ...content });
export type GiveOpinion = z.infer<typeof giveOpinion>;

export const addRemark = z.strictObject({
  id, lang, text: line(LIMITS.text).refine((t) => t.trim().length > 0),
  pointer: z.strictObject({ runId: id, frame: z.number().int().min(0).max(5000), markId: id.optional() }).nullable().default(null),
});
export type AddRemark = z.infer<typeof addRemark>;
