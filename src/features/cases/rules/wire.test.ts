import { expect, test } from 'vitest';
import { caseFields } from './wire.ts';

const takes = (fields: object): boolean => caseFields.safeParse(fields).success;

test('a creatinine or haemoglobin in a swapped unit is refused, and the extremes that patients have are taken', () => {
  for (const [value, unit] of [[0.3, 'mg/dL'], [18, 'mg/dL'], [27, 'µmol/L'], [1600, 'µmol/L']] as const) expect(takes({ creatinine: { value, unit } }), `${value} ${unit}`).toBe(true);
  for (const [value, unit] of [[140, 'mg/dL'], [1.6, 'µmol/L']] as const) expect(takes({ creatinine: { value, unit } }), `${value} ${unit}`).toBe(false);
  for (const [value, unit] of [[3.5, 'g/dL'], [22, 'g/dL'], [124, 'g/L'], [7.7, 'mmol/L']] as const) expect(takes({ hb: { value, unit } }), `${value} ${unit}`).toBe(true);
  for (const [value, unit] of [[124, 'g/dL'], [12.4, 'g/L'], [70, 'mmol/L']] as const) expect(takes({ hb: { value, unit } }), `${value} ${unit}`).toBe(false);
});
