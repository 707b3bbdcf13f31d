import { calculator } from './calculator.ts';
import { age, creatinine, sex } from './fields.ts';
import { roundHalfUp } from './rounding.ts';
import { mgDl } from './units.ts';

interface Coefficients { scale: number; alpha: { female: number; male: number }; beyond: number; perYear: number; female: number }

// Inker 2021; Levey 2009, 10.7326/0003-4819-150-9-200905050-00006, without its race term.
const ckdEpi2021: Coefficients = { scale: 142, alpha: { female: -0.241, male: -0.302 }, beyond: -1.2, perYear: 0.9938, female: 1.012 };
const ckdEpi2009: Coefficients = { scale: 141, alpha: { female: -0.329, male: -0.411 }, beyond: -1.209, perYear: 0.993, female: 1.018 };

function ckdEpi(c: Coefficients, scr: number, years: number, patientSex: 'female' | 'male'): number {
  const ratio = scr / (patientSex === 'female' ? 0.7 : 0.9);
  return c.scale * Math.min(ratio, 1) ** c.alpha[patientSex] * Math.max(ratio, 1) ** c.beyond
    * c.perYear ** years * (patientSex === 'female' ? c.female : 1);
}

/** mL/min/1.73 m², one decimal. */
export const egfr = calculator({
  name: 'egfr',
  title: { en: 'eGFR (CKD-EPI)', fa: 'eGFR (CKD-EPI)' },
  source: { text: 'CKD-EPI: Inker 2021, N Engl J Med; Levey 2009, Ann Intern Med', doi: '10.1056/NEJMoa2102953' },
  formulaVersion: 'ckd-epi-2021+2009.1',
  fields: [...creatinine, age, sex],
  compute: (a) => ({
    ckdepi2021: roundHalfUp(ckdEpi(ckdEpi2021, mgDl(a), a.age, a.sex), 1),
    ckdepi2009: roundHalfUp(ckdEpi(ckdEpi2009, mgDl(a), a.age, a.sex), 1),
  }),
});
