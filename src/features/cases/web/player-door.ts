// The film player for other features' pages: a door of its own, because whoever loads a door loads every room behind it.

export { acquisitionRate, SPEEDS } from './imaging/player/clock.ts';
export { commandFor, type ControlAsks, type KeyProfile, latinKey, NUDGE } from './imaging/player/controls.ts';
export { decodeInWorker } from './imaging/player/decoder.ts';
export type { Tool } from './imaging/player/drags.ts';
export { inStep, type Step, type Timed } from './imaging/player/in-step.ts';
export type { Picture } from './imaging/player/picture.ts';
export type { Subtraction } from './imaging/player/look.ts';
export type { PlayerSource } from './imaging/player/source.ts';
export type { Trouble } from './imaging/player/trouble.ts';
export { openPane, type PaneState, together, type ViewerPane } from './imaging/player/viewer-engine.ts';
export { isTurned, type View } from './imaging/player/view.ts';
