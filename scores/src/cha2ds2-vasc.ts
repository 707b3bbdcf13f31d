import { calculator } from './calculator.ts';
import { age, bool, sex } from './fields.ts';
import { points } from './rounding.ts';

/** `outVa` is CHA₂DS₂-VA of the ESC 2024 guideline: the same without the point for sex. Both are shown. */
export const cha2ds2Vasc = calculator({
  name: 'cha2ds2-vasc',
  title: { en: 'CHA₂DS₂-VASc / CHA₂DS₂-VA', fa: 'CHA₂DS₂-VASc / CHA₂DS₂-VA' },
  source: { text: 'Lip 2010, Chest; ESC 2024', doi: '10.1378/chest.09-1584' },
  formulaVersion: 'lip-2010+esc-2024.1',
  fields: [bool('chf'), bool('hypertension'), age, bool('diabetes'), bool('strokeTia'), bool('vascular'), sex],
  compute(a) {
    const outVa = points([a.chf, 1], [a.hypertension, 1], [a.age >= 75, 2], [a.age >= 65 && a.age < 75, 1],
      [a.diabetes, 1], [a.strokeTia, 2], [a.vascular, 1]);
    return { out: outVa + points([a.sex === 'female', 1]), outVa };
  },
});
