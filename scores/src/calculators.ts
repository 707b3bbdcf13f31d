import { arcHbr } from './arc-hbr.ts';
import { bsa } from './body-surface.ts';
import type { Calculator, Outcome } from './calculator.ts';
import { cha2ds2Vasc } from './cha2ds2-vasc.ts';
import { cockcroftGault } from './cockcroft-gault.ts';
import { contrastLimit, contrastRatio } from './contrast.ts';
import { dapt } from './dapt.ts';
import { egfr } from './egfr.ts';
import { euroscore2 } from './euroscore2.ts';
import { graceLogistic, gracePoints } from './grace.ts';
import { cpo, papi } from './haemodynamics.ts';
import { hasBled } from './has-bled.ts';
import { jCto } from './j-cto.ts';
import { mehran2004 } from './mehran-2004.ts';
import { preciseDapt } from './precise-dapt.ts';
import { preciseHbr } from './precise-hbr.ts';
import { progressCto } from './progress-cto.ts';
import { syntax } from './syntax/syntax.ts';
import { valveArea } from './valve-area.ts';

const all = [
  syntax, euroscore2, egfr, cockcroftGault, preciseDapt, preciseHbr, jCto, progressCto, mehran2004, graceLogistic, gracePoints,
  cha2ds2Vasc, hasBled, dapt, arcHbr, bsa, valveArea, contrastLimit, contrastRatio, cpo, papi,
] as const;

export type CalculatorName = (typeof all)[number]['name'];

/** Every calculator by its name, in the order a list shows them. */
export const calculators = Object.fromEntries(all.map((one) => [one.name, one])) as Readonly<Record<CalculatorName, Calculator>>;

export const calculatorNames: readonly CalculatorName[] = all.map((one) => one.name);

export function isCalculatorName(name: string): name is CalculatorName {
  return Object.hasOwn(calculators, name);
}

/**
 * Runs one calculator: `{ ok: true, value }`, or `{ ok: false, fields }` with the names of the fields that are missing or do
 * not fit, or `{ ok: false, unknownCalculator }`. Never throws.
 */
export function score(name: string, input: unknown): Outcome | { readonly ok: false; readonly unknownCalculator: string } {
  return isCalculatorName(name) ? calculators[name].run(input) : { ok: false, unknownCalculator: name };
}
