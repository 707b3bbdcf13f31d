import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { groupKinds, groupRoles, LIMITS } from './limits.ts';

const id = z.uuid().transform((text) => text as Id);
const name = z.string().max(LIMITS.name).transform((text) => stripMarks(text).trim()).pipe(z.string().min(2));
const purpose = z.string().max(LIMITS.purpose).transform((text) => stripMarks(text).trim()).default('');

/** Both names are asked for: a group stands in every list in the reader's language. */
export const foundGroup = z.strictObject({ id, kind: z.enum(groupKinds), nameEn: name, nameFa: name, purposeEn: purpose, purposeFa: purpose });
export type FoundGroup = z.infer<typeof foundGroup>;
export const invite = z.strictObject({ id, personId: id, role: z.enum(groupRoles).default('member') });
export type Invite = z.infer<typeof invite>;
export const appoint = z.strictObject({ role: z.enum(groupRoles) });
