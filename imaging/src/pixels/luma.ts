import { lumaOf } from './colour.ts';
import type { Frame } from './format.ts';
import type { Plane } from './plane.ts';
import { PLAIN_WINDOW, windowByPercentiles, windower } from './window.ts';

/** Frames as grey pictures of 8 bits for searching: deeper ones are spread by percentiles over the run, before any window. */
export function lumaPlanes(frames: readonly Frame[]): Plane[] {
  const deep = frames.some((frame) => frame.channels === 1 && !(frame.data instanceof Uint8Array));
  const show = windower(deep ? windowByPercentiles(frames, false) : PLAIN_WINDOW);
  return frames.map((frame) => ({
    data: frame.channels === 3 ? lumaOf(frame.data as Uint8Array) : show(frame),
    width: frame.columns,
    height: frame.rows,
  }));
}
