// What crosses the border about introductions.

import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { hows, LIMITS, whoms } from './limits.ts';

const id = z.uuid().transform((text) => text as Id);
const text = (max: number) => z.string().max(max).transform((one) => stripMarks(one).trim());
const said = (max: number) => text(max).pipe(z.string().min(1));
const lang = z.enum(['en', 'fa']);

export const request = z.strictObject({ id, personId: id.nullable().default(null), institutionId: id.nullable().default(null), lang, context: said(LIMITS.context), promise: text(LIMITS.promise).default('') })
  .refine((r) => (r.personId === null) !== (r.institutionId === null), { path: ['personId'] });
export type Request = z.infer<typeof request>;
export const letter = z.strictObject({ id, lang, text: said(LIMITS.letter) });
export type Letter = z.infer<typeof letter>;
export const told = z.strictObject({ how: z.enum(hows), note: text(LIMITS.note).default('') });
export type Told = z.infer<typeof told>;
export const introducing = z.strictObject({ whom: z.enum(whoms), chosen: z.array(id).max(LIMITS.chosen).default([]) });
export type Introducing = z.infer<typeof introducing>;
