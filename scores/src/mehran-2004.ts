import { calculator } from './calculator.ts';
import { age, bool, number, sex } from './fields.ts';
import { points } from './rounding.ts';
import { mgDl } from './units.ts';

// Mehran 2004, figure 4: risk of nephropathy and of dialysis by band of the score.
const bands = [
  { upTo: 5, band: '<=5', cinPct: 7.5, dialysisPct: 0.04 },
  { upTo: 10, band: '6-10', cinPct: 14, dialysisPct: 0.12 },
  { upTo: 15, band: '11-15', cinPct: 26.1, dialysisPct: 1.09 },
] as const;
const top = { band: '>=16', cinPct: 57.3, dialysisPct: 12.6 } as const;

function egfrPoints(egfr: number): number {
  if (egfr >= 60) return 0;
  if (egfr >= 40) return 2;
  return egfr >= 20 ? 4 : 6;
}

/** Kidney function enters by one route: eGFR, or else creatinine. Contrast counts by full hundreds of mL. */
export const mehran2004 = calculator({
  name: 'mehran-2004',
  title: { en: 'Mehran contrast nephropathy score (2004)', fa: 'امتیاز Mehran؛ آسیب کلیوی ناشی از کنتراست (2004)' },
  source: { text: 'Mehran 2004, J Am Coll Cardiol', doi: '10.1016/j.jacc.2004.06.068' },
  formulaVersion: 'mehran-2004.1',
  fields: [
    age, sex, number('hctPct', '%', 10, 70), bool('hypotension'), bool('iabp'), bool('chf'), bool('diabetes'),
    number('contrastMl', 'mL', 0, 1500), number('egfr', 'mL/min/1.73 m²', 1, 200, { group: 'kidney' }),
    number('scrMgDl', 'mg/dL', 0.1, 25, { group: 'kidney' }), number('scrUmolL', 'µmol/L', 8.84, 2210, { group: 'kidney' }),
  ],
  compute(a) {
    const kidney = a.egfr === undefined ? points([mgDl(a) > 1.5, 4]) : egfrPoints(a.egfr);
    const out = kidney + Math.floor(a.contrastMl / 100) + points(
      [a.hypotension, 5], [a.iabp, 5], [a.chf, 5], [a.age > 75, 4], [a.hctPct < (a.sex === 'male' ? 39 : 36), 3], [a.diabetes, 3],
    );
    const { band, cinPct, dialysisPct } = bands.find(({ upTo }) => out <= upTo) ?? top;
    return { out, band, cinPct, dialysisPct };
  },
});
