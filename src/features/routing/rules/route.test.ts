import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLICY } from './policy.ts';
import { aPerson, aQuestion, type PersonFeatures, type RouteInput } from './route-input.ts';
import { route } from './route.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const YEAR = 365.25 * 86_400_000;
const cto = [{ id: 'cor.cto', weight: 1 }];
const expert = (id: string, change: Partial<PersonFeatures> = {}): PersonFeatures =>
  aPerson({ id, site: `site-${id}`, city: `city-${id}`, languages: ['en'], focus: [{ concept: 'cor.cto', level: 'independent', casesPerYear: 50 }], answers: { asked: 4, inTime: 3 }, ...change });
const ask = (people: readonly PersonFeatures[], change: Partial<RouteInput> = {}): RouteInput =>
  ({ asked: aQuestion({ concepts: cto, languages: ['en'] }), people, policy: POLICY, now: NOW, seed: 'case-1', wanted: 3, ...change });
const order = (input: RouteInput): string[] => route(input).waves.flatMap(({ people }) => people.map(({ person }) => person));

test('parts sum to the score exactly, also as printed', () => {
  const piece = { id: 'o1', kind: 'opinion' as const, at: NOW - YEAR, text: 'blunt stump, retrograde after a failed antegrade attempt', concepts: cto };
  const routed = route(ask([expert('a', { evidence: [piece], tie: 0.3 }), expert('b'), expert('c', { openAsks: 1 })], { asked: aQuestion({ concepts: cto, text: 'retrograde or antegrade' }) }));
  for (const { score, parts } of routed.waves.flatMap(({ people }) => people)) {
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    for (const { value, weight, points } of parts) expect(value * weight).toBe(points);
    expect(JSON.parse(JSON.stringify(score))).toBe(score);
    expect(String(score)).toBe(score.toFixed(12).replace(/\.?0+$/, ''));
  }
});

test('the same people in any order give the same bytes', () => {
  const people = Array.from({ length: 20 }, (_, i) => expert(`p${i}`, { openAsks: i % 3, city: `c${i % 4}`, evidence: [{ id: 'x', kind: 'opinion', at: NOW - i * 1e9, text: `chronic occlusion ${i}`, concepts: cto }] }));
  const expected = JSON.stringify(route(ask(people)));
  fc.assert(fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => { expect(JSON.stringify(route(ask(shuffled)))).toBe(expected); }));
});

test('evidence fades with a half-life of four years, and best three count one, a half and a quarter', () => {
  const piece = (id: string, at: number | null) => ({ id, kind: 'opinion' as const, at, text: '', concepts: cto });
  const value = (evidence: ReturnType<typeof piece>[]) => route(ask([expert('a', { evidence })])).waves[0]?.people[0]?.parts.find(({ feature }) => feature === 'evidence')?.value ?? 0;
  const one = value([piece('1', null)]);
  expect(value([piece('1', NOW - 4 * YEAR)]) / one).toBeCloseTo(0.5, 3);
  expect(value([piece('1', null), piece('2', null)]) / one).toBeCloseTo(1.5, 3);
  expect(value([1, 2, 3].map((n) => piece(String(n), null))) / one).toBeCloseTo(1.75, 3);
  expect(value([1, 2, 3, 4, 5].map((n) => piece(String(n), null))) / one).toBeCloseTo(1.75, 3);
  expect(value([piece('1', NOW)])).toBe(0);
});

test('one seat in five explores among the qualified, by the seed', () => {
  const people = Array.from({ length: 40 }, (_, i) => expert(`p${String(i).padStart(2, '0')}`, { answers: { asked: i, inTime: i } }));
  const now = { asked: aQuestion({ concepts: cto, urgency: 'now' as const }) };
  const seats = (seed: string) => route(ask(people, { ...now, seed })).waves.flatMap((wave) => wave.people);
  const [first, again] = [seats('case-1'), seats('case-1')];
  expect(first).toEqual(again);
  expect(first.map(({ explores }) => explores === true)).toEqual([false, false, false, false, true, false, false, false, false, true]);
  expect(new Set(Array.from({ length: 20 }, (_, i) => seats(`case-${i}`)[4]?.person)).size).toBeGreaterThan(3);
});

test('when nobody fits, it says so and widens to the field beside', () => {
  const other = expert('a', { focus: [{ concept: 'cor.calc', level: 'reference', casesPerYear: 100 }] });
  const routed = route(ask([other, expert('b', { focus: [] })]));
  expect(routed.coverage).toMatchObject({ eligible: 2, fitting: 0, wanted: 3 });
  expect(routed.widened?.found).toBe(1);
  expect(order(ask([other]))).toEqual(['a']);
  expect(route(ask([expert('b', { focus: [] })]))).toMatchObject({ waves: [], widened: { found: 0 } });
});
