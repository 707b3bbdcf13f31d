import { expect, test } from 'vitest';
import { type CalculatorName, score } from './calculators.ts';
import { describe } from './describe.ts';

function line(name: CalculatorName, input: unknown, language: 'en' | 'fa'): string {
  const outcome = score(name, input);
  if (!('value' in outcome)) throw new Error(JSON.stringify(outcome));
  return describe(name, outcome.value, language);
}

const leftMain = {
  dominance: 'right',
  lesions: [{ segments: ['5', '6', '11'], junction: '5/6/11', medina: '1,1,1', angleLt70: false, heavyCalcification: true }, { segments: ['2'] }],
};
const afNone = { chf: false, hypertension: false, age: 64, diabetes: false, strokeTia: false, vascular: false, sex: 'female' };

test('a result is one line with Latin digits in both languages', () => {
  expect(line('syntax', leftMain, 'en')).toBe('SYNTAX 26 (intermediate)');
  expect(line('syntax', leftMain, 'fa')).toBe('SYNTAX 26 (متوسط)');
});

test('a score with two figures says both', () => {
  expect(line('cha2ds2-vasc', afNone, 'en')).toBe('CHA₂DS₂-VASc 1; CHA₂DS₂-VA 0');
  expect(line('cha2ds2-vasc', afNone, 'fa')).toBe('CHA₂DS₂-VASc 1؛ CHA₂DS₂-VA 0');
});

test('a negative score carries a real minus sign and its meaning', () => {
  const old = {
    age: 78, smoker: false, diabetes: true, miAtPresentation: false, priorMiOrPci: false, paclitaxelStent: false, stentLt3mm: false,
    chfOrLvefLt30: false, veinGraft: false,
  };
  expect(line('dapt', old, 'en')).toBe('DAPT −1 (favours shorter DAPT)');
});
