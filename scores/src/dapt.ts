import { calculator } from './calculator.ts';
import { age, bool } from './fields.ts';
import { points } from './rounding.ts';

/** For patients who finished 12 months without an event, not at the index procedure. */
export const dapt = calculator({
  name: 'dapt',
  title: { en: 'DAPT score', fa: 'امتیاز DAPT' },
  source: { text: 'Yeh 2016, JAMA', doi: '10.1001/jama.2016.3775' },
  formulaVersion: 'yeh-2016.1',
  fields: [
    age, bool('smoker'), bool('diabetes'), bool('miAtPresentation'), bool('priorMiOrPci'), bool('paclitaxelStent'),
    bool('stentLt3mm'), bool('chfOrLvefLt30'), bool('veinGraft'),
  ],
  compute(a) {
    const out = points([a.age >= 75, -2], [a.age >= 65 && a.age < 75, -1], [a.smoker, 1], [a.diabetes, 1], [a.miAtPresentation, 1],
      [a.priorMiOrPci, 1], [a.paclitaxelStent, 1], [a.stentLt3mm, 1], [a.chfOrLvefLt30, 2], [a.veinGraft, 2]);
    return { out, favours: out >= 2 ? 'longer' : 'shorter' };
  },
});
