import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ground, groundStrength, strengthOf } from './strength.ts';
import { tieKinds } from './tie.ts';

const now = new Date('2026-11-22T08:00:00Z');
const ground = (change: Partial<Ground> = {}): Ground => ({ kind: 'operated', toYear: null, confirmedAt: new Date('2026-01-01T00:00:00Z'), ...change });

test('who trained or worked together is nearer than who met at a congress, and what is long ago counts less', () => {
  expect(groundStrength(ground(), now)).toBe(800);
  expect(groundStrength(ground({ kind: 'congress' }), now)).toBe(300);
  expect([2024, 2021, 2016, 2006, 1990].map((toYear) => groundStrength(ground({ toYear }), now))).toEqual([800, 640, 480, 320, 240]);
});

test('a further ground makes a tie stronger and never more than certain; without a ground there is none', () => {
  expect(strengthOf([], now)).toBe(0);
  expect(strengthOf([ground(), ground({ kind: 'congress', toYear: 1999 })], now)).toBe(850);
  fc.assert(fc.property(fc.array(fc.record({ kind: fc.constantFrom(...tieKinds), toYear: fc.option(fc.integer({ min: 1950, max: 2027 })) }), { minLength: 1, maxLength: 30 }), (some) => {
    const grounds = some.map((one) => ground(one));
    const all = strengthOf(grounds, now);
    expect(all).toBeGreaterThanOrEqual(strengthOf(grounds.slice(1), now));
    expect(all).toBeGreaterThanOrEqual(90);
    expect(all).toBeLessThanOrEqual(1000);
  }));
});
