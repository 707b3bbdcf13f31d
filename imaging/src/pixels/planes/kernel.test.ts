import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockThresholds, strokeMask } from '../burned-in/threshold.ts';
import { medianOfFive } from '../burned-in/median-of-five.ts';
import { foretold } from '../foretold.ts';
import { halved, inverted, medianOf, type Plane } from '../plane.ts';
import { smoothed } from '../smoothed.ts';
import { Extremes } from '../suspicion.ts';
import { whiteTopHat } from '../top-hat.ts';
import { type Kernel, startKernel } from './start.ts';

const kernel = startKernel() as Kernel;

/** Noise, steps or extremes. */
function picture(width: number, height: number, kind: number, seed: number): Plane {
  let state = seed >>> 0;
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = state >>> 24;
    return kind === 0 ? noise : kind === 1 ? (noise >> 4) + ((at >> 3) % 13) * 17 : noise > 200 ? 255 : noise < 60 ? 0 : 128;
  });
  return { data, width, height };
}

const size = fc.tuple(fc.integer({ min: 8, max: 83 }), fc.integer({ min: 8, max: 61 }), fc.nat(2), fc.nat(1e6));
const each = (says: (pictures: readonly Plane[]) => void): void =>
  fc.assert(fc.property(size, ([width, height, kind, seed]) => says(Array.from({ length: 6 }, (_, n) => picture(width, height, kind, seed + n)))), { numRuns: 150 });

test('a broken kernel would be seen: the bytes of noise are not those of another picture', () => {
  expect(picture(20, 20, 0, 1)).not.toEqual(picture(20, 20, 0, 2));
  expect(kernel).not.toBeNull();
});

test('the top-hat, halves and smoothing are the reference’s, byte for byte, at any size', () => {
  each(([one]) => {
    for (const work of [whiteTopHat, halved, smoothed, inverted]) expect(work(one as Plane, kernel)).toEqual(work(one as Plane, null));
  });
});

test('what neighbours foretell, the median of five and the extremes are the reference’s', () => {
  each((frames) => {
    for (const index of [0, 2, 5]) expect(foretold(frames, index, kernel)).toEqual(foretold(frames, index, null));
    const five = frames.slice(1).map(({ data }) => data) as unknown as Parameters<typeof medianOfFive>[0];
    expect(medianOfFive(five, kernel)).toEqual(medianOfFive(five, null));
    for (const count of [1, 3, 5]) expect(medianOf(frames.slice(0, count), kernel)).toEqual(medianOf(frames.slice(0, count), null));
    const [ours, theirs] = [new Extremes(frames[0] as Plane), new Extremes(frames[0] as Plane)];
    for (const frame of frames) { ours.add(frame, kernel); theirs.add(frame, null); }
    expect(ours.pictures()).toEqual(theirs.pictures());
  });
});

test('the mask of strokes is the reference’s, by every block’s threshold', () => {
  each(([one]) => {
    const thresholds = blockThresholds(one as Plane, { least: 5, reach: 0.3 });
    expect(strokeMask(one as Plane, thresholds, kernel)).toEqual(strokeMask(one as Plane, thresholds, null));
  });
});

test('a large picture after small ones makes the memory grow and comes out whole', () => {
  for (const side of [16, 700, 17, 1100]) expect(whiteTopHat(picture(side, side, 0, side), kernel)).toEqual(whiteTopHat(picture(side, side, 0, side), null));
});
