import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalculatorName, calculatorNames, calculators, score } from './calculators.ts';
import { describe } from './describe.ts';
import type { FieldSpec } from './fields.ts';
import { bandLabel, choiceLabel, fieldLabel, statusLabel } from './labels.ts';

interface Vector { readonly in: Record<string, unknown>; readonly refused?: string[] }

const file = JSON.parse(readFileSync(new URL('../vectors/calculator-vectors.json', import.meta.url), 'utf8')) as Record<string, Vector[]>;
const accepted = (name: CalculatorName) => (file[name] ?? []).filter((vector) => !vector.refused).map((vector) => vector.in);
const refusals = (name: string, input: unknown) => { const outcome = score(name, input); return 'fields' in outcome ? outcome.fields : []; };

/** Any answer that fits one description, or leaves an optional field out. */
function answer(spec: FieldSpec): fc.Arbitrary<unknown> {
  if (spec.kind === 'bool') return fc.boolean();
  if (spec.kind === 'choice') return fc.constantFrom(...(spec.choices ?? []));
  const low = spec.above === undefined ? spec.min ?? 0 : spec.above + 0.001;
  return spec.whole ? fc.integer({ min: low, max: spec.max ?? 0 }) : fc.double({ min: low, max: spec.max ?? 0, noNaN: true });
}

/** Complete inputs of a calculator: one field of each group, those that depend on another only where they belong. */
function complete(name: CalculatorName): fc.Arbitrary<Record<string, unknown>> {
  const specs = calculators[name].fields;
  const firstOfGroup = (spec: FieldSpec) => spec.group === undefined || specs.find((other) => other.group === spec.group) === spec;
  const used = specs.filter((spec) => !spec.optional && firstOfGroup(spec));
  return fc.record(Object.fromEntries(used.map((spec) => [spec.name, answer(spec)]))).map((input) => Object.fromEntries(
    Object.entries(input).filter(([key]) => {
      const when = specs.find((spec) => spec.name === key)?.onlyWhen;
      return !when || input[when.field] === when.is;
    }),
  ));
}

const formDriven = calculatorNames.filter((name) => name !== 'syntax');

for (const name of calculatorNames) {
  test(`${name} never throws, whatever JSON it is given`, () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => { expect(score(name, input).ok).toBe(false); }));
  });

  test(`${name} refuses each required field by its name when it is missing, null, unknown or text`, () => {
    const whole = accepted(name)[0] ?? {};
    const required = calculators[name].fields.filter((spec) => Object.hasOwn(whole, spec.name) && !spec.optional);
    expect(required.length).toBeGreaterThan(0);
    for (const { name: field, orUnknown, unless } of required) {
      const without = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));
      if (!unless || whole[unless.field] !== unless.is) expect(refusals(name, without)).toEqual([field]);
      for (const bad of [null, 'text', orUnknown ? [] : 'unknown']) expect(refusals(name, { ...whole, [field]: bad })).toContain(field);
    }
  });

  test(`${name} refuses a key that is not listed`, () => {
    expect(refusals(name, { ...accepted(name)[0], surprise: true })).toEqual(['surprise']);
  });

  test(`${name} is described: title, source, version, and a label of every field and choice in both languages`, () => {
    const one = calculators[name];
    expect([one.title.en, one.title.fa, one.source.text, one.formulaVersion].every((text) => text.length > 0)).toBe(true);
    expect(statusLabel(one.status).fa).not.toBe(one.status);
    const walk = (specs: readonly FieldSpec[]): readonly FieldSpec[] => specs.flatMap((spec) => [spec, ...walk(spec.of ?? [])]);
    for (const spec of walk(one.fields)) {
      expect(fieldLabel(name, spec.name).en, spec.name).not.toBe(spec.name);
      for (const word of (spec.choices ?? []).filter((choice) => /^[a-z-]+$/.test(String(choice)))) {
        expect(choiceLabel(word).fa, String(word)).not.toBe(word);
      }
    }
  });
}

test('an unknown calculator is named, never a prototype property', () => {
  expect(score('syntax-ii', {})).toEqual({ ok: false, unknownCalculator: 'syntax-ii' });
  expect(score('constructor', {})).toEqual({ ok: false, unknownCalculator: 'constructor' });
});

for (const name of formDriven) {
  test(`${name} gives the same finite result for the same complete input, and a line in both languages`, () => {
    fc.assert(fc.property(complete(name), (input) => {
      const outcome = score(name, input);
      if (name === 'papi' && Number(input['padp']) >= Number(input['pasp'])) return;
      if (!('value' in outcome)) throw new Error(`refused ${JSON.stringify(outcome)}`);
      expect(score(name, structuredClone(input))).toEqual(outcome);
      for (const figure of Object.values(outcome.value)) if (typeof figure === 'number') expect(Number.isFinite(figure)).toBe(true);
      expect(describe(name, outcome.value, 'en')).not.toMatch(/undefined|NaN|null/);
      expect(describe(name, outcome.value, 'fa')).not.toMatch(/undefined|NaN|null|[۰-۹]/);
      if (typeof outcome.value['band'] === 'string') expect(bandLabel(outcome.value['band']).fa).toBeTruthy();
    }), { numRuns: 60 });
  });
}

/** The result never falls when one answer worsens. */
function rises(name: CalculatorName, output: string, worse: (input: Record<string, unknown>) => Record<string, unknown> | undefined): void {
  fc.assert(fc.property(complete(name), (input) => {
    const changed = worse(input);
    if (!changed) return;
    const [before, after] = [score(name, input), score(name, changed)];
    if ('value' in before && 'value' in after) expect(Number(after.value[output])).toBeGreaterThanOrEqual(Number(before.value[output]));
  }));
}

const older = (by: number, most = 120) => (input: Record<string, unknown>) =>
  (Number(input['age']) + by <= most ? { ...input, age: Number(input['age']) + by } : undefined);

test('age never lowers EuroSCORE II, GRACE, CHA₂DS₂-VA, HAS-BLED, PRECISE-DAPT, PRECISE-HBR or Mehran', () => {
  rises('euroscore2', 'outPct', older(1, 110));
  rises('grace-inhospital-2003-logistic', 'p', older(1));
  rises('grace-inhospital-2003-points', 'out', older(1));
  rises('cha2ds2-vasc', 'outVa', older(1));
  rises('has-bled', 'out', older(1));
  rises('precise-dapt', 'out', older(1));
  rises('precise-hbr', 'out', older(1));
  rises('mehran-2004', 'out', older(1));
});

test('a point that becomes true never lowers a score of points', () => {
  const tick = (field: string) => (input: Record<string, unknown>) => ({ ...input, [field]: true });
  for (const name of ['j-cto', 'progress-cto', 'has-bled', 'cha2ds2-vasc', 'dapt', 'mehran-2004', 'grace-inhospital-2003-points'] as const) {
    for (const spec of calculators[name].fields.filter(({ kind }) => kind === 'bool')) rises(name, 'out', tick(spec.name));
  }
});

test('scores stay within their printed bounds', () => {
  const bounds = [['j-cto', 0, 5], ['progress-cto', 0, 4], ['has-bled', 0, 9], ['cha2ds2-vasc', 0, 9], ['dapt', -2, 10],
    ['grace-inhospital-2003-points', 1, 372], ['precise-dapt', 0, 100], ['contrast-limit', 0, 300]] as const;
  for (const [name, low, high] of bounds) {
    fc.assert(fc.property(complete(name), (input) => {
      const outcome = score(name, input);
      const value = 'value' in outcome ? outcome.value : {};
      const out = Number(value['out'] ?? value['macdMl']);
      expect(out).toBeGreaterThanOrEqual(low);
      expect(out).toBeLessThanOrEqual(high);
    }));
  }
});

test('an unknown criterion of ARC-HBR never turns into a no', () => {
  fc.assert(fc.property(complete('arc-hbr'), fc.subarray(['oac', 'platelets', 'egfr', 'hbGDl', 'nsaidSteroid'], { minLength: 1 }), (input, hidden) => {
    const outcome = score('arc-hbr', { ...input, ...Object.fromEntries(hidden.map((field) => [field, 'unknown'])) });
    const value = 'value' in outcome ? outcome.value : {};
    expect(value['out']).not.toBe(false);
    expect((value['unknown'] as string[]).toSorted()).toEqual(hidden.toSorted());
  }));
});
