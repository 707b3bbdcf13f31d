import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { clocks, stateOf } from './ask.ts';

const at = new Date('2026-11-22T08:00:00Z');
const none = { seenAt: null, acceptedAt: null, declinedAt: null, handedTo: null, answeredAt: null, expiredAt: null, cancelledAt: null };

test('the state of an ask is its latest step; taking back ends it', () => {
  expect(stateOf(none)).toBe('asked');
  expect(stateOf({ ...none, seenAt: 'x' })).toBe('seen');
  expect(stateOf({ ...none, seenAt: 'x', expiredAt: 'x' })).toBe('expired');
  expect(stateOf({ ...none, seenAt: 'x', acceptedAt: 'x', expiredAt: 'x' })).toBe('accepted');
  expect(stateOf({ ...none, declinedAt: 'x' })).toBe('declined');
  expect(stateOf({ ...none, declinedAt: 'x', handedTo: 'p' })).toBe('handed-on');
  expect(stateOf({ ...none, acceptedAt: 'x', answeredAt: 'x' })).toBe('answered');
  expect(stateOf({ ...none, acceptedAt: 'x', cancelledAt: 'x' })).toBe('cancelled');
});

test('an urgent ask has less time than an elective one', () => {
  const elective = clocks('elective', at, null);
  const urgent = clocks('urgent', at, null);
  expect(elective.answerBy.getTime() - at.getTime()).toBe(7 * DAY_MS);
  expect(urgent.acceptBy.getTime() - at.getTime()).toBe(3 * HOUR_MS);
  expect(urgent.answerBy < elective.answerBy).toBe(true);
});

test('nobody is asked to answer after the decision, and accepting never takes more than half of the time', () => {
  const decideBy = new Date(at.getTime() + 4 * HOUR_MS);
  const { acceptBy, answerBy } = clocks('elective', at, decideBy);
  expect(answerBy).toEqual(decideBy);
  expect(acceptBy.getTime() - at.getTime()).toBe(2 * HOUR_MS);
  expect(clocks('urgent', at, new Date(at.getTime() - 1)).answerBy > at).toBe(true);
});
