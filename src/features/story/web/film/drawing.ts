// Drawing a mark over a pane: an arrow from its tail to its head, a line as the hand goes, a text or a segment's name where one taps. Places are
// fractions of the picture.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { RunView } from '../../rules/present.ts';
import { sizeOf } from './run-size.ts';
import { simplified } from './simplify.ts';
import type { Drawn } from './use-marks.ts';

export type Shape = 'arrow' | 'freehand' | 'text' | 'segment';
const SHAPES: readonly string[] = ['arrow', 'freehand', 'text', 'segment'] satisfies Shape[];
export const isShape = (hand: string): hand is Shape => SHAPES.includes(hand);
const DRAGGED: readonly Shape[] = ['arrow', 'freehand'];
export type Sketch = Pick<Drawn, 'shape' | 'points'>;
type Place = { readonly x: number; readonly y: number };

/** Shorter than this on the screen it is a slip of the hand, no arrow. */
const LEAST_PX = 12;
const clamp = (n: number): number => Math.min(1, Math.max(0, Math.round(n * 10_000) / 10_000));

const placeOf = (element: HTMLElement, pane: ViewerPane, run: RunView, event: PointerEvent): Place => {
  const box = element.getBoundingClientRect();
  const at = pane.player.toPicture({ x: event.clientX - box.left, y: event.clientY - box.top });
  const { width, height } = sizeOf(run);
  return { x: clamp(at.x / width), y: clamp(at.y / height) };
};

/** Listens while a shape is in hand. `onDrawn` hears what was drawn on which frame. Returns the unfinished arrow, to be shown. */
export const useDrawing = (
  element: HTMLElement | null, pane: ViewerPane | undefined, shape: Shape | undefined, runs: readonly RunView[], onDrawn: (drawn: Omit<Drawn, 'note'>) => void,
): Sketch | undefined => {
  const [sketch, setSketch] = useState<Sketch>();
  const hear = useRef(onDrawn);
  hear.current = onDrawn;
  useEffect(() => {
    if (!element || !pane || !shape) return;
    const stop = new AbortController();
    let line: number[] = [];
    let from: (Place & { readonly px: number; readonly py: number; readonly id: number }) | undefined;
    const run = (): RunView => runs[pane.state().run] as RunView;
    const drop = (): void => {
      from = undefined;
      setSketch(undefined);
    };
    element.addEventListener('pointerdown', (event) => {
      // A second finger pinches: what the first one had begun is taken back.
      if (!event.isPrimary) drop();
      if (!event.isPrimary || event.button !== 0 || event.shiftKey) return;
      pane.player.pause();
      from = { ...placeOf(element, pane, run(), event), px: event.clientX, py: event.clientY, id: event.pointerId };
      line = [from.x, from.y];
    }, { signal: stop.signal });
    element.addEventListener('pointermove', (event) => {
      if (!from || event.pointerId !== from.id || !DRAGGED.includes(shape)) return;
      const to = placeOf(element, pane, run(), event);
      if (shape === 'freehand') line = [...line, to.x, to.y];
      setSketch({ shape, points: shape === 'freehand' ? line : [from.x, from.y, to.x, to.y] });
    }, { signal: stop.signal });
    element.addEventListener('pointerup', (event) => {
      if (!from || event.pointerId !== from.id) return;
      const to = placeOf(element, pane, run(), event);
      const long = Math.hypot(event.clientX - from.px, event.clientY - from.py) >= LEAST_PX;
      const dragged = DRAGGED.includes(shape);
      const points = shape === 'freehand' ? simplified([...line, to.x, to.y]) : dragged ? [from.x, from.y, to.x, to.y] : [to.x, to.y];
      const went = shape === 'freehand' ? line.length > 6 : long;
      drop();
      if (!dragged || went) hear.current({ runId: run().id, frame: pane.state().frame, shape, points, details: {} });
    }, { signal: stop.signal });
    element.addEventListener('pointercancel', drop, { signal: stop.signal });
    return () => {
      stop.abort();
      setSketch(undefined);
    };
  }, [element, pane, shape, runs]);
  return sketch;
};
