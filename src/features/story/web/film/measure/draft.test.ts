import { expect, test } from 'vitest';
import { addMark } from '#features/cases/rules/wire.ts';
import { newId } from '#kernel/ids.ts';
import { seededRandom } from '#kernel/random.ts';
import { measuredOf } from '../../../rules/measure/marked.ts';
import { asMark } from './as-mark.ts';
import { begun, complete, type Draft, endAt, type Kind, moved, open, strokesOf, withEnd, withoutLast } from './draft.ts';

const random = seededRandom(4);
const id = (): string => newId(new Date('2026-11-25T09:00:00Z'), random);
const runId = id();
const size = { width: 512, height: 512 };
const catheter = { by: 'catheter', french: 6, px: 9.5 } as const;
const drawn = (kind: Kind, ...ends: [number, number][]): Draft => ends.reduce((draft, [x, y]) => withEnd(draft, { x, y }), begun(kind, runId, 7));

test('ends come one by one, the last is in hand, and no more than the measure takes', () => {
  const draft = drawn('angle', [1, 1], [5, 5]);
  expect([complete(draft), open(draft), draft.active]).toEqual([false, true, 1]);
  const whole = withEnd(draft, { x: 9, y: 1 });
  expect([complete(whole), open(whole), withoutLast(whole)]).toEqual([true, false, draft]);
  expect(complete(drawn('vessel', [1, 1], [50, 50])) && open(drawn('vessel', [1, 1], [50, 50]))).toBe(true);
});

test('an end is taken within reach, the nearest first, and moved alone', () => {
  const draft = drawn('length', [10, 10], [20, 10]);
  expect([endAt(draft, { x: 17, y: 10 }, 8), endAt(draft, { x: 13, y: 10 }, 8), endAt(draft, { x: 60, y: 60 }, 8)]).toEqual([1, 0, -1]);
  expect(moved(draft, 0, { x: 11, y: 12 }).ends).toEqual([{ x: 11, y: 12 }, { x: 20, y: 10 }]);
  expect(strokesOf('stenosis', drawn('stenosis', [0, 0], [1, 0], [0, 9], [4, 9]).ends)).toHaveLength(2);
});

test('what is kept is what the node takes, and gives the same number back', () => {
  const walls = { line: Array.from({ length: 90 }, (_, i) => ({ x: 100, y: 100 + i })), left: Array.from({ length: 90 }, (_, i) => ({ x: 95, y: 100 + i })), right: Array.from({ length: 90 }, (_, i) => ({ x: 105, y: 100 + i })), diameters: [] };
  const lesion = { least: 4, reference: 12.5, lengthPx: 37, pct: 68, at: 41, from: 22, to: 59 };
  const drafts: Draft[] = [
    drawn('catheter', [10, 10], [19.5, 10]), drawn('length', [0, 0], [30, 40]), drawn('angle', [0, 10], [10, 10], [10, 0]),
    drawn('stenosis', [10, 10], [14, 10], [10, 40], [26, 40]), { ...drawn('vessel', [100, 100], [100, 190]), found: { walls, lesion } },
  ];
  const numbers = drafts.map((draft) => {
    const mark = asMark(draft, size, catheter, 6);
    if (!mark) throw new Error(`${draft.kind} is not kept`);
    expect(addMark.safeParse({ ...mark, id: id() }).error?.issues, draft.kind).toBeUndefined();
    return measuredOf(mark, size);
  });
  expect(numbers[1]).toMatchObject({ kind: 'length', long: { px: expect.closeTo(50, 3), mm: expect.closeTo(50 * 2 / 9.5, 3) } });
  expect(numbers[2]).toMatchObject({ degrees: expect.closeTo(90, 3) });
  expect(numbers[3]).toMatchObject({ pct: expect.closeTo(75, 2) });
  expect(numbers[4]).toMatchObject({ pct: 68, limit: false });
});

test('what is not whole is not kept', () => {
  expect(asMark(drawn('stenosis', [1, 1], [2, 2]), size, catheter, 6)).toBeNull();
  expect(asMark(drawn('catheter', [1, 1], [9, 9]), size, catheter, undefined)).toBeNull();
  expect(asMark(drawn('vessel', [1, 1], [9, 9]), size, catheter, 6)).toBeNull();
});
