import { expect, test } from 'vitest';
import { gatheredLines, lastingLines, worthTaps } from './lasting.ts';

const PICTURE = 512 * 512;
const at = (left: number, from: number, to = from, width = 40) => ({ box: { left, top: 100, width, height: 18 }, score: 3, from, to });

test('the same place in frames one after another is one line; another place is its own', () => {
  expect(lastingLines([at(50, 4), at(52, 5), at(51, 6), at(300, 5)]).map(({ from, to }) => [from, to])).toEqual([[4, 6], [5, 5]]);
});

test('a small place that is found again in scattered frames becomes one cover from the first to the last; a large one stays apart', () => {
  expect(gatheredLines([at(50, 4), at(300, 7), at(52, 20), at(49, 61)], PICTURE).map(({ from, to }) => [from, to])).toEqual([[7, 7], [4, 61]]);
  expect(gatheredLines([at(50, 4, 4, 300), at(52, 20, 20, 300)], PICTURE)).toHaveLength(2);
});

test('neighbours in the same frames that fill their common box are one cover, those that leave half of it open are two', () => {
  const [upper, lower] = [at(50, 4, 9, 200), { ...at(50, 4, 9, 180), box: { left: 52, top: 112, width: 180, height: 20 } }];
  expect(gatheredLines([upper, lower], PICTURE).map(({ box }) => box)).toEqual([{ left: 50, top: 100, width: 200, height: 32 }]);
  expect(gatheredLines([upper, { ...lower, from: 40, to: 45 }], PICTURE)).toHaveLength(2);
  expect(gatheredLines([at(50, 4, 9), at(140, 4, 9)], PICTURE)).toHaveLength(2);
});

test('of weak covers the four surest are worth a tap, of sure ones all', () => {
  const scored = [9, 2.9, 1.6, 2.1, 1.8, 3.5, 2.5, 1.5].map((score, n) => ({ ...at(60 * n, n), score }));
  const { kept, left } = worthTaps(scored);
  expect(kept.map(({ score }) => score)).toEqual([9, 2.9, 2.1, 1.8, 3.5, 2.5]);
  expect(left.map(({ score }) => score)).toEqual([1.6, 1.5]);
});
