// Places in a picture and values between its pixels.

/** Pixels from the picture's left top corner: the first pixel's middle is (0.5, 0.5). */
export type Point = { readonly x: number; readonly y: number };

/** Grey values of one frame as decoded, row by row. */
export type Plane = { readonly data: ArrayLike<number>; readonly rows: number; readonly columns: number };

export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

const clamp = (n: number, most: number): number => Math.min(most, Math.max(0, n));

/** Between the four nearest pixels; beyond the edge the edge goes on. */
export const valueAt = ({ data, rows, columns }: Plane, { x, y }: Point): number => {
  const u = clamp(x - 0.5, columns - 1);
  const v = clamp(y - 0.5, rows - 1);
  const [column, row] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
  const [fu, fv] = [u - column, v - row];
  const at = row * columns + column;
  const top = (data[at] as number) * (1 - fu) + (data[at + 1] as number) * fu;
  const bottom = (data[at + columns] as number) * (1 - fu) + (data[at + columns + 1] as number) * fu;
  return top * (1 - fv) + bottom * fv;
};
