// Whole pictures through the kernel: copied in, worked on sixteen pixels at a time, copied out. Each has its reference in TypeScript, which
// is where it is called from and which runs where the kernel cannot.

import type { Kernel } from './start.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Plane = { readonly data: Bytes; readonly width: number; readonly height: number };

export function whiteTopHatBy({ does, lay, fill, take }: Kernel, { data, width, height }: Plane): Plane {
  const bordered = does.borderedBytes(width, height);
  const [source, work, again, out] = lay([data.length, bordered, bordered, data.length]) as [number, number, number, number];
  fill(source, data);
  does.whiteTopHat(source, width, height, work, again, out);
  return { data: take(out, data.length), width, height };
}

export function invertedBy({ does, lay, fill, take }: Kernel, { data, width, height }: Plane): Plane {
  const [source, out] = lay([data.length, data.length]) as [number, number];
  fill(source, data);
  does.inverted(source, data.length, out);
  return { data: take(out, data.length), width, height };
}

/** Of an odd number of pictures of one size. */
export function medianBy({ does, lay, fill, take }: Kernel, planes: readonly [Plane, ...Plane[]]): Plane {
  const [{ data: { length }, width, height }] = planes;
  const step = Math.ceil(length / 16) * 16;
  const [first, work, out] = lay([step * planes.length, 16 * planes.length, length]) as [number, number, number];
  for (const [n, { data }] of planes.entries()) fill(first + n * step, data);
  does.medianOf(first, step, planes.length, length, work, out);
  return { data: take(out, length), width, height };
}

export function halvedBy({ does, lay, fill, take }: Kernel, { data, width, height }: Plane): Plane {
  const size = { width: width >> 1, height: height >> 1 };
  const [source, out] = lay([data.length, size.width * size.height]) as [number, number];
  fill(source, data);
  does.halved(source, width, height, out);
  return { data: take(out, size.width * size.height), ...size };
}

export function smoothedBy({ does, lay, fill, take }: Kernel, { data, width, height }: Plane): Plane {
  const [source, work, out] = lay([data.length, 2 * width + 4, data.length]) as [number, number, number];
  fill(source, data);
  does.smoothed(source, width, height, work, out);
  return { data: take(out, data.length), width, height };
}

/** `image` is the frame less what its four neighbours foretell, about 128; `spread` how far they differ. */
export function foretoldBy({ does, lay, fill, take }: Kernel, frame: Uint8Array, four: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array]): { image: Bytes; spread: Bytes } {
  const pictures = [frame, ...four];
  const places = lay([...pictures, frame, frame].map(({ length }) => length)) as [number, number, number, number, number, number, number];
  for (const [n, picture] of pictures.entries()) fill(places[n] as number, picture);
  const [own, a, b, c, d, image, spread] = places;
  does.foretold(own, a, b, c, d, frame.length, image, spread);
  return { image: take(image, frame.length), spread: take(spread, frame.length) };
}

export function medianOfFiveBy({ does, lay, fill, take }: Kernel, five: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]): { median: Bytes; activity: Bytes } {
  const { length } = five[0];
  const places = lay(new Array<number>(7).fill(length)) as [number, number, number, number, number, number, number];
  for (const [n, picture] of five.entries()) fill(places[n] as number, picture);
  const [p, q, r, s, t, median, activity] = places;
  does.medianOfFive(p, q, r, s, t, length, median, activity);
  return { median: take(median, length), activity: take(activity, length) };
}

/** Raises `high` and lowers `low`, in place. */
export function extremesBy({ does, lay, fill, take }: Kernel, data: Uint8Array, high: Bytes, low: Bytes): void {
  const [picture, above, below] = lay([data.length, data.length, data.length]) as [number, number, number];
  fill(picture, data);
  fill(above, high);
  fill(below, low);
  does.extremes(picture, data.length, above, below);
  high.set(take(above, data.length));
  low.set(take(below, data.length));
}

/** `thresholds` are whole numbers 0–255, one a block of 32 × 32, row after row. */
export function strokeMaskBy({ does, lay, fill, take }: Kernel, { data, width, height }: Plane, thresholds: Uint8Array): Bytes {
  const [source, places, out] = lay([data.length, thresholds.length, data.length]) as [number, number, number];
  fill(source, data);
  fill(places, thresholds);
  does.strokeMask(source, width, height, places, out);
  return take(out, data.length);
}
