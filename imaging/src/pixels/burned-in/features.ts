import type { Plane } from '../plane.ts';
import type { Line } from './lines.ts';
import { type BlockThresholds, thresholdAt } from './threshold.ts';

/** What tells writing from vessels, wires and clips, in the order of the weights. */
export const FEATURES = [
  'logBlobs',
  'logAspect',
  'fill',
  'crossings',
  'sharpness',
  'logStrength',
  'logOverThreshold',
  'border',
  'groundSpread',
  'stillness',
] as const;

/** The pictures one search works on, all of one size. */
export type Level = {
  /** The picture that is searched. */
  readonly image: Plane;
  /** Its top-hat of the searched polarity. */
  readonly strokes: Plane;
  /** How much each pixel moves over time; null for a single picture. */
  readonly activity: Plane | null;
  readonly thresholds: BlockThresholds;
};

type Sums = { area: number; strength: number; step: number; moving: number; groundMoving: number; ground: number; groundSquares: number; count: number; runs: number };

/** The ten numbers for one line. */
export function featuresOf(line: Line, level: Level): number[] {
  const width = line.right - line.left + 1;
  const height = line.bottom - line.top + 1;
  const [length, tall] = line.upright ? [height, width] : [width, height];
  const sums = measure(line, level);
  const strength = sums.strength / Math.max(1, sums.area);
  const others = Math.max(1, sums.count - sums.area);
  const mean = sums.ground / others;
  const spread = Math.sqrt(Math.max(0, sums.groundSquares / others - mean * mean));
  const threshold = thresholdAt(level.thresholds, (line.left + line.right) >> 1, (line.top + line.bottom) >> 1);
  const aspect = length / tall;
  const { width: w, height: h } = level.image;
  const edge = Math.min(line.left, line.top, w - 1 - line.right, h - 1 - line.bottom) / Math.min(w, h);
  return [
    Math.log(line.blobs.length),
    Math.log(aspect),
    sums.area / sums.count,
    Math.min(4, sums.runs / tall / aspect),
    Math.min(2, sums.step / Math.max(1, sums.area) / Math.max(1, strength)),
    Math.log(Math.max(1, strength)),
    Math.min(2, Math.log(Math.max(1, strength / threshold))),
    Math.max(0, 0.12 - edge) / 0.12,
    Math.min(2, spread / Math.max(1, strength)),
    level.activity ? Math.log((sums.moving / Math.max(1, sums.area) + 0.5) / (sums.groundMoving / others + 0.5)) : 0,
  ];
}

/** One walk over the line's box. `runs` counts strokes met along the writing direction, over all its rows. */
function measure(line: Line, level: Level): Sums {
  const sums: Sums = { area: 0, strength: 0, step: 0, moving: 0, groundMoving: 0, ground: 0, groundSquares: 0, count: 0, runs: 0 };
  const { image, strokes, activity, thresholds } = level;
  const { width, height } = image;
  const value = (x: number, y: number): number =>
    image.data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] as number;
  const [outer, inner] = line.upright ? [line.right - line.left + 1, line.bottom - line.top + 1] : [line.bottom - line.top + 1, line.right - line.left + 1];
  for (let row = 0; row < outer; row++) {
    let inside = false;
    for (let column = 0; column < inner; column++) {
      const x = line.left + (line.upright ? row : column);
      const y = line.top + (line.upright ? column : row);
      const at = y * width + x;
      const grey = image.data[at] as number;
      const stroke = strokes.data[at] as number;
      const moves = activity ? (activity.data[at] as number) : 0;
      sums.count++;
      const isStroke = stroke >= thresholdAt(thresholds, x, y);
      if (isStroke) {
        if (!inside) sums.runs++;
        sums.area++;
        sums.strength += stroke;
        sums.moving += moves;
        const steps = [value(x - 1, y), value(x + 1, y), value(x, y - 1), value(x, y + 1)];
        sums.step += Math.max(...steps.map((other) => Math.abs(other - grey)));
      } else {
        sums.ground += grey;
        sums.groundSquares += grey * grey;
        sums.groundMoving += moves;
      }
      inside = isStroke;
    }
  }
  return sums;
}
