import { calculator } from './calculator.ts';
import { number, weight } from './fields.ts';
import { roundHalfUp } from './rounding.ts';

/** Body surface in m², three decimals. */
export const bsa = calculator({
  name: 'bsa',
  title: { en: 'Body surface area', fa: 'سطح بدن (BSA)' },
  source: { text: 'Mosteller 1987, N Engl J Med 317:1098; Du Bois 1916' },
  formulaVersion: 'mosteller+dubois.1',
  fields: [number('cm', 'cm', 100, 230), weight],
  compute: (a) => ({
    mosteller: roundHalfUp(Math.sqrt((a.cm * a.kg) / 3600), 3),
    duBois: roundHalfUp(0.007184 * a.kg ** 0.425 * a.cm ** 0.725, 3),
  }),
});
