import { expect, test } from 'vitest';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { gapsOf, HANDOVER_MS, isAwake, type OnRota, proposeRota } from './rota.ts';

const from = new Date('2026-11-22T00:00:00Z');
const one = (id: string, timeZone: string, change: Partial<OnRota> = {}): OnRota => ({ id, timeZone, quietFrom: null, quietTo: null, away: [], ...change });
const hours = (a: number, b: number, personId = 'x') => ({ personId, from: after(from, a * HOUR_MS), to: after(from, b * HOUR_MS) });

test('a gap is where nobody is there, also before the first and after the last', () => {
  expect(gapsOf([], from, after(from, DAY_MS))).toEqual([{ from, to: after(from, DAY_MS) }]);
  expect(gapsOf([hours(2, 6), hours(5, 9), hours(12, 30)], from, after(from, DAY_MS))).toEqual([{ from, to: after(from, 2 * HOUR_MS) }, { from: after(from, 9 * HOUR_MS), to: after(from, 12 * HOUR_MS) }]);
  expect(gapsOf([hours(-2, 26)], from, after(from, DAY_MS))).toEqual([]);
});

test('with people around the world no hour is without somebody awake, the work is even, and hands meet', () => {
  const people = [one('ahvaz', 'Asia/Tehran'), one('shiraz', 'Asia/Tehran'), one('lyon', 'Europe/Paris'), one('toronto', 'America/Toronto'), one('seoul', 'Asia/Seoul'), one('la', 'America/Los_Angeles')];
  const rota = proposeRota(people, [], from, 7);
  expect(gapsOf(rota, from, after(from, 7 * DAY_MS))).toEqual([]);
  for (const shift of rota) {
    const who = people.find(({ id }) => id === shift.personId) as OnRota;
    expect([0.5, 1.5, 2.5, 3.5, 4.5, 5.5].filter((h) => isAwake(who, after(shift.from, h * HOUR_MS))).length).toBeGreaterThanOrEqual(4);
  }
  const loads = people.map(({ id }) => rota.filter(({ personId }) => personId === id).length);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(4);
  for (const [i, shift] of rota.slice(1).entries()) expect((rota[i]?.to.getTime() ?? 0) - shift.from.getTime()).toBe(HANDOVER_MS);
});

test('with one zone alone the nights stay gaps; leave and quiet hours hold', () => {
  const near = proposeRota([one('a', 'Asia/Tehran'), one('b', 'Asia/Tehran')], [], from, 2);
  expect(gapsOf(near, from, after(from, 2 * DAY_MS)).length).toBeGreaterThan(0);
  expect(proposeRota([one('a', 'UTC', { away: [{ fromDay: '2026-11-22', toDay: '2026-11-30' }] })], [], from, 7)).toEqual([]);
  expect(proposeRota([one('a', 'UTC', { quietFrom: '00:00', quietTo: '23:59' })], [], from, 7)).toEqual([]);
  expect(proposeRota([one('a', 'UTC')], proposeRota([one('a', 'UTC')], [], from, 7), from, 7)).toEqual([]);
});
