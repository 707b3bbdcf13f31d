import { halvedBy, invertedBy, medianBy } from './planes/by-kernel.ts';
import { kernel, type Kernel } from './planes/start.ts';

/** One grey picture of 8 bits, rows one after another. */
export type Plane = {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** Half the size: each pixel is the mean of 2 × 2; an odd last row or column is dropped. */
export function halved(plane: Plane, by: Kernel | null = kernel()): Plane {
  if (by) return halvedBy(by, plane);
  const { data, width, height } = plane;
  const w = width >> 1;
  const h = height >> 1;
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = 2 * y * width + 2 * x;
      const sum = (data[at] as number) + (data[at + 1] as number) + (data[at + width] as number) + (data[at + width + 1] as number);
      out[y * w + x] = (sum + 2) >> 2;
    }
  }
  return { data: out, width: w, height: h };
}

export function inverted(plane: Plane, by: Kernel | null = kernel()): Plane {
  return by ? invertedBy(by, plane) : { ...plane, data: plane.data.map((value) => 255 - value) };
}

/** Halves until the picture has at most `rows` rows. */
export function reducedTo(plane: Plane, rows: number): Plane {
  let out = plane;
  while (out.height > rows && out.width > 2) out = halved(out);
  return out;
}

/** Indices of `count` frames spread evenly over `frames`, first and last included. */
export function evenly(frames: number, count: number): number[] {
  if (frames <= count) return Array.from({ length: frames }, (_, n) => n);
  return Array.from({ length: count }, (_, n) => Math.round((n * (frames - 1)) / (count - 1)));
}

/** Median of each pixel over an odd number of planes of one size. */
export function medianOf(planes: readonly Plane[], by: Kernel | null = kernel()): Plane {
  const [first, ...others] = planes;
  if (!first) throw new RangeError('medianOf needs at least one plane');
  if (by) return medianBy(by, [first, ...others]);
  const { width, height } = first;
  const out = new Uint8Array(width * height);
  const values = new Uint8Array(planes.length);
  const middle = planes.length >> 1;
  for (let at = 0; at < out.length; at++) {
    for (let n = 0; n < planes.length; n++) insert(values, n, (planes[n] as Plane).data[at] as number);
    out[at] = values[middle] as number;
  }
  return { data: out, width, height };
}

/** Keeps `values[0..count]` sorted; for about 15 values this beats `sort` many times over. */
function insert(values: Uint8Array, count: number, value: number): void {
  let at = count;
  while (at > 0 && (values[at - 1] as number) > value) {
    values[at] = values[at - 1] as number;
    at--;
  }
  values[at] = value;
}
