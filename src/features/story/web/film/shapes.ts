// Marks as lines on the screen. Every shape is a few strokes, and a ring with its number beside the first.

import { pointsOf } from '../../rules/measure/marked.ts';
import { distance, type Point } from '../../rules/measure/plane.ts';
import type { MarkView, RunView } from '../../rules/present.ts';
import { sizeOf } from './run-size.ts';

export type ToScreen = (place: Point) => Point;
export type Drawing = {
  /** Path data in CSS pixels of the pane. */
  readonly strokes: readonly string[];
  /** Where the ring stands. */
  readonly ring: Point;
};

const WING = 16;
export const RING = 14;

const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
const pathOf = (points: readonly Point[]): string => points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point)}`).join('');

const arrowPath = (tail: Point, head: Point): string => {
  const turn = Math.atan2(head.y - tail.y, head.x - tail.x);
  const wing = (by: number): Point => ({ x: head.x - WING * Math.cos(turn + by), y: head.y - WING * Math.sin(turn + by) });
  return `M${at(tail)}L${at(head)}M${at(wing(0.5))}L${at(head)}L${at(wing(-0.5))}`;
};

/** A line between two small bars, as calipers stand. */
const caliperPath = (a: Point, b: Point): string => {
  const long = distance(a, b) || 1;
  const [nx, ny] = [(-(b.y - a.y) / long) * 6, ((b.x - a.x) / long) * 6];
  const bar = ({ x, y }: Point): string => `M${at({ x: x - nx, y: y - ny })}L${at({ x: x + nx, y: y + ny })}`;
  return `M${at(a)}L${at(b)}${bar(a)}${bar(b)}`;
};

/** Beyond the tail, so that the ring covers no part of the drawing. */
const beyond = (tail: Point, head: Point | undefined, far = RING): Point => {
  if (!head) return tail;
  const long = distance(tail, head) || 1;
  return { x: tail.x - ((head.x - tail.x) / long) * far, y: tail.y - ((head.y - tail.y) / long) * far };
};

/** Both walls of a vessel beside its middle line, with a bar at its narrowest, in pixels of the run. */
const wallsOf = (line: readonly Point[], widths: readonly number[], least: number): Point[][] => {
  const side = (sign: 1 | -1): Point[] => line.map(({ x, y }, i) => {
    const [a, b] = [line[Math.max(0, i - 1)] as Point, line[Math.min(line.length - 1, i + 1)] as Point];
    const long = distance(a, b) || 1;
    const half = (sign * (widths[i] ?? 0)) / 2;
    return { x: x - ((b.y - a.y) / long) * half, y: y + ((b.x - a.x) / long) * half };
  });
  const [left, right] = [side(-1), side(1)];
  return [left, right, [left[least] as Point, right[least] as Point]];
};

export const drawingOf = ({ shape, points, details }: Pick<MarkView, 'shape' | 'points' | 'details'>, run: RunView, toScreen: ToScreen): Drawing => {
  const places = pointsOf(points, sizeOf(run));
  const on = places.map(toScreen);
  const [a = { x: 0, y: 0 }, b, c, d] = on;
  switch (shape) {
    case 'text':
    case 'segment': return { strokes: [], ring: a };
    case 'arrow': return { strokes: b ? [arrowPath(a, b)] : [], ring: beyond(a, b) };
    case 'freehand':
    case 'angle': return { strokes: [pathOf(on)], ring: beyond(a, b) };
    case 'catheter':
    case 'length': return { strokes: b ? [caliperPath(a, b)] : [], ring: beyond(a, b, RING + 8) };
    case 'stenosis': return { strokes: b && c && d ? [caliperPath(a, b), caliperPath(c, d)] : [], ring: beyond(a, b, RING + 8) };
    case 'vessel': {
      const least = details.at ?? 0;
      const walls = wallsOf(places, details.widths ?? [], least);
      const far = on[least] ?? a;
      const wall = (walls[0]?.[least] && toScreen(walls[0][least])) ?? far;
      return { strokes: walls.map((wallLine) => pathOf(wallLine.map(toScreen))), ring: beyond(wall, far, RING + 12) };
    }
  }
};
