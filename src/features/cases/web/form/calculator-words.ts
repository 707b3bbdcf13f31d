// Words around a calculator: what it lacks, what the case told it, what it still asks.

import { type Calculator, choiceLabel, fieldLabel, type FieldSpec } from 'scores';
import { junctions } from 'scores/syntax/junctions';
import type { Locale } from '#kernel/locale.ts';
import { isolateRuns } from '#kernel/text.ts';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';
import { calcKey } from '../../rules/calculator-inputs.ts';
import type { CaseFields, Lesion } from '../../rules/wire.ts';

/** Where in the form an input is told: these are not asked a second time inside a calculator. */
const inForm: Readonly<Record<string, string>> = {
  age: 'f-age', sex: 'f-sex', kg: 'f-weightKg', cm: 'f-heightCm', scrMgDl: 'f-creatinine', scrUmolL: 'f-creatinine', hbGDl: 'f-hb', hbGL: 'f-hb', hbMmolL: 'f-hb', platelets: 'f-platelets',
  lvefPct: 'f-lvefPct', nyha: 'f-symptoms', killip: 'f-symptoms', ccs4: 'f-symptoms', dominance: 'f-lesions', lesions: 'f-lesions', diffuseSegments: 'f-lesions',
  diabetes: 'f-diabetes', diabetesOnInsulin: 'f-diabetes', hypertension: 'f-hypertension', dialysis: 'f-ckd', oac: 'f-oac', activeMalignancy: 'f-cancer',
  egfr: 'f-creatinine', crclMlMin: 'f-creatinine', ccMlMin: 'f-creatinine',
};
const ofOcclusion = new Set(['bluntStump', 'calcification', 'bendGt45', 'lengthGte20', 'lengthMm', 'retry', 'capAmbiguity', 'modSevereTortuosity', 'lcxCto']);

export const placeOf = (calculator: string, field: string): string | undefined =>
  field.startsWith('lesions[') || ((calculator === 'j-cto' || calculator === 'progress-cto') && ofOcclusion.has(field)) ? 'f-lesions' : inForm[field];

const labelOf = (l: Locale, calculator: string, field: string): string => isolateRuns(fieldLabel(calculator, field)[l], l);

/** "Lesion 2: first segment seen beyond it" for a path into the lesions, else the input's label. */
export const missingWord = (l: Locale, calculator: string, field: string): string => {
  const path = /^lesions\[(\d+)\](?:\.(.+))?$/.exec(field);
  if (path === null) return labelOf(l, calculator, field);
  const part = path[2]?.split(/[.:]/).at(-1);
  return say.calcLesion(l, { n: Number(path[1]) + 1, what: part === undefined ? say.lesionSegments(l) : labelOf(l, calculator, part) });
};

/** Asked inside the calculator: what no field of the form holds, as long as it applies. What was answered there stays to be changed. */
export const asked = (calculator: Calculator, input: Readonly<Record<string, unknown>>, f: CaseFields): readonly FieldSpec[] =>
  calculator.fields.filter((spec) => {
    if (placeOf(calculator.name, spec.name) !== undefined) return false;
    if (spec.onlyWhen !== undefined && input[spec.onlyWhen.field] !== spec.onlyWhen.is) return false;
    if (spec.kind !== 'number' && spec.kind !== 'bool' && spec.kind !== 'choice') return false;
    return input[spec.name] === undefined || f.more?.[calcKey(spec.name, calculator.name)] !== undefined;
  });

const valueWords = (l: Locale, spec: FieldSpec, value: unknown): string => {
  if (value === true) return say.answerYes(l);
  if (value === false) return say.answerNo(l);
  if (spec.kind === 'choice' || value === 'unknown') return choiceLabel(value as string | number)[l];
  return spec.unit && spec.unit !== 'years' ? `${String(value)} ${spec.unit}` : String(value);
};

/** "Sex: Male, Creatinine: 1.6 mg/dL": no input is hidden. */
export const toldWords = (l: Locale, calculator: Calculator, input: Readonly<Record<string, unknown>>): string =>
  calculator.fields
    .filter((spec) => input[spec.name] !== undefined && typeof input[spec.name] !== 'object')
    .map((spec) => `${labelOf(l, calculator.name, spec.name)}: ${isolateRuns(valueWords(l, spec, input[spec.name]), l)}`)
    .join(frame.comma(l));

/** A side branch and its main vessel in one lesion, and no junction told: its points would be left out without a word. */
const untoldJunction = ({ segments, junction }: Lesion): boolean =>
  junction === undefined && junctions.some(({ parts: [before = '', after = '', side = ''], parts }) => parts.length === 3 && segments.includes(side) && (segments.includes(before) || segments.includes(after)));

/** Characteristics nobody told of any lesion: SYNTAX counts them as not ticked, and the screen says so. */
export const unticked = (l: Locale, lesions: readonly Lesion[]): string => {
  const silent = (told: (one: Lesion) => unknown): boolean => lesions.some((one) => told(one) === undefined);
  return [
    lesions.some(untoldJunction) ? say.lesionJunction(l) : '', silent((one) => one.calcification) ? say.lesionCalcification(l) : '', silent((one) => one.lengthMm ?? one.totalOcclusion) ? say.lesionLength(l) : '',
    silent((one) => one.tortuosity) ? say.lesionTortuosity(l) : '', silent((one) => one.thrombus) ? say.lesionThrombus(l) : '',
  ].filter(Boolean).join(frame.comma(l));
};

/** What SYNTAX was given and gives no point for: beyond an occlusion, or diffuse in a vessel without a lesion. */
export const notScored = (l: Locale, names: unknown): string =>
  (Array.isArray(names) ? (names as string[]) : []).map((name) => (name.startsWith('diffuse:') ? isolateRuns(name.slice('diffuse:'.length), l) : missingWord(l, 'syntax', name))).join(frame.comma(l));
