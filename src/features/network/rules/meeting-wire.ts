import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';
import { codeIn } from './meeting.ts';

const code = z.string().max(20).refine((text) => codeIn(text) === text);
const at = z.iso.datetime().transform((text) => new Date(text));
const place = z.string().max(LIMITS.place).transform((text) => stripMarks(text).trim()).default('');

export const meetingKey = z.strictObject({ id: z.uuid(), spki: z.string().regex(/^[0-9a-f]{100,400}$/) });
export type MeetingKey = z.infer<typeof meetingKey>;
export const shown = z.strictObject({ code, at, place });
export type Shown = z.infer<typeof shown>;
/** `scanned`: the whole text of the QR code, when it was scanned and not typed. */
export const met = z.strictObject({ code, at, place, scanned: z.string().max(600).nullable().default(null) });
export type Met = z.infer<typeof met>;
