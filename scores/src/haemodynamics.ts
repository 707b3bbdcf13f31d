import { calculator } from './calculator.ts';
import { number } from './fields.ts';
import { roundHalfUp } from './rounding.ts';

/** Cardiac power output in W, three decimals; 0.6 or less is low. */
export const cpo = calculator({
  name: 'cpo',
  title: { en: 'Cardiac power output', fa: 'توان خروجی قلب (CPO)' },
  source: { text: 'Fincke 2004, J Am Coll Cardiol 44:340' },
  formulaVersion: 'map-co-451.1',
  fields: [number('map', 'mmHg', 20, 200), number('co', 'L/min', 0.5, 15)],
  compute: (a) => ({ out: roundHalfUp((a.map * a.co) / 451, 3) }),
});

/** Pulmonary artery pulsatility index, two decimals; below 0.9–1.0 is low. The diastolic must be below the systolic pressure. */
export const papi = calculator({
  name: 'papi',
  title: { en: 'Pulmonary artery pulsatility index', fa: 'شاخص PAPi' },
  source: { text: 'Korabathina 2012, Catheter Cardiovasc Interv 80:593' },
  formulaVersion: 'papi.1',
  fields: [number('pasp', 'mmHg', 5, 150), number('padp', 'mmHg', 1, 100), number('rap', 'mmHg', 1, 50)],
  conflicts: (a) => (a.padp !== undefined && a.pasp !== undefined && a.padp >= a.pasp ? ['padp'] : []),
  compute: (a) => ({ out: roundHalfUp((a.pasp - a.padp) / a.rap, 2) }),
});
