// A bicuspid valve: accepted by one, still unseen by the surgeon.

import { days, type Told } from './told.ts';
import { fieldsOf, fileCase, score, textsOf } from './from-file.ts';

const ID = 'demo-tavi-bicuspid';
const selfExpanding = fileCase(ID).opinions[1]?.text as { en: string; fa: string };

export const tavi: Told = {
  key: 'tavi', asker: 'parisa', lang: 'fa', urgency: 'elective', started: days(-3), posted: days(-2), decideBy: days(6), film: ID,
  fields: {
    ...fieldsOf(ID), presentation: 'valve', nyha: 'III', lvefPct: 55, creatinine: { value: 0.9, unit: 'mg/dL' }, hb: 'unknown',
    comorbidity: { diabetes: 'no', hypertension: 'yes', ckd: 'no', dialysis: 'no', previousMi: 'no', previousPci: 'no', previousCabg: 'no', stroke: 'no', pad: 'no', copd: 'unknown', frailty: 'no' },
    scores: [score('euroscore2', 'nashef-2012.1', { outPct: 1.54 }), score('cockcroft-gault', 'cockcroft-gault-1976.1', { out: 56 }), score('bsa', 'mosteller+dubois.1', { mosteller: 1.65 })],
    more: { sievers: '1', rapheCalcium: 'heavy', aorta: 42, lung: 'not-done', femoralDiameter: 5.6 },
    shelf: { surgery: 'have', ivus: 'have', oct: 'have-not', physiology: 'have', rotablation: 'have-not', ivl: 'have-not', iabp: 'have', tavi: 'have', ct: 'have' },
  },
  texts: textsOf(ID, {
    experience: { en: 'Twelve tricuspid TAVI a year with a proctor; no bicuspid yet.', fa: 'سالی ۱۲ مورد TAVI تریکاسپید همراه پروکتور؛ هنوز بایکاسپید انجام نداده‌ام.' },
    patientWish: { en: 'Prefers not to have her chest opened; wants to know about the next valve.', fa: 'ترجیح می‌دهد قفسهٔ سینه باز نشود؛ دربارهٔ دریچهٔ بعدی می‌پرسد.' },
  }),
  plan: { en: 'Surgery, unless the lungs forbid it.', fa: 'جراحی، مگر آن‌که ریه‌ها اجازه ندهد.' },
  arrows: [{ run: 1, frame: 21, points: [0.64, 0.74, 0.45, 0.65], note: 'raphe' }],
  asks: [
    { who: 'kaveh', asked: days(-2) + 1, seen: days(-2) + 4, accepted: days(-1), draft: {
      at: -6, lang: 'fa', body: { stance: 'tavi', confidence: 3, access: ['femoral-left'] },
      en: { headline: 'TAVI, self-expanding, sized above the annulus', rationale: selfExpanding.en },
      fa: { headline: 'TAVI سلف‌اکسپندبل، سایز سوپراآنولار', rationale: selfExpanding.fa },
    } },
    { who: 'isabelle', seat: 'surgeon', asked: days(-1) },
  ],
};
