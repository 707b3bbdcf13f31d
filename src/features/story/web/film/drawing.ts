// Drawing a mark over a pane: an arrow from its tail to its head, a text where one taps. Places are fractions of the picture.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { RunView } from '../../rules/present.ts';
import type { Drawn } from './use-marks.ts';

export type Shape = 'arrow' | 'text';
export type Sketch = Pick<Drawn, 'shape' | 'points'>;
type Place = { readonly x: number; readonly y: number };

/** Shorter than this on the screen it is a slip of the hand, no arrow. */
const LEAST_PX = 12;
const clamp = (n: number): number => Math.min(1, Math.max(0, Math.round(n * 10_000) / 10_000));

/** The picture's size as marks count it: that of the run. */
export const sizeOf = ({ rows, columns }: RunView): { width: number; height: number } => ({ width: columns || 512, height: rows || 512 });

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
    let from: (Place & { readonly px: number; readonly py: number; readonly id: number }) | undefined;
    const run = (): RunView => runs[pane.state().run] as RunView;
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || event.shiftKey || !event.isPrimary) return;
      pane.player.pause();
      from = { ...placeOf(element, pane, run(), event), px: event.clientX, py: event.clientY, id: event.pointerId };
    }, { signal: stop.signal });
    element.addEventListener('pointermove', (event) => {
      if (!from || event.pointerId !== from.id || shape === 'text') return;
      const to = placeOf(element, pane, run(), event);
      setSketch({ shape, points: [from.x, from.y, to.x, to.y] });
    }, { signal: stop.signal });
    element.addEventListener('pointerup', (event) => {
      if (!from || event.pointerId !== from.id) return;
      const to = placeOf(element, pane, run(), event);
      const long = Math.hypot(event.clientX - from.px, event.clientY - from.py) >= LEAST_PX;
      const points = shape === 'text' ? [to.x, to.y] : [from.x, from.y, to.x, to.y];
      from = undefined;
      setSketch(undefined);
      if (shape === 'text' || long) hear.current({ runId: run().id, frame: pane.state().frame, shape, points, details: {} });
    }, { signal: stop.signal });
    element.addEventListener('pointercancel', () => {
      from = undefined;
      setSketch(undefined);
    }, { signal: stop.signal });
    return () => {
      stop.abort();
      setSketch(undefined);
    };
  }, [element, pane, shape, runs]);
  return sketch;
};
