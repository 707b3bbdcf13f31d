import type { Random } from '../phantom/random.ts';
import type { Box } from '../pixels/box.ts';
import type { Plane } from '../pixels/plane.ts';
import type { Script, Stamp } from './stamps.ts';

/** A line of text that was written into pictures, and all that a test asks of it. */
export type PlantedLine = {
  readonly box: Box;
  /** Mean change of the stroke pixels in grey levels, after rounding. */
  readonly delta: number;
  /** Places of stroke pixels that changed by 4 levels or more in the first of the frames. */
  readonly strokes: readonly number[];
  readonly script: Script;
  readonly size: number;
  readonly upright: boolean;
  readonly opacity: number;
};

const COLOURS = [{ grey: 255 }, { grey: 0 }, { grey: 190 }, { grey: 70 }, { grey: 255, outlined: true }] as const;

/** Writes `count` lines into the frames (in place), never over one another: half at a border, an eighth turned by 90°. */
export function plantLines(frames: readonly Plane[], stamps: readonly Stamp[], count: number, r: Random): PlantedLine[] {
  const planted: PlantedLine[] = [];
  const [first] = frames;
  if (!first) return planted;
  for (let tries = 0; tries < 40 * count && planted.length < count; tries++) {
    const stamp = stamps[Math.floor(r.next() * stamps.length)] as Stamp;
    const upright = r.chance(0.12);
    const [width, height] = upright ? [stamp.height, stamp.width] : [stamp.width, stamp.height];
    if (width > first.width - 8 || height > first.height - 8) continue;
    const box = placeFor(first, width, height, r);
    if (planted.some((other) => apart(other.box, box) < 14)) continue;
    const colour = COLOURS[Math.floor(r.next() * COLOURS.length)] as (typeof COLOURS)[number];
    const opacity = ([0.15, 0.25, 0.5, 1] as const)[Math.floor(r.next() * 4)] as number;
    const before = first.data.slice();
    const alpha = upright ? turned(stamp) : stamp.alpha;
    for (const frame of frames) paint(frame, alpha, box, { ...colour, opacity });
    const seen = changed(before, first, alpha, box);
    // What nobody can see is not asked for.
    if (seen.strokes.length >= 12) planted.push({ box, ...seen, script: stamp.script, size: stamp.size, upright, opacity });
  }
  return planted;
}

function placeFor({ width: w, height: h }: Plane, width: number, height: number, r: Random): Box {
  let [left, top] = [Math.floor(r.between(2, w - width - 2)), Math.floor(r.between(2, h - height - 2))];
  const side = Math.floor(r.between(0, 8));
  if (side === 0) left = Math.floor(r.between(2, 20));
  if (side === 1) left = w - width - Math.floor(r.between(2, 20));
  if (side === 2) top = Math.floor(r.between(2, 20));
  if (side === 3) top = h - height - Math.floor(r.between(2, 20));
  return { left: Math.max(0, left), top: Math.max(0, top), width, height };
}

const apart = (a: Box, b: Box): number =>
  Math.max(Math.max(a.left, b.left) - Math.min(a.left + a.width, b.left + b.width), Math.max(a.top, b.top) - Math.min(a.top + a.height, b.top + b.height));

function turned({ alpha, width, height }: Stamp): Uint8Array {
  const out = new Uint8Array(alpha.length);
  for (let y = 0; y < width; y++) for (let x = 0; x < height; x++) out[y * height + x] = alpha[(height - 1 - x) * width + y] as number;
  return out;
}

function paint(frame: Plane, alpha: Uint8Array, box: Box, ink: { grey: number; opacity: number; outlined?: boolean }): void {
  const around = (x: number, y: number): number => {
    let most = 0;
    for (let v = Math.max(0, y - 1); v <= Math.min(box.height - 1, y + 1); v++) for (let u = Math.max(0, x - 1); u <= Math.min(box.width - 1, x + 1); u++) most = Math.max(most, alpha[v * box.width + u] as number);
    return most;
  };
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = (box.top + y) * frame.width + box.left + x;
      let value = frame.data[at] as number;
      if (ink.outlined) value += (0 - value) * ink.opacity * (around(x, y) / 255);
      frame.data[at] = Math.round(value + (ink.grey - value) * ink.opacity * ((alpha[y * box.width + x] as number) / 255));
    }
  }
}

function changed(before: Uint8Array, { data, width }: Plane, alpha: Uint8Array, box: Box): { delta: number; strokes: number[] } {
  const strokes: number[] = [];
  let [sum, count] = [0, 0];
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      if ((alpha[y * box.width + x] as number) < 128) continue;
      const at = (box.top + y) * width + box.left + x;
      const by = Math.abs((data[at] as number) - (before[at] as number));
      sum += by;
      count++;
      if (by >= 4) strokes.push(at);
    }
  }
  return { delta: sum / Math.max(1, count), strokes };
}

/** Share of the strokes that lie under the boxes. */
export function coveredShare(strokes: readonly number[], boxes: readonly Box[], width: number): number {
  const under = (at: number): boolean => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return boxes.some((box) => x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height);
  };
  return strokes.filter(under).length / Math.max(1, strokes.length);
}
