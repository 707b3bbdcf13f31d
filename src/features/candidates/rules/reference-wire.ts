// All that crosses the border of references.

import { z } from 'zod';
import { id, lang } from '#features/people/rules/wire.ts';
import { stripMarks } from '#kernel/text.ts';
import { REFERENCES, scopes } from './vocabulary.ts';

const text = (max: number) => z.string().max(max).transform(stripMarks);
const scopeList = z.array(z.enum(scopes)).max(scopes.length);

export const askReference = z.strictObject({ id, personId: id, purpose: text(REFERENCES.purpose).pipe(z.string().trim().min(1)), scopes: scopeList.min(1), lang });
export type AskReference = z.infer<typeof askReference>;

export const months = z.union([z.literal(6), z.literal(12), z.literal(24)]);
export const draftReference = z.strictObject({ version: z.number().int().min(0), text: text(REFERENCES.text), lang, scopes: scopeList, mayRead: z.boolean(), reuse: z.boolean(), months });
export type ReferenceDraft = Omit<z.infer<typeof draftReference>, 'version'>;
export const giveReference = z.strictObject({ id, text: text(REFERENCES.text).pipe(z.string().trim().min(20)), lang, scopes: scopeList.min(1), mayRead: z.boolean(), reuse: z.boolean(), months });
export type GiveReference = z.infer<typeof giveReference>;
