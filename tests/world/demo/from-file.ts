// The five teaching cases as they lie in demo-cases.json, read into the shape that a case is saved in.

import type { CaseFields, KeptScore, Lesion, TextsByLang } from '#features/cases/rules/wire.ts';
import file from '../demo-cases.json' with { type: 'json' };
import type { Both } from './told.ts';

type FileCase = {
  id: string; topics: string[]; title: Both; background: Both; investigations: Both; constraints: Both; question: Both;
  patient: { ageBand: string; sex: string };
  angiography: { dominance: string; lesions: object[]; note?: Both };
  opinions: { text: Both }[];
  outcome: { actual: Both; at30d: { text: Both }; at1y: { text: Both } };
};
const all = file.cases as unknown as readonly FileCase[];

export const fileCase = (id: string): FileCase => {
  const found = all.find((c) => c.id === id);
  if (!found) throw new Error(`demo-cases.json has no case ${id}`);
  return found;
};

/** Texts of the case in both languages; `more` adds what the file does not hold. */
export const textsOf = (id: string, more: { experience?: Both; patientWish?: Both } = {}): TextsByLang => {
  const c = fileCase(id);
  const inOne = (l: 'en' | 'fa') => ({
    title: c.title[l], question: c.question[l], background: c.background[l], investigations: c.investigations[l], constraints: c.constraints[l],
    ...(c.angiography.note ? { findings: c.angiography.note[l] } : {}),
    ...(more.experience ? { experience: more.experience[l] } : {}),
    ...(more.patientWish ? { patientWish: more.patientWish[l] } : {}),
  });
  return { en: inOne('en'), fa: inOne('fa') };
};

/** What the file holds as fields: topics, patient, dominance and lesions. */
export const fieldsOf = (id: string): CaseFields => {
  const { topics, patient, angiography } = fileCase(id);
  return {
    topics, ageBand: patient.ageBand as NonNullable<CaseFields['ageBand']>, sex: patient.sex as NonNullable<CaseFields['sex']>,
    dominance: angiography.dominance as NonNullable<CaseFields['dominance']>,
    ...(angiography.lesions.length > 0 ? { lesions: angiography.lesions as Lesion[] } : { noLesion: true }),
  };
};

/** A kept score; teller.ts dates it. */
export const score = (id: string, version: string, result: KeptScore['result']): KeptScore => ({ id, version, result, by: 'calculated', on: '2000-01-01' });
