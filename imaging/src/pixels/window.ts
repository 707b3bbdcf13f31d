import type { Frame, Samples } from './format.ts';

/** How stored values become brightness (PS3.3 C.11.2): rescale, then window. */
export type Window = {
  readonly center: number;
  readonly width: number;
  readonly shape: 'linear' | 'linear-exact' | 'sigmoid';
  /** Rescale Slope and Intercept; 1 and 0 when absent. */
  readonly slope: number;
  readonly intercept: number;
  /** MONOCHROME1: the smallest value is white. */
  readonly inverted: boolean;
};

/** The window that shows 8-bit values as they are. */
export const PLAIN_WINDOW: Window = { center: 128, width: 256, shape: 'linear', slope: 1, intercept: 0, inverted: false };

/** Brightness 0–255 of one stored value. Width below 1 is taken as 1. */
export function brightness(stored: number, window: Window): number {
  const { center, width, shape, slope, intercept, inverted } = window;
  const value = stored * slope + intercept;
  let part: number;
  if (shape === 'sigmoid') part = 1 / (1 + Math.exp((-4 * (value - center)) / Math.max(width, 1e-6)));
  else if (shape === 'linear-exact') part = (value - center) / Math.max(width, 1e-6) + 0.5;
  else part = width <= 1 ? (value <= center - 0.5 ? 0 : 1) : (value - (center - 0.5)) / (width - 1) + 0.5;
  const grey = Math.round(255 * Math.min(1, Math.max(0, part)));
  return inverted ? 255 - grey : grey;
}

/**
 * The straight part of a window as `scale · stored + offset`: 0 is its black and 1 its white, and values outside go on
 * beyond, so that a viewer can widen the window later. A sigmoid is taken by its tangent in the middle.
 */
export function windowLine({ center, width, shape, slope, intercept, inverted }: Window): { scale: number; offset: number } {
  const [span, middle] = shape === 'linear' ? [Math.max(1e-6, width - 1), center - 0.5] : [Math.max(1e-6, width), center];
  const scale = slope / span;
  const offset = (intercept - middle) / span + 0.5;
  return inverted ? { scale: -scale, offset: 1 - offset } : { scale, offset };
}

/** Brightness of every stored value that `data` may hold; signed ones start at index 32768 for 0. */
function brightnessTable(data: Samples, window: Window): { table: Uint8Array; zero: number } {
  const zero = data instanceof Int16Array ? 32768 : 0;
  const table = new Uint8Array(data instanceof Uint8Array ? 256 : 65536);
  for (let index = 0; index < table.length; index++) table[index] = brightness(index - zero, window);
  return { table, zero };
}

/** Makes a function that windows many frames with one table; colour frames are not windowed but copied. */
export function windower(window: Window): (frame: Frame) => Uint8Array<ArrayBuffer> {
  let made: { table: Uint8Array; zero: number; kind: unknown } | undefined;
  return ({ data, channels }) => {
    if (channels === 3) return new Uint8Array(data);
    if (made?.kind !== data.constructor) made = { ...brightnessTable(data, window), kind: data.constructor };
    const { table, zero } = made;
    const out = new Uint8Array(data.length);
    for (let at = 0; at < out.length; at++) out[at] = table[(data[at] as number) + zero] as number;
    return out;
  };
}

/**
 * A window from the values themselves, for files without one: the given share of the darkest and of the brightest pixels
 * over all frames is cut off. Shares are of 1.
 */
export function windowByPercentiles(frames: readonly Frame[], inverted: boolean, low = 0.0005, high = 0.9995): Window {
  const counts = new Uint32Array(65536 + 32768);
  let total = 0;
  for (const { data } of frames) {
    total += data.length;
    for (let at = 0; at < data.length; at++) {
      const index = (data[at] as number) + 32768;
      counts[index] = (counts[index] as number) + 1;
    }
  }
  const first = valueAt(counts, total * low);
  const last = Math.max(first + 1, valueAt(counts, total * high));
  return { center: (first + last + 1) / 2, width: last - first + 1, shape: 'linear', slope: 1, intercept: 0, inverted };
}

function valueAt(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let index = 0; index < counts.length; index++) {
    seen += counts[index] as number;
    if (seen > rank) return index - 32768;
  }
  return 0;
}

/** What the header says about windows; any part may be missing or nonsense. */
export type HeaderWindow = {
  readonly center?: number | undefined;
  readonly width?: number | undefined;
  /** VOI LUT Function: LINEAR, LINEAR_EXACT or SIGMOID. */
  readonly shape?: string | undefined;
  readonly slope?: number | undefined;
  readonly intercept?: number | undefined;
};

/** The file's own window when it makes sense, else by percentiles, else as is for 8 bits. */
export function chooseWindow(header: HeaderWindow, frames: readonly Frame[], inverted: boolean): Window {
  const { center, width, shape, slope = 1, intercept = 0 } = header;
  if (center !== undefined && width !== undefined && width >= 1 && Number.isFinite(center) && Number.isFinite(width) && slope !== 0) {
    const named = shape === 'SIGMOID' ? 'sigmoid' : shape === 'LINEAR_EXACT' ? 'linear-exact' : 'linear';
    return { center, width, shape: named, slope, intercept, inverted };
  }
  if (frames.every((frame) => frame.data instanceof Uint8Array)) return { ...PLAIN_WINDOW, inverted };
  return windowByPercentiles(frames, inverted);
}
