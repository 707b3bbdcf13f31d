import { expect, test } from 'vitest';
import type { Plane } from '../plane.ts';
import { UNREST_SCALE, knownOf } from './known.ts';

const SIDE = 32;
const flat = (value: number): Plane => ({ data: new Uint8Array(SIDE * SIDE).fill(value), width: SIDE, height: SIDE });

test('what trembles in every frame is unrest; what comes in fewer than half of them leaves none', () => {
  const residuals = Array.from({ length: 9 }, (_, n) => {
    const plane = flat(128);
    for (let y = 0; y < SIDE; y++) plane.data[y * SIDE + 8] = n % 2 ? 120 : 136;
    if (n < 4) for (let y = 0; y < SIDE; y++) plane.data[y * SIDE + 24] = 200;
    return plane;
  });
  const [known] = knownOf(residuals, flat(90), 3);
  const at = 16 * SIDE;
  // Smoothing leaves half of a single column.
  expect(known?.unrest.data[at + 8]).toBe((8 * UNREST_SCALE) / 2);
  expect(known?.unrest.data[at + 24]).toBe(0);
});

test('the rim of a field is steep, its inside is not, at every halving', () => {
  const ground = flat(0);
  for (let y = 0; y < SIDE; y++) ground.data.fill(150, y * SIDE + 16, (y + 1) * SIDE);
  const known = knownOf([flat(128)], ground, 2);
  expect([4, 15, 16, 28].map((x) => known[0]?.steep.data[16 * SIDE + x])).toEqual([0, 150, 150, 0]);
  expect(known.map(({ steep }) => steep.width)).toEqual([SIDE, SIDE / 2]);
});
