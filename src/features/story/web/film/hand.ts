import type { Tool } from '#features/cases/web/player-door.ts';
import type { Shape } from './drawing.ts';

/** What is in hand. */
export type Hand = 'auto' | 'window' | 'zoom' | 'mask' | 'measure' | Shape;

/** What the drags of a pane do meanwhile. */
export const toolOf: Readonly<Record<Hand, Tool>> = { auto: 'auto', window: 'window', zoom: 'zoom', mask: 'shift', measure: 'mark', arrow: 'mark', freehand: 'mark', text: 'mark', segment: 'mark' };
