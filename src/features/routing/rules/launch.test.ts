import { expect, test } from 'vitest';
import { after, DAY_MS } from '#kernel/clock.ts';
import { LAUNCH_CASES, type LaunchFacts, launchLines, STILL_DAYS, stillFor } from './launch.ts';

const now = new Date('2026-11-22T08:00:00Z');
const facts = (change: Partial<LaunchFacts> = {}): LaunchFacts => ({ experts: 12, cities: 4, coordinators: 2, cases: 20, askers: 5, opinions: 10, outcomes: 1, lastCase: now.toISOString(), ...change });

test('a node is warned after two weeks without a case, and not a day before', () => {
  expect(stillFor(facts({ lastCase: after(now, -STILL_DAYS * DAY_MS + 1).toISOString() }), now)).toBe(null);
  expect(stillFor(facts({ lastCase: after(now, -STILL_DAYS * DAY_MS).toISOString() }), now)).toBe(STILL_DAYS);
  expect(stillFor(facts({ lastCase: null, cases: 0 }), now)).toBe(null);
});

test('the list of the first twenty cases says what is there and what is wanted, and never more than that', () => {
  expect(launchLines(facts(), 95).every(({ have, want }) => have === want)).toBe(true);
  const young = launchLines(facts({ cases: 3, experts: 60, outcomes: 0 }), 40);
  expect(young.find(({ step }) => step === 'cases')).toEqual({ step: 'cases', have: 3, want: LAUNCH_CASES });
  expect(young.find(({ step }) => step === 'experts')).toEqual({ step: 'experts', have: 12, want: 12 });
  expect(young.find(({ step }) => step === 'rota')).toEqual({ step: 'rota', have: 40, want: 90 });
  expect(young.filter(({ have, want }) => have < want).map(({ step }) => step)).toEqual(['rota', 'outcome', 'cases']);
});
