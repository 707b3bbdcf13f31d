import { expect, test } from 'vitest';
import { filmPieces, PIECE_BYTES } from './film-pieces.ts';

const offsets = Array.from({ length: 5 }, (_, n) => ({ offset: 1500 + n * 2_500_008, length: 2_500_000 }));
const cuts = offsets.map(() => [20_000, 90_000, 700_000]);
const size = 1500 + 5 * 2_500_008 + 8;
const spans = (pieces: ReturnType<typeof filmPieces>): number => pieces.reduce((at, { start, end }) => (start === at && end > start && end - start <= PIECE_BYTES ? end : Number.NaN), 0);

test('pieces cover the film once, whether its frames come by halves or not', () => {
  for (const places of [{}, { offsets }, { offsets, cuts }]) expect(spans(filmPieces(size, places))).toBe(size);
});

test('the first part of each frame is a piece of its own, and all that follows it is late', () => {
  const pieces = filmPieces(size, { offsets, cuts });
  expect(pieces.filter(({ late }) => !late).slice(1).map(({ start, end }) => [start, end])).toEqual(offsets.map(({ offset }) => [offset, offset + 700_000]));
  expect(filmPieces(size, { offsets }).some(({ late }) => late)).toBe(false);
});

test('places that contradict each other or the size are not believed', () => {
  for (const places of [
    { offsets, cuts: cuts.slice(1) }, { offsets: [...offsets].reverse(), cuts }, { offsets, cuts: cuts.map(() => [0, 0, 3_000_000]) },
    { offsets: offsets.map(({ offset, length }) => ({ offset: offset + size, length })), cuts },
  ]) expect(filmPieces(size, places)).toEqual(filmPieces(size, {}));
});
