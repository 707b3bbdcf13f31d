import { expect, test } from 'vitest';
import { sha256 } from '../hash.ts';
import { hexOf, joinBytes } from '../bytes.ts';
import { DEMO_STUDIES, demoRun, demoStudy } from './demo.ts';
import { measureCine, vesselContrast } from './measure.ts';
import { renderRun } from './run.ts';
import type { RunSpec } from './run-spec.ts';

const tiny: RunSpec = {
  seed: 5, run: 1, patient: { sex: 'male' }, projection: { primary: -25, secondary: -25 }, system: 'LCA',
  dominance: 'right', lesions: [], frames: 6, frameMs: 400, size: 64, style: 'log',
};
const print = (frames: readonly Uint8Array[]): string => hexOf(sha256(joinBytes(frames)));

test('the same spec gives the same bytes, another run of the patient others', () => {
  const once = print(renderRun(tiny).frames);
  expect(print(renderRun(tiny).frames)).toBe(once);
  expect(print(renderRun({ ...tiny, run: 2 }).frames)).not.toBe(once);
  expect(print(renderRun({ ...tiny, seed: 6 }).frames)).not.toBe(once);
});

test('a new lesion leaves the background as it was', () => {
  const dry: RunSpec = { ...tiny, injection: false };
  const narrowed: RunSpec = { ...dry, lesions: [{ segments: ['7'], stenosisPct: 90 }] };
  expect(print(renderRun(narrowed).frames)).toBe(print(renderRun(dry).frames));
  const filled = renderRun({ ...tiny, lesions: [{ segments: ['7'], stenosisPct: 90 }] });
  expect(print(filled.frames)).not.toBe(print(renderRun(tiny).frames));
});

test('a run is frames of size² bytes with its truth beside them', () => {
  const { frames, truth } = renderRun({ ...tiny, lesions: [{ segments: ['6'], stenosisPct: 70, at: 0.5 }] });
  expect(frames.map((f) => f.length)).toEqual(new Array(6).fill(64 * 64));
  expect(truth.lesions).toMatchObject([{ segment: '6', branch: 'LAD', stenosisPct: 70 }]);
  expect(truth.label).toBe('RAO 25 CAU 25');
  const [x, y] = truth.lesionAt[3]?.[0] ?? [0, 0];
  expect(x > 5 && x < 59 && y > 5 && y < 59).toBe(true);
});

test('every demo case has 3 to 8 runs and the pool has eight', () => {
  for (const { id } of DEMO_STUDIES) {
    const runs = demoStudy(id)?.length ?? 0;
    if (id.startsWith('pool-')) expect(runs).toBe(1);
    else expect(runs >= 3 && runs <= 8).toBe(true);
  }
  expect(DEMO_STUDIES.filter((s) => s.id.startsWith('pool-'))).toHaveLength(8);
  expect(demoRun('demo-cto-rca', 99)).toBeUndefined();
  expect(demoStudy('nobody')).toBeUndefined();
});

test('every demo study renders small, and every lesion of its system is in its truth', () => {
  for (const { id } of DEMO_STUDIES) {
    for (const spec of demoStudy(id, { size: 64, frames: 3, frameMs: 900 }) ?? []) {
      const { frames, truth } = renderRun(spec);
      expect(frames).toHaveLength(3);
      const mine = spec.lesions.filter((l) => (spec.system === 'RCA') === ['1', '2', '3', '4'].includes(l.segments[0] ?? ''));
      for (const lesion of mine) expect(truth.lesions.map((l) => l.segment), `${id} ${spec.run}`).toContain(lesion.segments[0]);
    }
  }
});

const usual: RunSpec = { ...tiny, seed: 11, size: 512, frames: 32, frameMs: 66.67 };

test('the right coronary measures like the real cine: grey, noise, correlation, contrast, motion', () => {
  const spec: RunSpec = { ...usual, system: 'RCA', projection: { primary: 40, secondary: 0 } };
  const wet = renderRun(spec);
  const dry = renderRun({ ...spec, injection: false });
  const m = measureCine(wet.frames.slice(22), 512);
  const [, p5 = 0, , p50 = 0, , p95 = 0] = m.percentiles;
  expect(p95 - p5).toBeGreaterThanOrEqual(105);
  expect(p50 > 85 && p50 < 130).toBe(true);
  for (const sigma of m.noise) expect(sigma > 0.8 && sigma < 2.2, `noise ${sigma}`).toBe(true);
  expect(m.noise[0]).toBeGreaterThan(m.noise[2]);
  expect(m.spatial[0] > 0.6 && m.spatial[0] < 0.8).toBe(true);
  expect(m.spatial[1] > 0.25 && m.spatial[1] < 0.45).toBe(true);
  expect(m.temporal[0] > 0.4 && m.temporal[0] < 0.65).toBe(true);
  const line = wet.truth.centrelines[28]?.get('RCA') ?? new Float32Array();
  const contrast = [0.15, 0.3, 0.45, 0.6].map((share) => {
    const i = 3 * Math.floor(share * (line.length / 3 - 1));
    return vesselContrast(wet.frames[28] as Uint8Array, dry.frames[28] as Uint8Array, 512, line[i] as number, line[i + 1] as number);
  });
  const mean = contrast.reduce((a, b) => a + b) / contrast.length;
  expect(mean > 0.25 && mean < 0.45, `contrast ${contrast}`).toBe(true);
  const range = [0.15, 0.5, 0.95].map((share) => {
    const i = 3 * Math.floor(share * (line.length / 3 - 1));
    const xs = wet.truth.centrelines.map((c) => c.get('RCA')?.[i] ?? 0);
    const ys = wet.truth.centrelines.map((c) => c.get('RCA')?.[i + 1] ?? 0);
    return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) / 4.6;
  });
  for (const mm of range) expect(mm > 4 && mm < 12, `range ${range}`).toBe(true);
});

test('an image-intensifier picture is linear: its noise rises with grey and its range is wide', () => {
  const run = renderRun({ ...usual, style: 'LIN', frames: 10 });
  const m = measureCine(run.frames, 512);
  expect((m.percentiles[5] ?? 0) - (m.percentiles[1] ?? 0)).toBeGreaterThanOrEqual(150);
  expect(m.noise[2]).toBeGreaterThan(m.noise[0]);
});
