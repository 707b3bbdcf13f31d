import { expect, test } from 'vitest';
import { newId, isId } from './ids.ts';
import { seededRandom } from './random.ts';

const millisecondsIn = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

test('an id tells the hour it was made in and nothing finer', () => {
  const random = seededRandom(1);
  const a = newId(new Date('2026-11-22T08:59:59.999Z'), random);
  const b = newId(new Date('2026-11-22T08:00:00.000Z'), random);
  expect(millisecondsIn(a)).toBe(Date.parse('2026-11-22T08:00:00Z'));
  expect(millisecondsIn(b)).toBe(millisecondsIn(a));
  expect(a).not.toBe(b);
});

test('ids have the shape of a UUIDv7 and do not repeat', () => {
  const random = seededRandom(2);
  const ids = Array.from({ length: 5000 }, () => newId(new Date('2026-11-22T08:00:00Z'), random));
  expect(ids.every(isId)).toBe(true);
  expect(ids.every((id) => id[14] === '7' && '89ab'.includes(id[19] as string))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the same seed gives the same ids', () => {
  const made = () => { const random = seededRandom(7); return [newId(new Date(0), random), newId(new Date(0), random)]; };
  expect(made()).toEqual(made());
});

test('what is no id is none', () => {
  for (const text of ['', 'x', '01a0d0e8-8000-7000-8000-00000000000', "01a0d0e8-8000-7000-8000-000000000000'; drop", 5, null]) expect(isId(text)).toBe(false);
});
