import { expect, test } from 'vitest';
import { lineThrough } from './line-through.ts';

/** Left half dark, right half bright; the upper right quarter white. */
const picture = { kind: 'grey8', width: 101, height: 101, data: Uint8Array.from({ length: 101 * 101 }, (_, n) => (n % 101 < 50 ? 20 : n < 101 * 50 ? 250 : 120)) } as const;

test('the line runs from above to below when upright, and from right to left after a quarter turn', () => {
  const [upright, lying] = [lineThrough(picture, 0, 11), lineThrough(picture, 90, 11)];
  expect([upright[0], upright[10]]).toEqual([250, 120]);
  expect([lying[0], lying[10]]).toEqual([120, 20]);
  expect(lineThrough(picture, 45, 11)[0]).toBe(250);
});

test('colours become greys, and float greys are scaled', () => {
  expect(Array.from(lineThrough({ kind: 'rgb', width: 3, height: 3, data: new Uint8Array(27).fill(80) }, 0, 2))).toEqual([80, 80]);
  expect(Array.from(lineThrough({ kind: 'grey', width: 3, height: 3, data: new Float32Array(9).fill(0.5) }, 30, 2))).toEqual([128, 128]);
});
