import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, leftOutBy, nearness, type SuggestFor, suggest } from './suggest.ts';

const one = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'a', institutionId: 'i1', cityId: 'c1', languages: ['en'], expertise: [{ concept: 'cor.cto', level: 'independent', casesPerYear: 50 }],
  seesCases: true, onLeave: false, weeklyCap: 3, askedThisWeek: 0, conflict: false, alreadyAsked: false, ...change,
});
const wanted: SuggestFor = { topics: ['cor.cto'], institutionId: 'i9', cityId: 'c9', languages: ['en', 'fa'] };

test('each hard rule leaves out for its own reason', () => {
  expect(leftOutBy(one(), wanted)).toBeNull();
  expect(leftOutBy(one({ seesCases: false }), wanted)).toBe('unverified');
  expect(leftOutBy(one({ institutionId: 'i9' }), wanted)).toBe('own-institution');
  expect(leftOutBy(one({ cityId: 'c9' }), wanted)).toBe('own-city');
  expect(leftOutBy(one({ languages: ['pl'] }), wanted)).toBe('no-common-language');
  expect(leftOutBy(one({ onLeave: true }), wanted)).toBe('on-leave');
  expect(leftOutBy(one({ askedThisWeek: 3 }), wanted)).toBe('at-cap');
  expect(leftOutBy(one({ weeklyCap: 0 }), wanted)).toBe('at-cap');
  expect(leftOutBy(one({ conflict: true }), wanted)).toBe('conflict');
  expect(leftOutBy(one({ alreadyAsked: true }), wanted)).toBe('already-asked');
});

test('somebody without a place is nobody’s neighbour', () => {
  expect(leftOutBy(one({ institutionId: null, cityId: null }), { ...wanted, institutionId: null, cityId: null })).toBeNull();
});

test('expertise in the very topic comes before expertise in what lies above it', () => {
  expect(nearness('cor.cto', 'cor.cto')).toBe(1);
  expect(nearness('cor', 'cor.cto.retro')).toBe(0.25);
  expect(nearness('sh', 'cor.cto')).toBe(0);
  const people = [one({ id: 'broad', expertise: [{ concept: 'cor', level: 'reference', casesPerYear: 300 }] }), one({ id: 'exact' })];
  expect(suggest(people, wanted).suggestions.map((s) => s.personId)).toEqual(['exact', 'broad']);
});

test('everybody is either suggested, left out by a counted rule, or has no fitting field', () => {
  const people = [one(), one({ id: 'b', onLeave: true }), one({ id: 'c', onLeave: true }), one({ id: 'd', expertise: [] })];
  const { suggestions, leftOut } = suggest(people, wanted);
  expect(suggestions.map((s) => s.personId)).toEqual(['a']);
  expect(leftOut).toEqual({ 'on-leave': 2 });
});

test('the same people in any order give the same list', () => {
  const people = Array.from({ length: 12 }, (_, i) => one({ id: `p${i}`, expertise: [{ concept: i % 2 ? 'cor' : 'cor.cto', level: 'independent', casesPerYear: (i % 4) * 20 }] }));
  const expected = JSON.stringify(suggest(people, wanted));
  fc.assert(fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (shuffled) => { expect(JSON.stringify(suggest(shuffled, wanted))).toBe(expected); }));
});
