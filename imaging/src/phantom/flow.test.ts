import { expect, test } from 'vitest';
import { STEP } from './branch.ts';
import type { RunSpec } from './run-spec.ts';
import { makeScene } from './scene.ts';

const spec: RunSpec = {
  seed: 21, run: 1, patient: { sex: 'male' }, projection: { primary: -25, secondary: -25 }, system: 'LCA',
  dominance: 'right', lesions: [], frames: 60, frameMs: 66.67, size: 64, style: 'log',
};
const arrivalAt = (s: ReturnType<typeof makeScene>, name: string, share: number): number => {
  const b = s.tree.byName.get(name) ?? s.branches.find((x) => x.name === name);
  return (b && s.fillings.get(b)?.arrival[Math.floor(share * (b.n - 1))]) ?? Number.NaN;
};

test('contrast reaches the distal landmarks in the published frame counts', () => {
  // Gibson 1996 (10.1161/01.CIR.93.5.879), frames at 30 a second: LAD 36.2±2.6, LCX 22.2±4.1, RCA 20.4±3.0.
  const seeds = [21, 22, 23, 25, 26, 27];
  const frames = (system: 'LCA' | 'RCA', name: string, share: number): number =>
    seeds.reduce((sum, seed) => sum + (30 * arrivalAt(makeScene({ ...spec, seed, system }), name, share)) / seeds.length, 0);
  expect(Math.abs(frames('LCA', 'LAD', 0.95) - 36.2)).toBeLessThan(4);
  expect(Math.abs(frames('LCA', 'OM1', 0.9) - 22.2)).toBeLessThan(4.1);
  expect(Math.abs(frames('RCA', 'PLV', 0.4) - 20.4)).toBeLessThan(3);
});

test('a stenosis narrows the lumen by its per cent at its centre and nowhere else', () => {
  const s = makeScene({ ...spec, lesions: [{ segments: ['7'], stenosisPct: 80, at: 0.5, lengthMm: 14 }] });
  const [lesion] = s.applied.truth;
  const lad = s.tree.byName.get('LAD');
  const at = Math.round((lesion?.centre ?? 0) / STEP);
  const left = (lad?.radius[at] ?? 0) / (lad?.healthy[at] ?? 1);
  expect(left > 0.15 && left < 0.25).toBe(true);
  expect(lad?.radius[3]).toBe(lad?.healthy[3]);
});

test('nothing passes a total occlusion from above, and septal collaterals fill the PDA late', () => {
  const cto = { segments: ['2'], stenosisPct: 100, rentrop: 2, filledBy: 'septals', totalOcclusion: { bluntStump: true } } as const;
  const right = makeScene({ ...spec, system: 'RCA', lesions: [cto] });
  expect(arrivalAt(right, 'RCA', 0.2)).toBeLessThan(1);
  expect(arrivalAt(right, 'RCA', 0.8)).toBe(Infinity);
  expect(arrivalAt(right, 'PDA', 0.5)).toBe(Infinity);
  const left = makeScene({ ...spec, lesions: [cto] });
  expect(arrivalAt(left, 'PDA', 0.5)).toBeLessThan(4);
  expect(arrivalAt(left, 'PDA', 0.5)).toBeGreaterThan(arrivalAt(left, 'S1', 0.7));
  expect(arrivalAt(left, 'RCA', 0.5)).toBeNaN();
});

test('branches stay attached to their parents at every contraction', () => {
  const s = makeScene({ ...spec, lesions: [] });
  for (const b of s.tree.branches) {
    if (!b.parent) continue;
    for (let m = 0; m < 9; m++) expect(b.path[m]).toBeCloseTo(b.parent.path[9 * b.parentAt + m] as number, 3);
  }
});
