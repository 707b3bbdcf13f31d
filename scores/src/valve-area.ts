import { calculator } from './calculator.ts';
import { choice, number } from './fields.ts';
import { roundHalfUp } from './rounding.ts';

// Gorlin 1951: 44.3 aortic, 37.7 (44.3 × 0.85) mitral; flow in mL/min, filling or ejection period in s per beat.
const gorlinConstant = { aortic: 44.3, mitral: 37.7 } as const;

/** Areas in cm², three decimals; Hakki only for the aortic valve. */
export const valveArea = calculator({
  name: 'valve-area',
  title: { en: 'Valve area (Gorlin, Hakki)', fa: 'سطح دریچه (Gorlin، Hakki)' },
  source: { text: 'Gorlin 1951, Am Heart J; Hakki 1981, Circulation' },
  formulaVersion: 'gorlin+hakki.1',
  fields: [
    choice('valve', ['aortic', 'mitral']), number('coLMin', 'L/min', 0.5, 15), number('hr', 'bpm', 20, 250),
    number('sepS', 's', 0.05, 1.5, { onlyWhen: { field: 'valve', is: 'aortic' } }),
    number('dfpS', 's', 0.05, 1.5, { onlyWhen: { field: 'valve', is: 'mitral' } }), number('meanGrad', 'mmHg', 1, 150),
  ],
  compute(a) {
    const period = a.sepS ?? a.dfpS ?? Number.NaN;
    const root = Math.sqrt(a.meanGrad);
    const gorlin = roundHalfUp((a.coLMin * 1000) / (a.hr * period * gorlinConstant[a.valve] * root), 3);
    return a.valve === 'aortic' ? { gorlin, hakki: roundHalfUp(a.coLMin / root, 3) } : { gorlin };
  },
});
