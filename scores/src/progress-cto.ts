import { calculator } from './calculator.ts';
import { bool } from './fields.ts';
import { points } from './rounding.ts';

/** Four items only: copies with length or calcium items are wrong. */
export const progressCto = calculator({
  name: 'progress-cto',
  title: { en: 'PROGRESS-CTO', fa: 'PROGRESS-CTO' },
  source: { text: 'Christopoulos 2016, JACC Cardiovasc Interv', doi: '10.1016/j.jcin.2015.09.022' },
  formulaVersion: 'christopoulos-2016.1',
  fields: [bool('capAmbiguity'), bool('modSevereTortuosity'), bool('lcxCto'), bool('noInterventionalCollaterals')],
  compute: (a) => ({
    out: points([a.capAmbiguity, 1], [a.modSevereTortuosity, 1], [a.lcxCto, 1], [a.noInterventionalCollaterals, 1]),
  }),
});
