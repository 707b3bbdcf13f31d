// What other features' pages may embed of cases.

export { FactsOfCase, type ToldCase } from './facts.tsx';
export { shelfWord } from './labels.ts';
