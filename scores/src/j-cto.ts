import { calculator } from './calculator.ts';
import { bool, number } from './fields.ts';
import { points } from './rounding.ts';

const bands = ['easy', 'intermediate', 'difficult', 'very difficult'] as const;

export const jCto = calculator({
  name: 'j-cto',
  title: { en: 'J-CTO', fa: 'J-CTO' },
  source: { text: 'Morino 2011, JACC Cardiovasc Interv', doi: '10.1016/j.jcin.2010.09.024' },
  formulaVersion: 'morino-2011.1',
  fields: [
    bool('bluntStump'), bool('calcification'), bool('bendGt45'), bool('lengthGte20', { group: 'length' }),
    number('lengthMm', 'mm', 0, 200, { group: 'length', above: 0 }), bool('retry'),
  ],
  compute(a) {
    const long = a.lengthGte20 ?? (a.lengthMm !== undefined && a.lengthMm >= 20);
    const out = points([a.bluntStump, 1], [a.calcification, 1], [a.bendGt45, 1], [long, 1], [a.retry, 1]);
    return { out, band: bands[Math.min(out, 3)] };
  },
});
