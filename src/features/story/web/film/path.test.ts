import { expect, test } from 'vitest';
import { pathOf, restMs, runInFrom } from './path.ts';
import type { Shown } from './use-marks.ts';

const mark = (n: number, by: string | null): Shown => ({ id: `${n}`, by, runId: 'r', frame: n, shape: 'text', points: [0, 0], note: '', details: {}, at: '', n, own: false, waits: false });

test('a path is one author’s marks in the order of drawing', () => {
  expect(pathOf([mark(2, 'a'), mark(1, null), mark(1, 'a')], 'a').map(({ n }) => n)).toEqual([1, 2]);
});

test('the film runs in for at most 20 frames, never backwards', () => {
  expect([runInFrom(10, 14), runInFrom(14, 14), runInFrom(20, 14), runInFrom(0, 60), runInFrom(null, 5)]).toEqual([10, 14, 0, 40, 0]);
});

test('long words are rested on longer, within bounds', () => {
  expect(restMs('')).toBe(1800);
  expect(restMs('Ambiguous cap')).toBeGreaterThan(restMs('cap'));
  expect(restMs('x'.repeat(500))).toBe(8000);
});
