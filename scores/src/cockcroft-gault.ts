import { calculator } from './calculator.ts';
import { age, creatinine, sex, weight } from './fields.ts';
import { roundHalfUp } from './rounding.ts';
import { mgDl } from './units.ts';

/** Creatinine clearance in mL/min with the actual weight, one decimal. */
export const cockcroftGault = calculator({
  name: 'cockcroft-gault',
  title: { en: 'Creatinine clearance (Cockcroft–Gault)', fa: 'کلیرانس کراتینین (Cockcroft–Gault)' },
  source: { text: 'Cockcroft, Gault 1976, Nephron 16:31' },
  formulaVersion: 'cockcroft-gault-1976.1',
  fields: [...creatinine, age, sex, weight],
  compute: (a) => ({ out: roundHalfUp((((140 - a.age) * a.kg) / (72 * mgDl(a))) * (a.sex === 'female' ? 0.85 : 1), 1) }),
});
