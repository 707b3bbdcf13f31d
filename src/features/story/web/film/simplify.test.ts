import { expect, test } from 'vitest';
import { simplified } from './simplify.ts';

const wave = (places: number, swings: number): number[] => Array.from({ length: places }, (_, i) => [i / places, 0.5 + 0.3 * Math.sin((swings * i) / places)]).flat();

test('a straight line by hand keeps its two ends', () => {
  expect(simplified([0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4])).toEqual([0.1, 0.1, 0.4, 0.4]);
});

test('a corner stays', () => {
  expect(simplified([0, 0, 0.25, 0, 0.5, 0, 0.5, 0.25, 0.5, 0.5])).toEqual([0, 0, 0.5, 0, 0.5, 0.5]);
});

test('a scrawl of thousands of places becomes one of at most 200, near to itself', () => {
  const scrawl = wave(5000, 400);
  const few = simplified(scrawl);
  expect(few.length).toBeLessThanOrEqual(400);
  expect(few.length).toBeGreaterThan(200);
  expect(few.slice(0, 2)).toEqual(scrawl.slice(0, 2));
  expect(few.slice(-2)).toEqual(scrawl.slice(-2));
  expect(simplified(wave(600, 6)).length).toBeLessThan(200);
});
