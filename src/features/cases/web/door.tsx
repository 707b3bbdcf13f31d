// What other features' pages may embed of cases.

export { FactsOfCase, KeptScores, type ToldCase } from './facts.tsx';
export { bandLabel, shelfLabel, shelfWord } from './labels.ts';
export { segmentLabel } from './segments.tsx';
