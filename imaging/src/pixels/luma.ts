import { lumaOf } from './colour.ts';
import type { Frame } from './format.ts';
import type { Plane } from './plane.ts';
import { PLAIN_WINDOW, windowByPercentiles, windower } from './window.ts';

/**
 * Makes grey pictures of 8 bits for searching. Frames deeper than 8 bits are spread by percentiles of the sample, on one
 * scale for the whole run and before any window, which could hide what a file still holds.
 */
export function lumaMaker(sample: readonly Frame[]): (frame: Frame) => Plane {
  const deep = sample.some((frame) => frame.channels === 1 && !(frame.data instanceof Uint8Array));
  const show = windower(deep ? windowByPercentiles(sample, false) : PLAIN_WINDOW);
  return (frame) => ({
    data: frame.channels === 3 ? lumaOf(frame.data as Uint8Array) : show(frame),
    width: frame.columns,
    height: frame.rows,
  });
}
