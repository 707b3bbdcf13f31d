import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { roles } from '#features/people/rules/vocabulary.ts';
import { stripMarks } from '#kernel/text.ts';

export const LIMITS = { note: 300, reasonMin: 10, reasonMax: 1000, name: 120, days: 90, trail: 200 } as const;

const id = z.uuid().transform((text) => text as Id);
const line = (max: number) => z.string().max(max).transform((text) => stripMarks(text).trim());
/** An address, or nothing. */
const maybeEmail = z.string().max(254).transform((text) => stripMarks(text).trim().toLowerCase()).pipe(z.union([z.literal(''), z.email()]));

export const layer = z.strictObject({ layer: z.enum(['document', 'register']), note: line(LIMITS.note).default('') });
export const role = z.strictObject({ role: z.enum(roles) });
export const invitation = z.strictObject({ id, email: maybeEmail.default(''), note: line(LIMITS.note).default(''), days: z.number().int().min(1).max(LIMITS.days).default(14) });
export const settings = z.strictObject({ node: z.strictObject({ nameEn: line(LIMITS.name), nameFa: line(LIMITS.name) }), openSignUp: z.boolean() });
export type Settings = z.infer<typeof settings>;
/** `id` names this one act, so that a repeated request opens nothing twice. */
export const unmask = z.strictObject({ id, caseId: id, reason: line(LIMITS.reasonMax).pipe(z.string().min(LIMITS.reasonMin)) });
export const signInCode = z.strictObject({ id });
