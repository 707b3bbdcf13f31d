import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';

export const LIMITS = { name: 160, found: 20 } as const;

const id = z.uuid().transform((text) => text as Id);
const name = z.string().max(LIMITS.name).transform((text) => stripMarks(text).trim()).pipe(z.string().min(2));

/** Both names are asked for: every list and every case shows them in the reader's language. */
export const city = z.strictObject({ id, nameEn: name, nameFa: name, country: z.string().regex(/^[A-Z]{2}$/), timeZone: z.string().max(60).regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}$/) });
export type City = z.infer<typeof city>;
export const institution = z.strictObject({ id, nameEn: name, nameFa: name, cityId: id });
export type Institution = z.infer<typeof institution>;
