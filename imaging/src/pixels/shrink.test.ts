import { expect, test } from 'vitest';
import { shrunkRgba } from './shrink.ts';

test('a grey picture of twice the size becomes the means of its squares, opaque', () => {
  const made = shrunkRgba({ data: Uint8Array.of(0, 100, 40, 60, 100, 200, 50, 50), width: 4, height: 2, channels: 1 }, 2);
  expect(made).toMatchObject({ width: 2, height: 1 });
  expect(Array.from(made.rgba)).toEqual([100, 100, 100, 255, 50, 50, 50, 255]);
});

test('a small picture keeps its size and its colours', () => {
  const made = shrunkRgba({ data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 2, height: 1, channels: 3 }, 512);
  expect(Array.from(made.rgba)).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
});
