import { calculator } from './calculator.ts';
import { age, bool } from './fields.ts';
import { points } from './rounding.ts';

/** No vitamin K antagonist means `labileInr` false, not unknown. */
export const hasBled = calculator({
  name: 'has-bled',
  title: { en: 'HAS-BLED', fa: 'HAS-BLED' },
  source: { text: 'Pisters 2010, Chest', doi: '10.1378/chest.10-0134' },
  formulaVersion: 'pisters-2010.1',
  fields: [
    bool('hypertensionSbpGt160'), bool('abnormalRenal'), bool('abnormalLiver'), bool('stroke'), bool('bleeding'),
    bool('labileInr'), age, bool('drugs'), bool('alcohol'),
  ],
  compute(a) {
    const out = points([a.hypertensionSbpGt160, 1], [a.abnormalRenal, 1], [a.abnormalLiver, 1], [a.stroke, 1], [a.bleeding, 1],
      [a.labileInr, 1], [a.age > 65, 1], [a.drugs, 1], [a.alcohol, 1]);
    return { out, high: out >= 3 };
  },
});
