// All that crosses the border of applications.

import { z } from 'zod';
import { parts } from '#features/candidates/rules/vocabulary.ts';
import { id, lang } from '#features/people/rules/wire.ts';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS, outcomes } from './limits.ts';

const text = (max: number) => z.string().max(max).transform(stripMarks);
const said = (max: number) => text(max).pipe(z.string().trim().min(1));

/** `parts`: which parts of the CV go into the copy; `letters`: which references come with it. */
export const apply = z.strictObject({ id, lang, words: text(LIMITS.words), parts: z.array(z.enum(parts)).min(1).max(parts.length), evidence: z.boolean(), letters: z.array(id).max(LIMITS.letters) });
export type Apply = z.infer<typeof apply>;
export const note = z.strictObject({ id, lang, text: said(LIMITS.note) });
export type Note = z.infer<typeof note>;
export const decide = z.strictObject({ outcome: z.enum(outcomes), lang, words: said(LIMITS.kindWords) });
export type Decide = z.infer<typeof decide>;
export const hirer = z.strictObject({ personId: id });
