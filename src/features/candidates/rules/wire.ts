// All that crosses the border of a CV. A row half typed is kept as it is, so nothing but length and kind is asked of it.

import { z } from 'zod';
import { id } from '#features/people/rules/wire.ts';
import { stripMarks } from '#kernel/text.ts';
import { languageLevels, LIMITS, procedureRoles, trainingKinds, workSources } from './vocabulary.ts';

const line = (max: number) => z.string().max(max).transform(stripMarks);
const period = line(LIMITS.period);
const titled = { titleEn: line(LIMITS.line), titleFa: line(LIMITS.line), placeEn: line(LIMITS.line), placeFa: line(LIMITS.line), from: period, to: period };

export const training = z.strictObject({ id, kind: z.enum(trainingKinds), ...titled });
export const post = z.strictObject({ id, ...titled });
/** How often in one year, in one role. `concept` is a field of the taxonomy. */
export const procedure = z.strictObject({ id, concept: z.string().max(60), role: z.enum(procedureRoles), year: period, count: z.number().int().min(0).max(LIMITS.perYear).nullable() });
export const work = z.strictObject({
  id, title: line(LIMITS.title), authors: z.array(line(LIMITS.line)).max(LIMITS.authors), journal: line(LIMITS.line), year: line(LIMITS.period),
  volume: line(40), issue: line(40), pages: line(40), doi: line(120), source: z.enum(workSources), seal: z.string().max(64),
});
export const language = z.strictObject({ id, code: z.string().regex(/^[a-z]{2,3}$/), level: z.enum(languageLevels) });
export const certificate = z.strictObject({ id, titleEn: line(LIMITS.line), titleFa: line(LIMITS.line), byEn: line(LIMITS.line), byFa: line(LIMITS.line), on: period, until: period });

export const cvBody = z.strictObject({
  summaryEn: line(LIMITS.summary), summaryFa: line(LIMITS.summary),
  training: z.array(training).max(LIMITS.rows), posts: z.array(post).max(LIMITS.rows), procedures: z.array(procedure).max(LIMITS.procedures),
  publications: z.array(work).max(LIMITS.publications), languages: z.array(language).max(LIMITS.languages), certificates: z.array(certificate).max(LIMITS.rows),
});
export const saveCv = cvBody.extend({ version: z.number().int().min(0) });

export type Training = z.infer<typeof training>;
export type Post = z.infer<typeof post>;
export type Procedure = z.infer<typeof procedure>;
export type Work = z.infer<typeof work>;
export type CvLanguage = z.infer<typeof language>;
export type Certificate = z.infer<typeof certificate>;
export type CvBody = z.infer<typeof cvBody>;

/** A file of publications as text; whether it is BibTeX or RIS is seen by what stands in it. */
export const readWorks = z.strictObject({ text: z.string().max(LIMITS.fileSigns) });

export const emptyCv: CvBody = { summaryEn: '', summaryFa: '', training: [], posts: [], procedures: [], publications: [], languages: [], certificates: [] };
