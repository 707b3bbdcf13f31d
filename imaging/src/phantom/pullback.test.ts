import { expect, test } from 'vitest';
import { hexOf, joinBytes } from '../bytes.ts';
import { rebuild } from '../clean/rebuild.ts';
import { sha256 } from '../hash.ts';
import { fakeIdentity } from './identity.ts';
import type { PullbackSpec } from './pullback.ts';
import { pullbackOf, writePullback } from './write-pullback.ts';

const spec: PullbackSpec = {
  seed: 5, kind: 'IVUS', frames: 5, size: 128, mmPerS: 20, frameMs: 200, vesselMm: 2.2,
  plaques: [{ atMm: 8, lengthMm: 9, burden: 0.7, composition: 'calcified', arc: 120 }],
};
const print = (more: Partial<PullbackSpec>): string => hexOf(sha256(joinBytes(pullbackOf({ ...spec, ...more }).frames)));
/** Mean grey of a round picture between two distances from its middle, as shares of half its side. */
const ringOf = (frame: Uint8Array, from: number, to: number): number => {
  const half = spec.size / 2;
  const inside = [...frame.entries()].filter(([i]) => {
    const far = Math.hypot((i % spec.size) - half + 0.5, Math.floor(i / spec.size) - half + 0.5) / half;
    return far >= from && far < to;
  });
  return inside.reduce((sum, [, v]) => sum + v / inside.length, 0);
};

test('the same pullback gives the same bytes; another seed, kind or stent others', () => {
  const prints = [{}, { seed: 6 }, { kind: 'OCT' as const }, { stent: [0, 20] as const }].map(print);
  expect(new Set(prints).size).toBe(4);
  expect(print({})).toBe(prints[0]);
});

test('the lumen is smallest where the plaque is, by its burden, and the vessel is not', () => {
  const { truth } = pullbackOf(spec);
  expect(truth.atMm).toEqual([0, 4, 8, 12, 16]);
  expect(truth.smallestAt).toBe(2);
  const burden = 1 - (truth.lumen[2] as number) / (truth.vessel[2] as number);
  expect(Math.abs(burden - 0.7), `burden ${burden}`).toBeLessThan(0.12);
  expect((truth.lumen[4] as number) / (truth.vessel[4] as number)).toBeGreaterThan(0.7);
});

test('blood is dark in ultrasound and black in light, the wall bright in both', () => {
  for (const [kind, dark] of [['IVUS', 60], ['OCT', 25]] as const) {
    const [frame] = pullbackOf({ ...spec, kind }).frames as [Uint8Array];
    expect(ringOf(frame, 0.2, 0.24), kind).toBeLessThan(dark);
    expect(ringOf(frame, 0.55, 0.65), kind).toBeGreaterThan(2 * ringOf(frame, 0.2, 0.24));
    expect(ringOf(frame, 1.02, 1.4)).toBe(0);
  }
});

test('written as a file it passes the cleaner with its modality, speed and scale, and says that it is synthetic', () => {
  for (const [kind, modality] of [['IVUS', 'IVUS'], ['OCT', 'IVOCT']] as const) {
    const source = writePullback(pullbackOf({ ...spec, kind }), fakeIdentity(3, 'male', 58));
    expect(new TextDecoder('latin1').decode(source.subarray(0, 4000))).toContain('SYNTHETIC');
    const clean = rebuild(source, { key: new Uint8Array(32), caseSalt: new Uint8Array(16) });
    if (!clean.ok) throw new Error(clean.code);
    expect(clean.value.sidecar).toMatchObject({ modality, frames: 5, pullbackMmPerS: 20, rows: 128 });
    expect(clean.value.sidecar.frameTimesMs[4]).toBeCloseTo(800, 3);
  }
});
