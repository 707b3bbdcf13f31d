// All that crosses the border of this feature, with every limit named.

import { z } from 'zod';
import { stripMarks } from '#kernel/text.ts';
import { LIMITS } from './limits.ts';
import { certificate, sidecar } from './run-wire.ts';
import { ageBands, answers, audiences, calcifications, comorbidities, dominances, kinds, presentations, romans, scaiStages, sexes, shelfItems, shelfStates, tortuosities, urgencies } from './vocabulary.ts';

export { LIMITS };
export { addMark, type AddMark } from './mark-wire.ts';

export const id = z.uuid();
export const lang = z.enum(['en', 'fa']);

const line = (max: number) => z.string().max(max).transform(stripMarks);
const number = (min: number, max: number) => z.number().min(min).max(max);
const missing = z.enum(['unknown', 'not-done']);
/** A laboratory value in the unit it was typed in; the limits of each unit catch a swapped one. */
const inUnit = <const U extends string>(unit: U, min: number, max: number) => z.strictObject({ value: number(min, max), unit: z.literal(unit) });

/** A written text of a case in one language. */
export const caseTexts = z.strictObject({
  title: line(LIMITS.title).optional(),
  question: line(LIMITS.question).optional(),
  background: line(LIMITS.text).optional(),
  investigations: line(LIMITS.text).optional(),
  findings: line(LIMITS.text).optional(),
  constraints: line(LIMITS.text).optional(),
  experience: line(LIMITS.text).optional(),
  patientWish: line(LIMITS.text).optional(),
});
export type CaseTexts = z.infer<typeof caseTexts>;
export const textsByLang = z.strictObject({ en: caseTexts.optional(), fa: caseTexts.optional() });
export type TextsByLang = z.infer<typeof textsByLang>;

const segment = z.string().regex(/^(1|2|3|4|5|6|7|8|9a?|10a?|11|12[ab]?|13|14[ab]?|15|16[abc]?|graft:[\w -]{1,40})$/);

export const lesion = z.strictObject({
  segments: z.array(segment).min(1).max(6),
  stenosisPct: number(0, 100).int().optional(),
  method: z.enum(['eye', 'qca']).optional(),
  medina: z.string().regex(/^[01],[01],[01]$/).optional(),
  junction: line(20).optional(),
  angleLt70: z.boolean().optional(),
  calcification: z.enum(calcifications).optional(),
  tortuosity: z.enum(tortuosities).optional(),
  timi: number(0, 3).int().optional(),
  thrombus: z.boolean().optional(),
  aortoOstial: z.boolean().optional(),
  doubleOstium: z.boolean().optional(),
  lengthMm: number(1, 200).optional(),
  referenceMm: number(0.5, 8).optional(),
  rentrop: number(0, 3).int().optional(),
  collateralCc: number(0, 2).int().optional(),
  culprit: z.boolean().optional(),
  stent: z.boolean().optional(),
  physiology: z.strictObject({ index: z.enum(['FFR', 'iFR', 'RFR', 'dPR', 'QFR', 'CFR', 'IMR', 'HMR']), value: number(0, 200).optional() }).optional(),
  totalOcclusion: z.strictObject({
    ageOver3MonthsOrUnknown: z.boolean().optional(), bluntStump: z.boolean().optional(), bridging: z.boolean().optional(),
    bendGt45: z.boolean().optional(), retry: z.boolean().optional(), capAmbiguity: z.boolean().optional(), firstSegments: z.array(segment).max(2).optional(),
    firstVisible: line(4).optional(), sideBranch: z.enum(['none', 'lt1.5', 'gte1.5', 'both']).optional(),
  }).optional(),
  note: z.strictObject({ en: line(LIMITS.note).optional(), fa: line(LIMITS.note).optional() }).optional(),
});
export type Lesion = z.infer<typeof lesion>;

/** A calculated or typed-in score, kept with its inputs and the version of its formula. The exact age never leaves the device. */
export const keptScore = z.strictObject({
  id: line(40),
  result: z.record(z.string().max(40), z.union([z.number(), line(80), z.boolean(), z.null(), z.array(z.union([line(40), z.number()])).max(30)])),
  version: line(40),
  by: z.enum(['calculated', 'typed']),
  on: z.iso.date(),
  /** A digest of the inputs without the age: when they change where the age is not known, the score is dropped instead of standing wrong. */
  basis: z.string().max(16).optional(),
});
export type KeptScore = z.infer<typeof keptScore>;

export const caseFields = z.strictObject({
  topics: z.array(line(40)).max(LIMITS.topics).optional(),
  ageBand: z.enum(ageBands).optional(),
  sex: z.enum(sexes).optional(),
  presentation: z.enum(presentations).optional(),
  ccs: z.union([z.enum(romans), missing]).optional(),
  nyha: z.union([z.enum(romans), missing]).optional(),
  killip: z.enum(romans).optional(),
  scai: z.enum(scaiStages).optional(),
  lvefPct: z.union([number(5, 90), missing]).optional(),
  creatinine: z.union([inUnit('mg/dL', 0.1, 25), inUnit('µmol/L', 8.84, 2210), missing]).optional(),
  hb: z.union([inUnit('g/dL', 3, 25), inUnit('g/L', 30, 250), inUnit('mmol/L', 1.87, 15.5), missing]).optional(),
  platelets: z.union([number(1, 2000), missing]).optional(),
  weightKg: z.union([number(20, 300), missing]).optional(),
  heightCm: z.union([number(100, 230), missing]).optional(),
  comorbidity: z.partialRecord(z.enum(comorbidities), z.enum(answers)).optional(),
  dominance: z.enum(dominances).optional(),
  lesions: z.array(lesion).max(LIMITS.lesions).optional(),
  noLesion: z.boolean().optional(),
  diffuseSegments: z.array(segment).max(12).optional(),
  more: z.record(z.string().max(40), z.union([line(LIMITS.note), z.number(), z.enum(answers)])).optional(),
  scores: z.array(keptScore).max(30).optional(),
  shelf: z.partialRecord(z.enum(shelfItems), z.enum(shelfStates)).optional(),
});
export type CaseFields = z.infer<typeof caseFields>;

export const startCase = z.strictObject({ id, lang });
/** The whole draft as typed. `version` is the version it was typed upon; a stale one is refused and both are kept. */
export const saveCase = z.strictObject({
  version: z.number().int().min(1),
  lang,
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  audience: z.enum(audiences),
  hidden: z.boolean(),
  decideBy: z.iso.datetime({ offset: true }).nullable(),
  fields: caseFields,
  texts: textsByLang,
  plan: z.strictObject({ en: line(LIMITS.text).optional(), fa: line(LIMITS.text).optional() }).optional(),
});
export type SaveCase = z.infer<typeof saveCase>;

export const withdrawCase = z.strictObject({ reason: line(LIMITS.note).default('') });

/** What the cleaning worker made of one run; the bytes follow by tus, T0 before T1 before T2. */
export const addRun = z.strictObject({
  id,
  kind: z.enum(['xa', 'us', 'still']),
  label: line(60).default(''),
  position: z.number().int().min(0).max(LIMITS.runs),
  sidecar,
  certificate: z.strictObject({ id, body: certificate }),
});
export type AddRun = z.infer<typeof addRun>;
export const editRun = z.strictObject({ label: line(60).optional(), position: z.number().int().min(0).max(LIMITS.runs).optional() });
