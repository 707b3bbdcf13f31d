import { expect, test } from 'vitest';
import { random } from '../phantom/random.ts';
import { lossyCopy } from './lossy-copy.ts';

const r = random(3, 'lossy');
const noisy = { data: Uint8Array.from({ length: 20 * 13 }, () => Math.round(r.between(40, 200))), width: 20, height: 13 };
const away = (quality: number): number => Math.max(...lossyCopy(noisy, quality).data.map((value, at) => Math.abs(value - (noisy.data[at] as number))));

test('a lossy copy keeps an even picture, strays by a level or two at the best quality and further the lower it is', () => {
  const even = { data: new Uint8Array(16 * 16).fill(93), width: 16, height: 16 };
  expect(lossyCopy(even, 80).data).toEqual(even.data);
  expect(away(100)).toBeLessThanOrEqual(3);
  expect(away(75)).toBeGreaterThan(8);
  expect(away(40)).toBeGreaterThan(away(75));
});
