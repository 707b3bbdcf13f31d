// All that crosses the border of this feature, with every limit named.

import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { stripMarks } from '#kernel/text.ts';
import { avoidanceKinds, levels, LIMITS, stages, titles } from './vocabulary.ts';

export const id = z.uuid().transform((text) => text as Id);
const line = (max: number) => z.string().max(max).transform((text) => stripMarks(text).trim());
const code = z.string().min(6).max(64);
const country = z.string().regex(/^[A-Z]{2}$/);
const timeZone = z.string().max(60).regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}$/);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const email = z.string().max(254).transform((text) => stripMarks(text).trim().toLowerCase()).pipe(z.email());
export const lang = z.enum(['en', 'fa']);

export const demoSignIn = z.strictObject({ personId: id });
export const askLink = z.strictObject({ email, lang });
export const useLink = z.strictObject({ token: code });
export const passwordSignIn = z.strictObject({ email, password: z.string().min(1).max(LIMITS.password), otp: z.string().max(12).optional(), recovery: z.string().max(40).optional() });

/** Names in at least one script. */
const names = { givenEn: line(LIMITS.name).default(''), familyEn: line(LIMITS.name).default(''), givenFa: line(LIMITS.name).default(''), familyFa: line(LIMITS.name).default('') };
const named = (n: { familyEn: string; familyFa: string }): boolean => n.familyEn !== '' || n.familyFa !== '';
export const join = z.strictObject({ code: code.optional(), email, lang, ...names }).refine(named, { path: ['familyEn'] });
export type Join = z.infer<typeof join>;
export const first = z.strictObject({ code, email, lang, ...names }).refine(named, { path: ['familyEn'] });

export const passwordBegin = z.strictObject({ password: z.string().min(1).max(LIMITS.password) });
export const passwordConfirm = z.strictObject({ password: z.string().min(1).max(LIMITS.password), pending: z.string().max(400), otp: z.string().max(12) });
export const passkeyAnswer = z.strictObject({ response: z.looseObject({ id: z.string().max(1400) }), name: line(LIMITS.deviceName).optional() });

const day = z.iso.date();
export const profile = z.strictObject({
  version: z.number().int().min(1),
  ...names,
  title: z.enum(titles),
  stage: z.enum(stages),
  institutionId: id.nullable(),
  cityId: id.nullable(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(LIMITS.languages),
  timeZone,
  orcid: z.string().max(40).default(''),
  askedAbout: z.string().max(LIMITS.text).transform(stripMarks),
  weeklyCap: z.number().int().min(0).max(LIMITS.weeklyCap),
  quietFrom: clock.nullable(),
  quietTo: clock.nullable(),
  licences: z.array(z.strictObject({ id, authority: line(LIMITS.line).pipe(z.string().min(1)), number: line(40).pipe(z.string().min(1)), country, expiresOn: day.nullable() })).max(LIMITS.licences),
  expertise: z.array(z.strictObject({ concept: z.string().max(60), level: z.enum(levels), casesPerYear: z.number().int().min(0).max(LIMITS.casesPerYear).nullable() })).max(LIMITS.expertise),
  absences: z.array(z.strictObject({ id, fromDay: day, toDay: day }).refine((a) => a.toDay >= a.fromDay, { path: ['toDay'] })).max(LIMITS.absences),
  avoidances: z.array(z.strictObject({ personId: id, kind: z.enum(avoidanceKinds) })).max(LIMITS.avoidances),
}).refine(named, { path: ['familyEn'] }).refine((p) => (p.quietFrom === null) === (p.quietTo === null), { path: ['quietTo'] });
export type Profile = z.infer<typeof profile>;

export const vouch = z.strictObject({ note: line(LIMITS.note).default('') });
