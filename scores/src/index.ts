export type { Bilingual, Calculator, Outcome, Status } from './calculator.ts';
export { type CalculatorName, calculatorNames, calculators, isCalculatorName, score } from './calculators.ts';
export { describe } from './describe.ts';
export type { FieldKind, FieldSpec } from './fields.ts';
export { isGmc, isNpi, isOrcid } from './ids.ts';
export { bandLabel, choiceLabel, fieldLabel, type Language, statusLabel } from './labels.ts';
export { type Junction, junctions, medinaClasses } from './syntax/junctions.ts';
export { firstVisibleChoices } from './syntax/occlusion.ts';
export { type Dominance, type Segment, segments, type Vessel } from './syntax/segments.ts';
