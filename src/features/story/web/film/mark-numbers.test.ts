import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { seededRandom } from '#kernel/random.ts';
import type { MarkView, OpinionView } from '../../rules/present.ts';
import { markId, notches, numbered, shownMarks } from './mark-numbers.ts';

const at = new Date('2026-11-22T08:20:00Z');
const random = seededRandom(3);
const mark = (id: string, by: string | null, frame = 0): MarkView => ({ id, by, runId: 'r', frame, shape: 'arrow', points: [0, 0, 1, 1], note: '', details: {}, at: at.toISOString() });
const draw = (marks: MarkView[], by: string | null): MarkView[] => [...marks, mark(markId(at, random, marks.filter((one) => one.by === by)), by)];

test('marks of one hour are numbered in the order they were drawn', () => {
  let marks: MarkView[] = [];
  for (let n = 0; n < 40; n++) marks = draw(marks, null);
  const shuffled = [...marks].sort((a, b) => (a.id.slice(20) < b.id.slice(20) ? -1 : 1));
  const numbers = numbered(shuffled, { id: 'x', isAsker: true });
  expect(numbers.map(({ id }) => id)).toEqual(marks.map(({ id }) => id));
  expect(numbers.map(({ n }) => n)).toEqual(marks.map((_, i) => i + 1));
});

test('a mark made without a counter is followed, never passed', () => {
  const made = Array.from({ length: 20 }, () => mark(newId(at, random), null));
  const later = draw(made, null).at(-1) as MarkView;
  expect(made.every(({ id }) => id < later.id)).toBe(true);
});

test('numbers of one author stay when the marks of others appear', () => {
  const mine = draw(draw([], 'me'), 'me');
  const before = numbered(mine, { id: 'me', isAsker: false });
  const after = numbered([...draw(draw([], 'other'), null), ...mine], { id: 'me', isAsker: false });
  for (const { id, n } of before) expect(after.find((one) => one.id === id)?.n).toBe(n);
  expect(after.filter(({ own }) => own).map(({ by }) => by)).toEqual(['me', 'me']);
});

test('marks of an adviser who has not answered are shown to nobody else', () => {
  const marks = [mark('1', null), mark('2', 'me'), mark('3', 'given'), mark('4', 'writing')];
  const opinions = [{ author: { id: 'given' } }] as OpinionView[];
  expect(shownMarks(marks, 'me', 'sealed').map(({ id }) => id)).toEqual(['1', '2']);
  expect(shownMarks(marks, 'me', opinions).map(({ id }) => id)).toEqual(['1', '2', '3']);
});

test('a notch stands at each marked frame of the run, once', () => {
  const marks = [mark('1', null, 50), mark('2', 'me', 50), mark('3', null, 0), { ...mark('4', null, 7), runId: 'other' }, mark('5', null, 900)];
  expect(notches(marks, 'r', 101)).toEqual([0, 0.5]);
});
