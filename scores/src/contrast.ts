import { calculator } from './calculator.ts';
import { creatinine, number, weight } from './fields.ts';
import { clean, roundHalfUp } from './rounding.ts';
import { mgDl } from './units.ts';

const mostMl = 300;

/** Cigarroa's maximum allowable contrast dose in mL, one decimal; `capped` when the formula itself gives more than 300. */
export const contrastLimit = calculator({
  name: 'contrast-limit',
  title: { en: 'Contrast limit (Cigarroa)', fa: 'سقف کنتراست (Cigarroa)' },
  source: { text: 'Cigarroa 1989, Am J Med 86:649' },
  formulaVersion: 'cigarroa-1989.1',
  fields: [weight, ...creatinine],
  compute(a) {
    const ml = clean((5 * a.kg) / mgDl(a));
    return { macdMl: roundHalfUp(Math.min(ml, mostMl), 1), capped: ml > mostMl };
  },
});

/** Contrast volume over clearance: aim below 2, avoid above 3.7. */
export const contrastRatio = calculator({
  name: 'contrast-ratio',
  title: { en: 'Contrast volume / creatinine clearance', fa: 'نسبت حجم کنتراست به کلیرانس کراتینین' },
  source: { text: 'Laskey 2007, J Am Coll Cardiol', doi: '10.1016/j.jacc.2007.03.058' },
  formulaVersion: 'laskey-2007.1',
  fields: [number('contrastMl', 'mL', 0, 1500), number('crclMlMin', 'mL/min', 1, 300)],
  compute(a) {
    const ratio = clean(a.contrastMl / a.crclMlMin);
    return { out: roundHalfUp(ratio, 2), band: ratio < 2 ? '<2' : ratio <= 3.7 ? '2-3.7' : '>3.7' };
  },
});
