import { type Plane, inverted } from './plane.ts';

/** Radius of the square: strokes up to 6 pixels wide stand out, step edges give nothing. */
const RADIUS = 3;

/** Picture minus its opening by a 7 × 7 square: bright strokes on any smooth ground. */
export function whiteTopHat(plane: Plane): Plane {
  const opened = inverted(eroded(inverted(eroded(plane))));
  const out = new Uint8Array(plane.data.length);
  for (let at = 0; at < out.length; at++) out[at] = (plane.data[at] as number) - (opened.data[at] as number);
  return { ...plane, data: out };
}

/** Closing minus picture: dark strokes, for instance vessels filled with contrast. */
export function blackTopHat(plane: Plane): Plane {
  return whiteTopHat(inverted(plane));
}

/** Smallest value in the square around each pixel; outside counts as 255. Window of 7 as 2, then 4, then 4 + 3. */
function eroded({ data, width, height }: Plane): Plane {
  const across = erodeRows(data, width, height);
  const padded = new Uint8Array((height + 2 * RADIUS) * width).fill(255);
  padded.set(across, RADIUS * width);
  minWithShift(padded, width);
  minWithShift(padded, 2 * width);
  minWithShift(padded, 3 * width);
  return { data: padded.slice(0, width * height), width, height };
}

function erodeRows(data: Uint8Array, width: number, height: number): Uint8Array {
  const line = width + 2 * RADIUS;
  const padded = new Uint8Array(line * height).fill(255);
  for (let y = 0; y < height; y++) padded.set(data.subarray(y * width, (y + 1) * width), y * line + RADIUS);
  // The ends of a line mix with the next line only inside the padding, which is not read back.
  minWithShift(padded, 1);
  minWithShift(padded, 2);
  minWithShift(padded, 3);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) out.set(padded.subarray(y * line, y * line + width), y * width);
  return out;
}

function minWithShift(values: Uint8Array, shift: number): void {
  const end = values.length - shift;
  for (let at = 0; at < end; at++) {
    const other = values[at + shift] as number;
    if (other < (values[at] as number)) values[at] = other;
  }
}
