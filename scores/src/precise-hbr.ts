import { calculator } from './calculator.ts';
import { age, bool, haemoglobin, number } from './fields.ts';
import { clamp, points, roundHalfUp } from './rounding.ts';
import { gDl } from './units.ts';

/** Points taken from public implementations of the supplement: shown as an approximation until read there. */
export const preciseHbr = calculator({
  name: 'precise-hbr',
  title: { en: 'PRECISE-HBR', fa: 'PRECISE-HBR' },
  source: { text: 'Gragnano 2025, Circulation, supplement', doi: '10.1161/CIRCULATIONAHA.124.072009' },
  formulaVersion: 'gragnano-2025.1',
  status: 'nomogram approximation',
  fields: [
    age, ...haemoglobin, number('egfr', 'mL/min/1.73 m²', 1, 200), number('wbc', '×10⁹/L', 0.1, 200),
    bool('priorBleeding'), bool('oac'), bool('otherArcHbr'),
  ],
  compute(a) {
    const raw = 2
      + 0.25 * (clamp(a.age, 30, 80) - 30)
      + 2.5 * (15 - clamp(gDl(a), 5, 15))
      + 0.05 * (100 - clamp(a.egfr, 5, 100))
      + 0.8 * (clamp(a.wbc, 3, 15) - 3)
      + points([a.priorBleeding, 7], [a.oac, 5], [a.otherArcHbr, 3]);
    const out = roundHalfUp(raw);
    return { raw: roundHalfUp(raw, 2), out, band: out <= 22 ? 'not high' : out <= 26 ? 'high' : 'very high' };
  },
});
