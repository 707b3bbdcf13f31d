// What other features' pages embed of outcomes.
export type { OutcomeDetails } from '../rules/wire.ts';
export { OutcomeDetailsForm, OutcomeDetailsTold } from './details.tsx';
