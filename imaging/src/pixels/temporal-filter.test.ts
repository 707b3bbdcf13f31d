import { expect, test } from 'vitest';
import { random } from '../phantom/random.ts';
import { noiseLevel } from './noise-level.ts';
import { calmedInTime } from './temporal-filter.ts';

const SIDE = 64;

/** A still slope with a dark bar that jumps a bar's width a frame, and noise of `sigma`. */
const run = (sigma: number, frames = 12): { noisy: Uint8Array[]; truth: Uint8Array[] } => {
  const r = random(3, 'noise');
  const truth = Array.from({ length: frames }, (_, f) =>
    Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (Math.floor((i % SIDE) / 4) === f ? 60 : 100 + Math.floor(i / SIDE))));
  return { truth, noisy: truth.map((frame) => frame.map((v) => Math.min(255, Math.max(0, Math.round(v + sigma * r.gauss()))))) };
};
const of = (frames: readonly Uint8Array[]) => ({ frames, width: SIDE, height: SIDE });
const rms = (a: readonly Uint8Array[], b: readonly Uint8Array[]): number => {
  let [sum, n] = [0, 0];
  for (const [f, frame] of a.entries()) for (const [i, v] of frame.entries()) {
    sum += (v - ((b[f] as Uint8Array)[i] as number)) ** 2;
    n++;
  }
  return Math.sqrt(sum / n);
};

test('the noise of a run is read to a tenth of it, moving vessels or not', () => {
  for (const sigma of [1.5, 4, 6, 12]) {
    const read = noiseLevel(of(run(sigma).noisy));
    expect(Math.abs(read - sigma) / sigma, `${sigma} read as ${read}`).toBeLessThan(0.1);
  }
  expect(noiseLevel(of(run(0).truth))).toBeLessThan(0.6);
  expect(noiseLevel(of(run(4).noisy.slice(0, 1)))).toBe(0);
});

test('what stands still loses half of its noise, and a bar that moves keeps its grey', () => {
  const { noisy, truth } = run(6);
  const calm = calmedInTime(of(noisy), 6);
  expect(rms(calm, truth)).toBeLessThan(0.62 * rms(noisy, truth));
  const bar = calm.slice(2, -2).map((frame, f) => frame.filter((_, i) => Math.floor((i % SIDE) / 4) === f + 2));
  const mean = bar.flatMap((values) => [...values]).reduce((sum, v, _, all) => sum + v / all.length, 0);
  expect(Math.abs(mean - 60), `the bar is ${mean}`).toBeLessThan(12);
});

test('forwards and backwards are alike: a run turned round gives the same frames turned round', () => {
  const { noisy } = run(6);
  const back = calmedInTime(of([...noisy].reverse()), 6).reverse();
  const there = calmedInTime(of(noisy), 6);
  expect(rms(there, back)).toBeLessThan(0.1);
});
