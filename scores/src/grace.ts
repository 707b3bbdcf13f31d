import { calculator } from './calculator.ts';
import { age, bool, choice, creatinine, number } from './fields.ts';
import { points, roundHalfUp } from './rounding.ts';
import { mgDl } from './units.ts';

const source = { text: 'Granger 2003, Arch Intern Med', doi: '10.1001/archinte.163.19.2345' } as const;
const fields = [
  age, number('hr', 'bpm', 20, 300), number('sbp', 'mmHg', 30, 300), ...creatinine, choice('killip', [1, 2, 3, 4]),
  bool('arrest'), bool('stDeviation'), bool('enzymes'),
] as const;

/** The equation, which the study centre prefers. Points and equation differ for one patient: never mixed. `p` is a fraction. */
export const graceLogistic = calculator({
  name: 'grace-inhospital-2003-logistic',
  title: { en: 'GRACE in-hospital death (equation)', fa: 'GRACE؛ مرگ بیمارستانی (معادله)' },
  source,
  formulaVersion: 'granger-2003-equation.1',
  fields,
  compute(a) {
    const x = -7.7035 + 0.0531 * a.age + 0.0087 * a.hr - 0.0168 * a.sbp + 0.1823 * mgDl(a) + 0.6931 * a.killip
      + points([a.arrest, 1.4586], [a.enzymes, 0.47], [a.stDeviation, 0.8755]);
    return { xb: roundHalfUp(x, 5), p: roundHalfUp(1 / (1 + Math.exp(-x)), 5) };
  },
});

/** `[below this, points]` in rising order, then the points of everything above. */
type Scale = { readonly steps: readonly (readonly [below: number, points: number])[]; readonly above: number };

const agePoints: Scale = { steps: [[30, 0], [40, 8], [50, 25], [60, 41], [70, 58], [80, 75], [90, 91]], above: 100 };
const hrPoints: Scale = { steps: [[50, 0], [70, 3], [90, 9], [110, 15], [150, 24], [200, 38]], above: 46 };
const sbpPoints: Scale = { steps: [[80, 58], [100, 53], [120, 43], [140, 34], [160, 24], [200, 10]], above: 0 };
const scrPoints: Scale = { steps: [[0.4, 1], [0.8, 4], [1.2, 7], [1.6, 10], [2, 13], [4, 21]], above: 28 };
const killipPoints: Record<number, number> = { 1: 0, 2: 20, 3: 39, 4: 59 };

function onScale(x: number, { steps, above }: Scale): number {
  return steps.find(([below]) => x < below)?.[1] ?? above;
}

/** Points of the nomogram with the bands for NSTE-ACS. Creatinine is rounded to 0.01 mg/dL before banding. */
export const gracePoints = calculator({
  name: 'grace-inhospital-2003-points',
  title: { en: 'GRACE in-hospital death (points)', fa: 'GRACE؛ مرگ بیمارستانی (امتیازها)' },
  source,
  formulaVersion: 'granger-2003-points.1',
  fields,
  compute(a) {
    const out = onScale(a.age, agePoints) + onScale(a.hr, hrPoints) + onScale(a.sbp, sbpPoints)
      + onScale(roundHalfUp(mgDl(a), 2), scrPoints) + (killipPoints[a.killip] ?? 0)
      + points([a.arrest, 39], [a.stDeviation, 28], [a.enzymes, 14]);
    return { out, band: out <= 108 ? 'low' : out <= 140 ? 'intermediate' : 'high' };
  },
});
