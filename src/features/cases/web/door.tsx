// What other features' pages may embed of cases.

export { FactsOfCase, type ToldCase } from './facts.tsx';
export { KeptScores } from './kept-scores.tsx';
export { bandLabel, shelfLabel, shelfWord } from './labels.ts';
export { segmentLabel } from './segments.tsx';
