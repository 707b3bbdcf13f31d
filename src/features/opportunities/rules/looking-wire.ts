import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';
import { genders, stayTypes, wishKinds } from './looking.ts';
import { wants } from './wants.ts';
import { country } from './wire.ts';

const id = z.uuid().transform((text) => text as Id);
const year = z.number().int().min(1950).max(2200);

export const keepWish = z.strictObject({ id, kind: z.enum(wishKinds), wants, lang: z.enum(['en', 'fa']), note: z.string().max(LIMITS.note).transform(stripMarks).default(''), readers: z.array(id).max(LIMITS.readers).default([]) })
  .refine((w) => w.kind !== 'search' || w.readers.length === 0, { path: ['readers'] });
export type KeepWish = z.infer<typeof keepWish>;
export const keepPassports = z.strictObject({ countries: z.array(country).max(6) });
export const declareGender = z.strictObject({ gender: z.enum(genders).nullable() });
export const addStay = z.strictObject({ id, institutionId: id, type: z.enum(stayTypes), fromYear: year, toYear: year.nullable(), willing: z.boolean() }).refine((s) => s.toYear === null || s.toYear >= s.fromYear, { path: ['toYear'] });
export type AddStay = z.infer<typeof addStay>;
export const willing = z.strictObject({ willing: z.boolean() });
