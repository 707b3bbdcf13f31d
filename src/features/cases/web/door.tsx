// What other features' pages may embed of cases.

export { FactsOfCase, type ToldCase } from './facts.tsx';
export { KeptScores } from './kept-scores.tsx';
export { lackPlace, lackWords } from './form/lack-words.ts';
export { bandLabel, shelfLabel, shelfWord } from './labels.ts';
export { segmentLabel } from './segments.tsx';
export { acquisitionRate, SPEEDS } from './imaging/player/clock.ts';
export { commandFor, type ControlAsks, type KeyProfile, latinKey } from './imaging/player/controls.ts';
export { decodeInWorker } from './imaging/player/decoder.ts';
export type { Tool } from './imaging/player/drags.ts';
export type { PlayerSource } from './imaging/player/source.ts';
export type { Trouble } from './imaging/player/trouble.ts';
export { openPane, type PaneState, together, type ViewerPane } from './imaging/player/viewer-engine.ts';
