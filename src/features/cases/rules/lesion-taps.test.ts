import { expect, test } from 'vitest';
import { split, tap, type Told, touch, withJunction, withoutSegments, withSegments } from './lesion-taps.ts';

const nothing: Told = { lesions: [], at: null };
const taps = (from: Told, ...ids: string[]): Told => ids.reduce((told, id) => tap(told, id, 12), from);

test('three taps tell a left main bifurcation as one lesion', () => {
  expect(taps(nothing, '5', '6', '11')).toEqual({ lesions: [{ segments: ['5', '6', '11'] }], at: 0 });
});

test('a tap elsewhere begins another lesion, and a tap on the first turns back to it', () => {
  const two = taps(nothing, '5', '6', '2');
  expect(two.lesions.map((one) => one.segments)).toEqual([['5', '6'], ['2']]);
  expect(two.at).toBe(1);
  expect(tap(two, '6', 12)).toEqual({ ...two, at: 0 });
});

test('a segment tapped again leaves its lesion; the last one takes a bare lesion with it, but never one of which more is told', () => {
  expect(taps(nothing, '5', '6', '6').lesions).toEqual([{ segments: ['5'] }]);
  expect(taps(nothing, '5', '5')).toEqual(nothing);
  const told: Told = { lesions: [{ segments: ['5'], stenosisPct: 80 }], at: 0 };
  expect(tap(told, '5', 12)).toEqual(told);
});

test('after "new lesion" the neighbour is a lesion of its own', () => {
  expect(tap({ lesions: [{ segments: ['6'] }], at: null }, '7', 12).lesions).toEqual([{ segments: ['6'] }, { segments: ['7'] }]);
});

test('a thirteenth lesion is not begun', () => {
  const full: Told = { lesions: Array.from({ length: 12 }, () => ({ segments: ['1'] })), at: null };
  expect(tap(full, '8', 12)).toEqual(full);
});

test('Medina follows the segments, whichever is changed', () => {
  const lesion = withJunction({ segments: ['5', '6'] }, '5/6/11');
  expect(lesion.medina).toBe('1,1,0');
  expect(withSegments(lesion, ['5', '6', '11']).medina).toBe('1,1,1');
  expect(withSegments(lesion, ['2'])).toEqual({ segments: ['2'] });
  expect(withJunction({ ...lesion, angleLt70: true }, '5/6/11/12')).toEqual({ segments: ['5', '6'], junction: '5/6/11/12', angleLt70: true });
});

test('a segment can be made a lesion of its own', () => {
  expect(split({ lesions: [{ segments: ['6', '7'], stenosisPct: 90 }], at: 0 }, 0, '7', 12)).toEqual({ lesions: [{ segments: ['6'], stenosisPct: 90 }, { segments: ['7'] }], at: 1 });
});

test('what left dominance lacks goes, and a lesion that stood only there', () => {
  expect(withoutSegments([{ segments: ['3', '4'] }, { segments: ['16'] }, { segments: ['6'] }], (id) => ['4', '16'].includes(id))).toEqual([{ segments: ['3'] }, { segments: ['6'] }]);
});

test('only neighbours touch', () => {
  expect([touch('5', '6'), touch('6', '11'), touch('3', '16'), touch('7', '10')]).toEqual([true, true, true, true]);
  expect([touch('2', '5'), touch('8', '14'), touch('6', '8')]).toEqual([false, false, false]);
});
