import type { Random } from '../phantom/random.ts';

/** How much light a thing lets through, 1 all; a picture of its own so that things may overlap. */
export type Shade = { readonly data: Float32Array; readonly side: number };
type Point = readonly [number, number];
/** Draws one thing, moved by so many pixels. */
export type Painter = (onto: Shade, dx: number, dy: number) => void;

/** A soft round brush along a broken line; `light` is what passes at its middle. */
function stroke({ data, side }: Shade, points: readonly Point[], radius: number, light: number): void {
  for (let n = 0; n + 1 < points.length; n++) {
    const [[x0, y0], [x1, y1]] = [points[n] as Point, points[n + 1] as Point];
    const long = Math.max(1, Math.hypot(x1 - x0, y1 - y0));
    const reach = radius + 1.5;
    for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); y <= Math.min(side - 1, Math.max(y0, y1) + reach); y++) {
      for (let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach)); x <= Math.min(side - 1, Math.max(x0, x1) + reach); x++) {
        const t = Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / (long * long)));
        const far = Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0));
        const part = Math.min(1, Math.max(0, radius + 0.5 - far));
        const at = y * side + x;
        data[at] = Math.min(data[at] as number, 1 - part * (1 - light));
      }
    }
  }
}

const shift = (points: readonly Point[], dx: number, dy: number): Point[] => points.map(([x, y]) => [x + dx, y + dy]);

/** Surgical clips in a row: short bars, as along a bypass. */
export function clips(side: number, r: Random): Painter {
  const [x, y, turn, step] = [r.between(0.2, 0.7) * side, r.between(0.2, 0.7) * side, r.between(0, 3.1), r.between(11, 24)];
  const bars = Array.from({ length: 3 + Math.floor(r.between(0, 6)) }, (_, n): Point[] => {
    const [cx, cy, lean, half] = [x + n * step * Math.cos(turn) + r.between(-3, 3), y + n * step * Math.sin(turn) + r.between(-3, 3), r.between(0, 3.1), r.between(2, 6)];
    return [[cx - half * Math.cos(lean), cy - half * Math.sin(lean)], [cx + half * Math.cos(lean), cy + half * Math.sin(lean)]];
  });
  const [radius, light] = [r.between(0.7, 1.6), r.between(0.25, 0.6)];
  return (onto, dx, dy) => {
    for (const bar of bars) stroke(onto, shift(bar, dx, dy), radius, light);
  };
}

/** A generator's can with its inner works in one corner, and a lead with ring electrodes on the way to the heart. */
export function pacemaker(side: number, r: Random): Painter {
  const [left, top, w, h] = [r.between(0.02, 0.12) * side, r.between(0.02, 0.12) * side, r.between(60, 90), r.between(50, 75)];
  const works = Array.from({ length: 14 }, (): Point[] => {
    const [x, y] = [left + r.between(6, w - 14), top + r.between(6, h - 10)];
    return [[x, y], [x + r.between(0, 9), y + r.between(0, 6)]];
  });
  const lead: Point[] = Array.from({ length: 30 }, (_, n) => [left + w / 2 + n * side * 0.018, top + h + 120 * Math.sin(n / 9) + n * 5]);
  return (onto, dx, dy) => {
    for (let y = top; y < top + h; y += 3) stroke(onto, [[left + 4, y], [left + w - 4, y]], 2.2, 0.55);
    for (const part of works) stroke(onto, part, 1.6, 0.25);
    stroke(onto, shift(lead, dx, dy), 1, 0.5);
    for (const n of [22, 24, 27, 29]) stroke(onto, shift([lead[n] as Point, lead[n] as Point], dx, dy), 2.4, 0.3);
  };
}

/** Electrodes on the skin with their cables: they stand still while the heart moves. */
export function electrodes(side: number, r: Random): Painter {
  const pads = Array.from({ length: 1 + Math.floor(r.between(0, 3)) }, (): { at: Point; cable: Point[] } => {
    const at: Point = [r.between(0.08, 0.92) * side, r.between(0.08, 0.92) * side];
    const turn = r.between(0, 6.2);
    return { at, cable: Array.from({ length: 16 }, (_, n) => [at[0] + n * 14 * Math.cos(turn + n * 0.05), at[1] + n * 14 * Math.sin(turn + n * 0.05)]) };
  });
  return (onto) => {
    for (const { at: [x, y], cable } of pads) {
      stroke(onto, Array.from({ length: 25 }, (_, n): Point => [x + 9 * Math.cos(n / 4), y + 9 * Math.sin(n / 4)]), 1.2, 0.6);
      stroke(onto, [[x, y], [x, y]], 3.5, 0.3);
      stroke(onto, cable, 1.3, 0.5);
    }
  };
}

/** Rings at even distances on a curve: a marker pigtail, or a basket of pacing electrodes. */
export function markers(side: number, r: Random): Painter {
  const [x, y, bend, step] = [r.between(0.3, 0.6) * side, r.between(0.2, 0.6) * side, r.between(0.05, 0.25), r.between(8, 14)];
  const rings = Array.from({ length: 12 }, (_, n): Point => [x + step * n * Math.cos(n * bend), y + step * n * Math.sin(n * bend)]);
  return (onto, dx, dy) => {
    stroke(onto, shift(rings, dx, dy), 2.2, 0.8);
    for (const ring of shift(rings, dx, dy)) stroke(onto, [ring, ring], 2, 0.4);
  };
}

/** Loops of wire down the breast bone. */
export function sternalWires(side: number, r: Random): Painter {
  const x = r.between(0.35, 0.65) * side;
  const loops = Array.from({ length: 5 }, (_, n): Point[] => {
    const [cx, cy, w, h] = [x + r.between(-5, 5), (0.12 + 0.17 * n) * side, r.between(10, 18), r.between(5, 11)];
    return [...Array.from({ length: 14 }, (_, k): Point => [cx + w * Math.cos(k / 2), cy + h * Math.sin(k / 2)]), [cx + w + 6, cy - 5], [cx + w + 2, cy - 11]];
  });
  return (onto) => {
    for (const loop of loops) stroke(onto, loop, 1, 0.35);
  };
}

/** Many thin vessels that bend and cross, as in an injected brain or behind a closed artery. */
export function tangle(side: number, r: Random): Painter {
  const vessels = Array.from({ length: 30 + Math.floor(r.between(0, 70)) }, () => {
    let [x, y, turn, bend] = [r.between(0.1, 0.9) * side, r.between(0.1, 0.9) * side, r.between(0, 6.3), 0];
    const points = Array.from({ length: 6 + Math.floor(r.between(0, 24)) }, (): Point => {
      bend = 0.7 * bend + 0.25 * r.gauss();
      turn += bend;
      x += 7 * Math.cos(turn);
      y += 7 * Math.sin(turn);
      return [x, y];
    });
    return { points, radius: r.between(0.4, 2.2), light: r.between(0.6, 0.93) };
  });
  const sway = r.between(0.2, 1.5);
  return (onto, dx, dy) => {
    for (const { points, radius, light } of vessels) stroke(onto, shift(points, sway * dx, sway * dy), radius, light);
  };
}

/** Contrast that swirls out of focus: soft spots that are elsewhere in the next frame. */
export function puffs({ data, side }: Shade, r: Random): void {
  for (let n = Math.floor(r.between(0, 6)); n > 0; n--) {
    const [cx, cy, wide, long, turn, dense] = [r.between(0, side), r.between(0, side), r.between(2.5, 8), r.between(1, 2.5), r.between(0, 3.1), r.between(0.01, 0.08)];
    const reach = Math.ceil(3 * wide * long);
    for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(side - 1, cy + reach); y++) {
      for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(side - 1, cx + reach); x++) {
        const along = ((x - cx) * Math.cos(turn) + (y - cy) * Math.sin(turn)) / (wide * long);
        const across = ((y - cy) * Math.cos(turn) - (x - cx) * Math.sin(turn)) / wide;
        data[y * side + x] = (data[y * side + x] as number) * (1 - dense * Math.exp(-(along * along + across * across) / 2));
      }
    }
  }
}
