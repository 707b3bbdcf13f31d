import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { AskState } from './ask.ts';
import { dueAt, type Facts, ladders, nextMove, type Pace, paceOf, REVIEW_MS, type SeatAsked, sizeOf } from './ladder.ts';
import { agreedEarly, wantedOpinions } from './wanted.ts';

const MINUTE = 60_000;
const begunAt = new Date('2026-11-22T20:00:00Z');
const facts = (change: Partial<Facts> = {}): Facts => ({
  pace: 'days', begunAt, now: begunAt, wanted: 3, opinions: 0, agreed: false, over: false, seats: [], taken: [], coordinated: false, confirmed: false, ...change,
});
const seat = (state: AskState, change: Partial<SeatAsked> = {}): SeatAsked => ({ id: 'a', state, acceptBy: after(begunAt, 100 * DAY_MS), acceptedAt: null, ...change });
const seats = (...states: AskState[]): SeatAsked[] => states.map((state, i) => seat(state, { id: `a${i}` }));

/** Minutes after the beginning at which each step is taken when nobody ever says a word. */
const climbs = (pace: Pace, coordinated = false): number[] => {
  const at: number[] = [];
  let now = begunAt;
  const taken: Date[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const move = nextMove(facts({ pace, now, taken: [...taken], coordinated }));
    if (move.take !== null) { taken.push(now); at.push((now.getTime() - begunAt.getTime()) / MINUTE); continue; }
    if (move.lookAt === null) break;
    now = move.lookAt;
  }
  return at;
};

test('with nobody answering, the waves go at the times of the ladder', () => {
  expect(climbs('now')).toEqual([0, 15, 30]);
  expect(climbs('days')).toEqual([0, 12 * 60, 36 * 60, 48 * 60]);
  expect(climbs('weeks')).toEqual([0, 3 * 1440, 7 * 1440, 10 * 1440]);
  expect([paceOf('emergency'), paceOf('urgent'), paceOf('elective')]).toEqual(['now', 'days', 'weeks']);
  expect(ladders.now.map(({ size }) => size)).toEqual([5, 5, 5]);
  expect(ladders.now[2]).toMatchObject({ to: 'on-call', callsCoordinator: true });
  expect(ladders.days.findIndex((s) => s.callsCoordinator)).toBe(3);
});

test('a coordinator has twenty minutes for each wave, and none where minutes count', () => {
  expect(climbs('days', true)).toEqual([20, 20 + 12 * 60, 20 + 36 * 60, 20 + 48 * 60]);
  expect(climbs('now', true)).toEqual([0, 15, 30]);
  const early = facts({ coordinated: true, taken: [begunAt], now: after(begunAt, 12 * HOUR_MS - REVIEW_MS), seats: seats('asked', 'asked', 'asked') });
  expect(nextMove(early)).toMatchObject({ prepare: 1, take: null, refill: 0 });
  expect(nextMove({ ...early, confirmed: true })).toMatchObject({ prepare: 1, take: 1 });
  expect(nextMove(facts({ coordinated: true }))).toMatchObject({ prepare: 0, take: null, lookAt: after(begunAt, REVIEW_MS) });
  expect(nextMove(facts({ coordinated: true, confirmed: true }))).toMatchObject({ take: 0 });
});

test('a seat given back is filled at once, by the number that lacks', () => {
  const at = { taken: [begunAt], now: after(begunAt, HOUR_MS) };
  expect(nextMove(facts({ ...at, seats: seats('asked', 'seen', 'declined') })).refill).toBe(1);
  expect(nextMove(facts({ ...at, seats: seats('handed-on', 'cancelled', 'declined') })).refill).toBe(3);
  expect(nextMove(facts({ ...at, seats: seats('asked', 'accepted', 'answered') })).refill).toBe(0);
  // Silent past the clock to accept: the seat goes on, the person may still come.
  const late = [seat('asked', { acceptBy: after(begunAt, HOUR_MS) }), ...seats('accepted', 'answered')];
  expect(nextMove(facts({ ...at, seats: late })).refill).toBe(1);
  expect(nextMove(facts({ ...at, now: after(begunAt, HOUR_MS - 1), seats: late }))).toMatchObject({ refill: 0, lookAt: after(begunAt, HOUR_MS) });
});

test('enough ends it early: who was silent is released, who took it up may still answer', () => {
  const end = nextMove(facts({ taken: [begunAt], opinions: 3, seats: [seat('seen', { id: 'silent' }), seat('accepted', { id: 'writing' }), seat('expired', { id: 'late' }), ...seats('answered', 'answered', 'answered')] }));
  expect(end).toEqual({ end: 'enough', release: ['silent', 'late'], prepare: null, take: null, refill: 0, lookAt: null });
  expect(nextMove(facts({ opinions: 2, agreed: true })).end).toBe('enough');
  expect(nextMove(facts({ over: true, opinions: 9 }))).toMatchObject({ end: 'over', take: null });
});

test('what is promised holds the next wave back for one gap, and never where minutes count', () => {
  const accepted = after(begunAt, 10 * HOUR_MS);
  const promised = facts({ taken: [begunAt], now: after(begunAt, 12 * HOUR_MS), seats: [1, 2, 3].map((n) => seat('accepted', { id: `p${n}`, acceptedAt: accepted })) });
  expect(nextMove(promised)).toMatchObject({ take: null, lookAt: after(accepted, 12 * HOUR_MS) });
  expect(dueAt({ ...promised, wanted: 5 }, 1)).toEqual(after(begunAt, 12 * HOUR_MS));
  expect(nextMove({ ...promised, now: after(accepted, 12 * HOUR_MS) })).toMatchObject({ take: 1 });
  expect(nextMove({ ...promised, pace: 'now' })).toMatchObject({ take: 1 });
});

test('a node that slept resumes the ladder instead of asking everybody at once', () => {
  const woke = after(begunAt, 40 * HOUR_MS);
  expect(nextMove(facts({ taken: [begunAt], now: woke })).take).toBe(1);
  expect(nextMove(facts({ taken: [begunAt, woke], now: woke, seats: seats('asked', 'asked', 'asked') }))).toMatchObject({ take: null, lookAt: after(woke, 24 * HOUR_MS) });
});

test('no sequence of answers sends a step twice, nor more seats than the ladder has and gives back', () => {
  const states = fc.constantFrom<AskState>('asked', 'seen', 'accepted', 'declined', 'handed-on', 'answered', 'expired', 'cancelled', 'released');
  fc.assert(fc.property(fc.constantFrom<Pace>('now', 'days', 'weeks'), fc.array(states, { maxLength: 20 }), fc.nat(4), fc.nat(72 * 60), fc.constantFrom(2, 3, 5), (pace, all, steps, minutes, wanted) => {
    const taken = ladders[pace].slice(0, steps).map(({ afterMs }) => after(begunAt, afterMs));
    const move = nextMove(facts({ pace, wanted, taken, now: after(begunAt, minutes * MINUTE), seats: seats(...all), opinions: all.filter((s) => s === 'answered').length }));
    if (move.end === null) {
      expect(move.take === null || move.take === taken.length).toBe(true);
      expect(move.refill).toBeLessThanOrEqual(wanted);
      expect(move.lookAt === null || move.take !== null || move.lookAt > after(begunAt, minutes * MINUTE)).toBe(true);
    } else expect([move.take, move.refill]).toEqual([null, 0]);
  }));
});

test('five opinions for what divides good operators, two when the first two agree and are sure', () => {
  expect(wantedOpinions({ topics: ['cor.bif'] })).toBe(3);
  expect(wantedOpinions({ topics: ['cor.lm'] })).toBe(5);
  expect(wantedOpinions({ topics: ['cor.cto.retro'] })).toBe(5);
  expect(wantedOpinions({ topics: ['cor.cto.ante'] })).toBe(3);
  expect(wantedOpinions({ topics: ['cor.bif'], previousCabg: 'yes' })).toBe(5);
  expect(sizeOf('days', 0, 5)).toBe(5);
  const sure = { stance: 'pci', confidence: 4 };
  expect(agreedEarly(3, [sure, sure])).toBe(true);
  expect(agreedEarly(3, [sure, { stance: 'cabg', confidence: 5 }])).toBe(false);
  expect(agreedEarly(3, [sure, { stance: 'pci', confidence: 3 }])).toBe(false);
  expect(agreedEarly(5, [sure, sure])).toBe(false);
  expect(agreedEarly(3, [sure])).toBe(false);
});
