import { describe, expect, test } from 'vitest';
import type { RunView } from '../../rules/present.ts';
import { beforeAfterPairs, biplanePairs, degreesBetween } from './pairs.ts';
import { pullbackMm } from './run-facts.ts';

const run = (primaryAngle: number | null, secondaryAngle: number | null, sidecar: Record<string, unknown> = {}, more: Partial<RunView> = {}): RunView => ({
  id: '', kind: 'xa', label: '', position: 0, frames: 40, rows: 512, columns: 512, frameTimesMs: null, frameMs: 66.7, primaryAngle, secondaryAngle, fullRate: null, sidecar, t0: null, t1: null, t2: null, ...more,
});

describe('runs of the same projection', () => {
  test('make a pair when they look from within ten degrees, nearest first, each once', () => {
    expect(beforeAfterPairs([run(-30, -20), run(40, 0), run(-29, -22), run(-24, -20), run(0, 38)])).toEqual([[0, 2]]);
    expect(beforeAfterPairs([run(-30, -20), run(40, 0), run(42, 3), run(-24, -20)])).toEqual([[0, 3], [1, 2]]);
  });

  test('of equally near ones, the first and the last: before and after all of the work', () => {
    expect(beforeAfterPairs([run(40, 0), run(40, 0), run(40, 0), run(40, 0)])).toEqual([[0, 3], [1, 2]]);
  });

  test('are not guessed where the file does not tell the angles, nor from stills', () => {
    expect(beforeAfterPairs([run(null, null), run(null, null), run(30, 0, {}, { kind: 'still', frames: 1 }), run(30, 0)])).toEqual([]);
  });

  test('are measured on the sphere: with steep cranial tilt the same step to the side is less', () => {
    expect(degreesBetween(run(0, 0), run(12, 0))).toBeCloseTo(12, 6);
    expect(degreesBetween(run(0, 40), run(12, 40))).toBeLessThan(10);
  });
});

describe('two planes shot at once', () => {
  test('are found by their reference to each other', () => {
    const a = run(-30, 0, { instanceUid: '2.25.1', refersTo: ['2.25.2'] });
    expect(biplanePairs([run(10, 0), a, run(60, 0, { instanceUid: '2.25.2' })])).toEqual([[1, 2]]);
    expect(biplanePairs([a, run(60, 0, { instanceUid: '2.25.2' }, { frames: 41 })])).toEqual([]);
  });

  test('or by one acquisition with the same frame times from two sides, and by nothing less', () => {
    const of = (acquisitionNumber: number, studyUid = '2.25.9') => ({ acquisitionNumber, studyUid });
    expect(biplanePairs([run(-30, 0, of(4)), run(60, 0, of(4)), run(61, 0, of(5))])).toEqual([[0, 1]]);
    expect(biplanePairs([run(-30, 0, of(4)), run(-25, 0, of(4))])).toEqual([]);
    expect(biplanePairs([run(-30, 0), run(60, 0)])).toEqual([]);
    expect(biplanePairs([run(-30, 0, of(4)), run(60, 0, of(4), { frameMs: 80 })])).toEqual([]);
  });
});

test('a pullback tells millimetres only when the file tells its speed', () => {
  const times = [0, 500, 1000];
  expect(pullbackMm({ sidecar: { modality: 'IVUS', pullbackMmPerS: 0.5 } }, times, 2)).toBe(0.5);
  expect(pullbackMm({ sidecar: { modality: 'IVUS' } }, times, 2)).toBeUndefined();
  expect(pullbackMm({ sidecar: { modality: 'XA', pullbackMmPerS: 0.5 } }, times, 2)).toBeUndefined();
});
