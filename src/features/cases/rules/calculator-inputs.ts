// Calculators are fed by the fields of the case. What the case tells is taken; what it does not tell is asked, never assumed:
// an answer that only implies "yes" (a CABG implies previous cardiac surgery) is used for yes and leaves "no" to be asked.

import type { CaseFields, Lesion } from './wire.ts';
import type { Answer, Comorbidity } from './vocabulary.ts';

type Inputs = Record<string, unknown>;
/** Exact age, known on the asker's device only; results of other calculators that some need. */
export type Beside = { readonly age?: number | undefined; readonly egfr?: number | undefined; readonly crcl?: number | undefined };
/** The urgency of a case is that of the answer; the urgency of an operation (EuroSCORE II) is another thing and is asked. */
type Case = { readonly fields: CaseFields };

const romanNumber = { I: 1, II: 2, III: 3, IV: 4 } as const;
const lcx = new Set(['11', '12', '12a', '12b', '13', '14', '14a', '14b', '15']);

/** Answers of calculators that no field of the case holds stand among the further facts under this name. */
export const calcKey = (field: string, calculator?: string): string => `calc.${ownName(field, calculator)}`;

/** Heart failure of the Mehran score is narrower (NYHA III–IV or past pulmonary oedema, 10.1016/j.jacc.2004.06.068) than elsewhere. */
const ownName = (field: string, calculator: string | undefined): string => (calculator === 'mehran-2004' && field === 'chf' ? 'chfNyha' : field);

const yesNo = (answer: Answer | undefined): boolean | 'unknown' | undefined =>
  answer === 'yes' ? true : answer === 'no' ? false : answer === undefined ? undefined : 'unknown';
const ifYes = (is: boolean): true | undefined => (is ? true : undefined);
const ifNo = (is: boolean): false | undefined => (is ? false : undefined);

const patient = (f: CaseFields): Inputs => {
  const { creatinine: cr, hb } = f;
  return {
    sex: f.sex, lvefPct: typeof f.lvefPct === 'number' ? f.lvefPct : undefined,
    kg: typeof f.weightKg === 'number' ? f.weightKg : undefined, cm: typeof f.heightCm === 'number' ? f.heightCm : undefined,
    ...(typeof cr === 'object' ? (cr.unit === 'mg/dL' ? { scrMgDl: cr.value } : { scrUmolL: cr.value }) : {}),
    ...(typeof hb === 'object' ? { 'g/dL': { hbGDl: hb.value }, 'g/L': { hbGL: hb.value }, 'mmol/L': { hbMmolL: hb.value } }[hb.unit] : hb === undefined ? {} : { hbGDl: 'unknown' }),
    platelets: typeof f.platelets === 'number' || f.platelets === undefined ? f.platelets : 'unknown',
    nyha: f.nyha && f.nyha in romanNumber ? romanNumber[f.nyha as keyof typeof romanNumber] : undefined,
    killip: f.killip && romanNumber[f.killip],
    ccs4: f.ccs === undefined || f.ccs === 'unknown' || f.ccs === 'not-done' ? undefined : f.ccs === 'IV',
  };
};

const history = (f: CaseFields): Inputs => {
  const of = (id: Comorbidity) => f.comorbidity?.[id];
  const no = (...ids: Comorbidity[]) => ids.every((id) => of(id) === 'no');
  const acuteMi = f.presentation === 'stemi' || f.presentation === 'nstemi';
  // Shock and arrest may be the infarct itself, told by another name.
  const perhapsMi = f.presentation === undefined || f.presentation === 'shock' || f.presentation === 'arrest';
  const highCr = typeof f.creatinine === 'object' && (f.creatinine.unit === 'mg/dL' ? f.creatinine.value > 2.26 : f.creatinine.value > 200);
  return {
    diabetes: yesNo(of('diabetes')), diabetesOnInsulin: of('diabetes') === 'no' ? false : yesNo(of('insulin')),
    hypertension: yesNo(of('hypertension')), dialysis: of('ckd') === 'no' ? false : yesNo(of('dialysis')), oac: yesNo(of('oac')),
    activeMalignancy: yesNo(of('cancer')), strokeTia: ifNo(no('stroke')), stroke: ifNo(no('stroke')), strokeOther: ifNo(no('stroke')),
    strokeModSevere6m: ifNo(no('stroke')), previousCardiacSurgery: ifYes(of('previousCabg') === 'yes'),
    extracardiacArteriopathy: ifYes(of('pad') === 'yes'), chronicLungDisease: ifNo(no('copd')),
    vascular: ifYes(of('previousMi') === 'yes' || of('pad') === 'yes' || acuteMi), priorMiOrPci: of('previousMi') === 'yes' || of('previousPci') === 'yes' ? true : ifNo(no('previousMi', 'previousPci')),
    recentMi: acuteMi ? true : ifNo(no('previousMi') && !perhapsMi), miAtPresentation: acuteMi ? true : ifNo(!perhapsMi), labileInr: ifNo(no('oac')),
    chf: ifYes(f.presentation === 'heart-failure' || (typeof f.lvefPct === 'number' && f.lvefPct <= 40)),
    chfNyha: ifYes(f.nyha === 'III' || f.nyha === 'IV'),
    chfOrLvefLt30: ifYes(f.presentation === 'heart-failure' || (typeof f.lvefPct === 'number' && f.lvefPct < 30)),
    arrest: ifYes(f.presentation === 'arrest'), abnormalRenal: highCr || of('dialysis') === 'yes' ? true : ifNo(no('ckd')),
  };
};

const occluded = (one: Lesion): boolean => one.totalOcclusion !== undefined || one.stenosisPct === 100;
const isGraft = (id: string): boolean => id.startsWith('graft:');

/** The CTO scores are about a chronic occlusion of a native vessel: neither the culprit of the day nor a graft. */
const chronic = (one: Lesion): boolean => occluded(one) && one.culprit !== true && one.totalOcclusion?.ageOver3MonthsOrUnknown !== false && !one.segments.every(isGraft);

const occlusion = (f: CaseFields): Inputs => {
  const one = f.lesions?.find(chronic);
  if (one === undefined) return {};
  const o = one.totalOcclusion;
  const attempts = f.more?.previousAttempts;
  return {
    bluntStump: o?.bluntStump, bendGt45: o?.bendGt45, lengthMm: one.lengthMm,
    retry: o?.retry ?? (typeof attempts === 'number' ? attempts > 0 : undefined),
    calcification: one.calcification === undefined ? undefined : one.calcification !== 'none',
    capAmbiguity: o?.capAmbiguity ?? (f.more?.cap === undefined ? undefined : f.more.cap === 'ambiguous'),
    modSevereTortuosity: one.tortuosity === undefined ? undefined : one.tortuosity !== 'none',
    lcxCto: one.segments.some((id) => lcx.has(id)),
  };
};

const syntaxLesion = (one: Lesion): Inputs => {
  const { totalOcclusion: o } = one;
  return {
    segments: one.segments.filter((id) => !isGraft(id)),
    ...(occluded(one) ? { totalOcclusion: { firstSegments: o?.firstSegments, ageOver3MonthsOrUnknown: o?.ageOver3MonthsOrUnknown, bluntStump: o?.bluntStump, bridging: o?.bridging, firstVisible: o?.firstVisible, sideBranch: o?.sideBranch } } : {}),
    junction: one.junction, medina: one.medina, angleLt70: one.junction && one.junction.split('/').length === 3 ? one.angleLt70 : undefined,
    aortoOstial: one.aortoOstial, doubleOstium: one.doubleOstium, severeTortuosity: one.tortuosity && one.tortuosity === 'severe',
    lengthGt20: one.lengthMm !== undefined && !occluded(one) ? one.lengthMm > 20 : undefined, heavyCalcification: one.calcification && one.calcification === 'heavy', thrombus: one.thrombus,
  };
};

/** Lesions of at least half the diameter in native vessels of 1.5 mm or more (Sianos 2005); one without a figure counts, or it would vanish without a word. */
export const syntaxInput = (f: CaseFields): Inputs => ({
  dominance: f.dominance,
  lesions: (f.lesions ?? []).filter((one) => (one.stenosisPct ?? 100) >= 50 && (one.referenceMm ?? 1.5) >= 1.5 && one.segments.some((id) => !isGraft(id))).map(syntaxLesion),
  diffuseSegments: f.diffuseSegments,
});

/** All that the case tells, by the calculators' own names. */
export const toldToCalculators = ({ fields }: Case, { age, egfr, crcl }: Beside): Inputs => ({
  ...patient(fields), ...history(fields), ...occlusion(fields), age, egfr, crclMlMin: crcl, ccMlMin: crcl,
});

export type FieldOf = { readonly name: string; readonly kind: string; readonly group?: string; readonly choices?: readonly (string | number)[] };

const typed = (field: FieldOf, value: string | number): unknown => {
  if (field.kind === 'bool') return value === 'yes' ? true : value === 'no' ? false : value === 'unknown' ? 'unknown' : undefined;
  if (field.kind === 'choice') return field.choices?.find((one) => String(one) === String(value));
  return value;
};

/** The input of one calculator: what its own question was answered, else what the case tells. */
export const inputFor = (calculator: { readonly name: string; readonly fields: readonly FieldOf[] }, told: Inputs, more: CaseFields['more']): Inputs => {
  const input: Inputs = {};
  for (const field of calculator.fields) {
    const own = more?.[calcKey(field.name, calculator.name)];
    const value = own === undefined || own === '' ? told[ownName(field.name, calculator.name)] : typed(field, own);
    if (value !== undefined) input[field.name] = value;
  }
  return input;
};

/** Inputs that are, or are made from, the exact age. */
const aged = new Set(['age', 'egfr', 'crclMlMin', 'ccMlMin']);

/** FNV-1a (32 bits) over the inputs without the age, in their order: tells whether a kept score still rests on what the case says. */
export const basisOf = (input: Inputs): string => {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(Object.entries(input).filter(([key]) => !aged.has(key)))) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16);
};

/** Only the age is missing, which another device may know. */
export const lacksAgeOnly = (missing: readonly string[]): boolean => missing.length > 0 && missing.every((name) => aged.has(name));
