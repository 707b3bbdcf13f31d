// Every calculator over one case, and which results stand with it. Loaded only where scores are reckoned: it carries the formulas.

import { type CalculatorName, calculatorNames, calculators, type Outcome } from 'scores';
import { basisOf, inputFor, lacksAgeOnly, syntaxInput, toldToCalculators } from './calculator-inputs.ts';
import type { CaseFields, KeptScore } from './wire.ts';

export type Calculated = { readonly name: CalculatorName; readonly input: Readonly<Record<string, unknown>>; readonly outcome: Outcome };
type Case = { readonly fields: CaseFields };

/** Those that are asked of most cases; a complete one is kept with the case by itself. The others are kept when ticked. */
export const usual: readonly CalculatorName[] = ['syntax', 'euroscore2', 'j-cto', 'egfr', 'cockcroft-gault', 'arc-hbr', 'cha2ds2-vasc', 'has-bled', 'contrast-limit', 'contrast-ratio'];

/** Two routes to one answer (filtration or creatinine): the better one goes, or both are refused as too many. */
const oneOfEach = (name: CalculatorName, input: Record<string, unknown>): Record<string, unknown> => {
  if (input.egfr === undefined || !calculators[name].fields.some((field) => field.name === 'scrMgDl')) return input;
  const { scrMgDl: _, scrUmolL: __, ...rest } = input;
  return rest;
};

const numberIn = (outcome: Outcome, key: string): number | undefined => {
  const value = outcome.ok ? outcome.value[key] : undefined;
  return typeof value === 'number' ? value : undefined;
};

/** All calculators at once; clearance and filtration first, because others rest on them. */
export const calculateAll = ({ fields }: Case, age: number | undefined): ReadonlyMap<CalculatorName, Calculated> => {
  const run = (name: CalculatorName, told: Record<string, unknown>): Calculated => {
    const input = name === 'syntax' ? syntaxInput(fields) : oneOfEach(name, inputFor(calculators[name], told, fields.more));
    return { name, input, outcome: calculators[name].run(input) };
  };
  const first = toldToCalculators({ fields }, { age });
  const egfr = numberIn(run('egfr', first).outcome, 'ckdepi2021');
  const crcl = numberIn(run('cockcroft-gault', first).outcome, 'out');
  const told = toldToCalculators({ fields }, { age, egfr, crcl });
  return new Map(calculatorNames.map((name) => [name, run(name, told)]));
};

export const keepKey = (name: CalculatorName): string => `calc.keep.${name}`;

/** Whether a complete result of this calculator stands with the case. */
export const isKept = (name: CalculatorName, more: CaseFields['more']): boolean => (usual.includes(name) ? more?.[keepKey(name)] !== 'no' : more?.[keepKey(name)] === 'yes');

/** Half-way figures that no page shows: with the other inputs at hand their decimals give the age to the year. */
const halfway = new Set(['sumBeta', 'raw', 'xb']);

/** As it is stored: filtration and clearance in whole numbers, for their decimals would give the age back; no half-way figure. */
const stored = ({ name, outcome }: Calculated): KeptScore['result'] | undefined => {
  if (!outcome.ok) return undefined;
  const value = Object.fromEntries(Object.entries(outcome.value as KeptScore['result']).filter(([key]) => !halfway.has(key)));
  return name === 'egfr' || name === 'cockcroft-gault' ? Object.fromEntries(Object.entries(value).map(([key, figure]) => [key, typeof figure === 'number' ? Math.round(figure) : figure])) : value;
};

const keptOne = (one: Calculated, before: KeptScore | undefined, today: string): KeptScore | undefined => {
  const result = stored(one);
  const basis = basisOf(one.input);
  if (result !== undefined) {
    const next: KeptScore = { id: one.name, result, version: calculators[one.name].formulaVersion, by: 'calculated', on: today, basis };
    const same = before?.by === 'calculated' && before.version === next.version && JSON.stringify(before.result) === JSON.stringify(result);
    return same ? { ...next, on: before.on } : next;
  }
  if (before === undefined || before.basis === undefined) return before;
  return !one.outcome.ok && lacksAgeOnly(one.outcome.fields) && before.basis === basis ? before : undefined;
};

/** The scores that stand with the case after a change; typed-in ones and those of other formulas stay. The same array when nothing changes. */
export const keptAfter = (before: CaseFields['scores'], all: ReadonlyMap<CalculatorName, Calculated>, more: CaseFields['more'], today: string): KeptScore[] => {
  const old = before ?? [];
  const others = old.filter(({ id, by }) => by === 'typed' || !all.has(id as CalculatorName));
  const reckoned = [...all.values()].flatMap((one) => {
    const known = old.find(({ id, by }) => id === one.name && by === 'calculated');
    return isKept(one.name, more) ? (keptOne(one, known, today) ?? []) : [];
  });
  const next = [...reckoned, ...others];
  return JSON.stringify(next) === JSON.stringify(old) ? (old as KeptScore[]) : next;
};
