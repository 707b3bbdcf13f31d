import { calculator } from './calculator.ts';
import { age, bool, haemoglobin, number } from './fields.ts';
import { clamp, roundHalfUp } from './rounding.ts';
import { gDl } from './units.ts';

/** A straight reading of one axis of the nomogram: 0 points at `from`, `most` at `to`, clamped at both ends. */
function axis(x: number, from: number, to: number, most: number): number {
  return clamp((x - from) / (to - from), 0, 1) * most;
}

export const preciseDapt = calculator({
  name: 'precise-dapt',
  title: { en: 'PRECISE-DAPT', fa: 'PRECISE-DAPT' },
  source: { text: 'Costa 2017, Lancet; linear reading of the printed nomogram, ±1 point', doi: '10.1016/S0140-6736(17)30397-5' },
  formulaVersion: 'costa-2017-linear.1',
  status: 'nomogram approximation',
  fields: [...haemoglobin, number('wbc', '×10⁹/L', 0.1, 200), age, number('crclMlMin', 'mL/min', 0, 300), bool('priorBleeding')],
  compute(a) {
    const raw = axis(gDl(a), 12, 10, 15) + axis(a.wbc, 5, 20, 15) + axis(a.age, 50, 90, 19) + axis(a.crclMlMin, 100, 0, 25)
      + (a.priorBleeding ? 26 : 0);
    const out = roundHalfUp(raw);
    return { raw: roundHalfUp(raw, 2), out, highBleedingRisk: out >= 25 };
  },
});
