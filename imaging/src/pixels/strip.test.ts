import { expect, test } from 'vitest';
import { frameSearches, staticSearch } from './burned-in/passes.ts';
import type { Plane } from './plane.ts';
import { STRIP_LENGTH, stripPlaces } from './strip.ts';
import { Extremes, orderSuspects, residualEnergy } from './suspicion.ts';

const framesOf = (places: ReturnType<typeof stripPlaces>) => places.flatMap(({ frame }) => (frame === null ? [] : [frame]));

test('the strip holds first, middle and last, then the still and the suspicious ones, none twice, never more than twelve pictures', () => {
  expect(framesOf(stripPlaces(10, [9, 3, 0, 7], 4, false))).toEqual([0, 5, 9, 4, 3, 7]);
  expect(framesOf(stripPlaces(1, [0], 0, false))).toEqual([0]);
  expect(framesOf(stripPlaces(5, [-1, 7, 2.5], 2, false))).toEqual([0, 2, 4]);
  const long = stripPlaces(100, Array.from({ length: 50 }, (_, n) => n), 60, true);
  expect(long).toHaveLength(STRIP_LENGTH);
  expect(long.filter(({ frame }) => frame === null).map(({ kind }) => kind)).toEqual(['static', 'brightest', 'darkest', 'corners']);
});

test('sure proposals come first, then by turns outliers of the border, near misses and outliers of all', () => {
  const energies = [5, 1, 1, 9, 1, 1, 1, 7].map((border, n) => ({ border, whole: n === 6 ? 50 : 0 }));
  const misses = [-9, -9, -9, -9, 0.5, -9, -9, -9];
  const order = orderSuspects([{ from: 1, to: 1, score: 3 }, { from: 4, to: 6, score: 8 }], misses, energies);
  expect(order.slice(0, 5)).toEqual([5, 1, 3, 4, 6]);
});

const SIDE = 64;
/** A dark tube that drifts over an even ground. */
const drift = (t: number): Plane => ({ data: Uint8Array.from({ length: SIDE * SIDE }, (_, at) => (Math.abs((at % SIDE) - 20 - t / 8) < 4 ? 90 : 140)), width: SIDE, height: SIDE });

test('a frame that its neighbours do not foretell is the outlier, and the picture of extremes keeps its strokes', () => {
  const run = Array.from({ length: 12 }, (_, t) => drift(t));
  const odd = run[7] as Plane;
  for (let x = 40; x < 60; x++) odd.data[3 * SIDE + x] = 175;
  const extremes = new Extremes(odd);
  const frameAt = frameSearches(run, staticSearch(run).image);
  const energies = run.map((_, n) => {
    const { image } = frameAt(n);
    extremes.add(image);
    return residualEnergy(image);
  });
  expect(energies.map(({ border }) => border).indexOf(Math.max(...energies.map(({ border }) => border)))).toBe(7);
  expect(extremes.pictures().brightest.data[3 * SIDE + 50]).toBe(128 + 35);
});
