import { expect, test } from 'vitest';
import { random } from '../../phantom/random.ts';
import type { Plane } from '../plane.ts';
import { extentOf } from './extent.ts';

const [WIDTH, HEIGHT] = [200, 80];

/** A top-hat of noise with strokes, a bar every four pixels, in rows 30–41 between the columns given. */
const strokesIn = (spans: readonly (readonly [number, number, number])[]): Plane => {
  const r = random(2, 'extent');
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, () => Math.round(Math.abs(3 * r.gauss())));
  for (const [from, to, strong] of spans) for (let y = 30; y < 42; y++) for (let x = from; x <= to; x += 4) data[y * WIDTH + x] = (data[y * WIDTH + x] as number) + strong;
  return { data, width: WIDTH, height: HEIGHT };
};

const line = { left: 80, right: 120, top: 30, bottom: 41, upright: false, blobs: [] };

test('a line is followed over its faint letters and a space between words, not into bare ground', () => {
  const { from, to } = extentOf(line, strokesIn([[80, 120, 60], [121, 160, 9], [30, 72, 9]]));
  expect(from).toBeGreaterThanOrEqual(18);
  expect(from).toBeLessThanOrEqual(34);
  expect(to).toBeGreaterThanOrEqual(156);
  expect(to).toBeLessThanOrEqual(172);
});

test('a line alone stays as it is, give or take a window of noise', () => {
  const { from, to } = extentOf(line, strokesIn([[80, 120, 60]]));
  expect([line.left - from, to - line.right].every((by) => by >= 0 && by <= 12)).toBe(true);
});

test('strokes that fill the bands beside as well are no writing', () => {
  const wires = strokesIn([[80, 120, 60]]);
  for (let y = 0; y < HEIGHT; y++) for (let x = 121; x < WIDTH; x += 4) wires.data[y * WIDTH + x] = 40;
  expect(extentOf(line, wires).to).toBeLessThanOrEqual(line.right + 12);
});

test('upright lines are followed up and down', () => {
  const lying = strokesIn([[80, 120, 60], [121, 160, 9]]);
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => lying.data[(at % HEIGHT) * WIDTH + Math.floor(at / HEIGHT)] as number);
  const turned = { left: line.top, right: line.bottom, top: line.left, bottom: line.right, upright: true, blobs: [] };
  expect(extentOf(turned, { data, width: HEIGHT, height: WIDTH })).toEqual(extentOf(line, lying));
});
