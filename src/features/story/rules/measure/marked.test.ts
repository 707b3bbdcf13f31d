import { expect, test } from 'vitest';
import { type Marked, measuredOf } from './marked.ts';

const size = { width: 500, height: 400 };
const catheter = { by: 'catheter', french: 6, px: 10 } as const;
const mark = (shape: Marked['shape'], points: number[], details: Marked['details'] = {}): Marked => ({ shape, points, details });

test('numbers follow from the places and the calibration; without one they stay in pixels', () => {
  expect(measuredOf(mark('length', [0.1, 0.1, 0.2, 0.1], { calibration: catheter }), size)).toMatchObject({ kind: 'length', long: { px: 50, mm: 10 }, calibration: catheter });
  expect(measuredOf(mark('length', [0.1, 0.1, 0.2, 0.1]), size)).toMatchObject({ long: { px: 50, mm: null }, calibration: { by: 'none' } });
  expect(measuredOf(mark('catheter', [0, 0, 0.02, 0], { french: 6 }), size)).toEqual({ kind: 'catheter', french: 6, wide: { px: 10, mm: 2 } });
});

test('a right angle is right on a picture that is wider than high', () => {
  const found = measuredOf(mark('angle', [0.2, 0.1, 0.1, 0.1, 0.1, 0.3]), size);
  expect(found?.kind === 'angle' && found.degrees).toBeCloseTo(90, 6);
});

test('a stenosis is the narrowest against the reference, and none when they are the wrong way round', () => {
  expect(measuredOf(mark('stenosis', [0, 0, 0.01, 0, 0, 0.5, 0.04, 0.5], { calibration: catheter }), size)).toMatchObject({ kind: 'stenosis', pct: 75, least: { px: 5, mm: 1 }, reference: { px: 20, mm: 4 } });
  expect(measuredOf(mark('stenosis', [0, 0, 0.04, 0, 0, 0.5, 0.01, 0.5]), size)).toBeNull();
  const found = { widths: [9, 3, 9], leastPx: 3, referencePx: 12, lengthPx: 40, at: 1, from: 1, to: 1, limit: true };
  expect(measuredOf(mark('vessel', [0, 0, 0.1, 0, 0.2, 0], { calibration: catheter, ...found }), size)).toMatchObject({ kind: 'vessel', pct: 75, limit: true, long: { px: 40, mm: 8 } });
});

test('an arrow, a text, a line and a segment measure nothing', () => {
  for (const shape of ['arrow', 'text', 'freehand', 'segment'] as const) expect(measuredOf(mark(shape, [0, 0, 1, 1]), size)).toBeNull();
});
