import { expect, test } from 'vitest';
import { angleOf, stenosisPct } from './numbers.ts';
import { distance, valueAt } from './plane.ts';

test('lengths and angles of known drawings', () => {
  expect(distance({ x: 1, y: 2 }, { x: 4, y: 6 })).toBe(5);
  expect(angleOf({ x: 10, y: 0 }, { x: 0, y: 0 }, { x: 0, y: 7 })).toBeCloseTo(90, 10);
  expect(angleOf({ x: 10, y: 0 }, { x: 0, y: 0 }, { x: -3, y: 0 })).toBeCloseTo(180, 10);
  expect(angleOf({ x: 1, y: 0 }, { x: 0, y: 0 }, { x: 1, y: Math.sqrt(3) })).toBeCloseTo(60, 10);
  expect(angleOf({ x: 1, y: 1 }, { x: 1, y: 1 }, { x: 2, y: 2 })).toBeNull();
});

test('a stenosis is what is lost of the reference, and none when the narrowest is wider than it', () => {
  expect(stenosisPct(1, 4)).toBe(75);
  expect(stenosisPct(0, 3)).toBe(100);
  expect(stenosisPct(3, 3)).toBe(0);
  expect(stenosisPct(3.1, 3)).toBeNull();
  expect(stenosisPct(1, 0)).toBeNull();
});

test('between pixels the grey is between theirs, and the edge goes on beyond the edge', () => {
  const plane = { data: [0, 10, 20, 30], rows: 2, columns: 2 };
  expect(valueAt(plane, { x: 0.5, y: 0.5 })).toBe(0);
  expect(valueAt(plane, { x: 1, y: 1 })).toBe(15);
  expect(valueAt(plane, { x: 9, y: 9 })).toBe(30);
});
