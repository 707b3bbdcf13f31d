// A complete small case and opinion for tests that need one and do not care which.

import type { SaveCase } from '#features/cases/rules/wire.ts';
import type { GiveOpinion } from '#features/opinions/rules/wire.ts';

export const sampleCase = (decideBy: Date, change: Partial<SaveCase> = {}): SaveCase => ({
  version: 1, lang: 'en', kind: 'consult', urgency: 'elective', audience: 'people', hidden: false, decideBy: decideBy.toISOString(),
  fields: {
    topics: ['cor.lm', 'cor.bif'], ageBand: '65-69', sex: 'male', presentation: 'stable', ccs: 'III', lvefPct: 40, creatinine: { value: 1.1, unit: 'mg/dL' },
    comorbidity: { diabetes: 'yes', hypertension: 'yes', stroke: 'no' }, dominance: 'right',
    lesions: [{ segments: ['5', '6', '11'], stenosisPct: 80, medina: '1,1,1', calcification: 'moderate', timi: 3 }],
    shelf: { surgery: 'have', ivus: 'have', rotablation: 'have-not' },
  },
  texts: {
    en: { title: 'Distal left main bifurcation, LVEF 40%', question: 'CABG or PCI, and one stent or two?', background: 'CCS III for three months.' },
    fa: { title: 'بایفورکیشن دیستال LM با EF=40%', question: 'CABG یا PCI؟ یک استنت یا دو استنت؟', background: 'آنژین CCS III از سه ماه پیش.' },
  },
  plan: { en: 'I would lean towards CABG.', fa: 'به CABG گرایش دارم.' },
  ...change,
});

export const sampleOpinion = (change: Partial<Omit<GiveOpinion, 'id'>> = {}): Omit<GiveOpinion, 'id'> => ({
  lang: 'en',
  body: { stance: 'pci', access: ['radial-right'], kit: [{ item: 'IVUS', when: 'on-shelf' }], confidence: 4, disclosure: 'none' },
  texts: {
    en: { headline: 'Two stents, DK crush', strategy: 'DK crush with IVUS before and after.', bailOut: 'Culotte if the side branch closes.', stop: 'Contrast above 200 mL.', rationale: 'True bifurcation with a large circumflex.' },
    fa: { headline: 'دو استنت با DK crush', strategy: 'DK crush با IVUS پیش و پس از کار.', bailOut: 'اگر شاخهٔ جانبی بسته شد، culotte.', stop: 'کنتراست بیش از 200 mL.', rationale: 'بایفورکیشن واقعی با LCX بزرگ.' },
  },
  ...change,
});
