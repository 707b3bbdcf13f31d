import { expect, test } from 'vitest';
import { aPerson, aQuestion, type PersonFeatures } from './route-input.ts';
import { leftOutBy } from './route-rules.ts';
import { nearness } from './score-evidence.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const one = (change: Partial<PersonFeatures> = {}): PersonFeatures => aPerson({ id: 'a', site: 'i1', city: 'c1', languages: ['en'], capWeek: 3, ...change });
const asked = aQuestion({ site: 'i9', city: 'c9', languages: ['en', 'fa'] });

test('each hard rule leaves out for its own reason', () => {
  expect(leftOutBy(one(), asked, NOON)).toBeNull();
  expect(leftOutBy(one({ verified: false }), asked, NOON)).toBe('unverified');
  expect(leftOutBy(one({ alreadyAsked: true }), asked, NOON)).toBe('already-asked');
  expect(leftOutBy(one(), { ...asked, excluded: ['a'] }, NOON)).toBe('excluded');
  expect(leftOutBy(one({ conflict: true }), asked, NOON)).toBe('conflict');
  expect(leftOutBy(one({ site: 'i9' }), asked, NOON)).toBe('own-institution');
  expect(leftOutBy(one({ site: 'i8' }), { ...asked, patientSite: 'i8' }, NOON)).toBe('own-institution');
  expect(leftOutBy(one({ city: 'c9' }), asked, NOON)).toBe('own-city');
  expect(leftOutBy(one({ languages: ['pl'] }), asked, NOON)).toBe('no-common-language');
  expect(leftOutBy(one({ onLeave: true }), asked, NOON)).toBe('on-leave');
  expect(leftOutBy(one({ askedThisWeek: 3 }), asked, NOON)).toBe('at-cap');
  expect(leftOutBy(one({ capWeek: 0 }), asked, NOON)).toBe('at-cap');
  expect(leftOutBy(one({ openAsks: 2, capOpen: 2 }), asked, NOON)).toBe('at-cap');
});

test('a place may be allowed by the asker, but never a hidden one', () => {
  expect(leftOutBy(one({ city: 'c9' }), { ...asked, allowOwnCity: true }, NOON)).toBeNull();
  expect(leftOutBy(one({ city: 'c9' }), { ...asked, allowOwnCity: true, hidden: true }, NOON)).toBe('could-recognise');
  expect(leftOutBy(one({ knowsPlaces: ['i9'] }), asked, NOON)).toBeNull();
  expect(leftOutBy(one({ knowsPlaces: ['i9'] }), { ...asked, hidden: true }, NOON)).toBe('could-recognise');
});

test('somebody without a place is nobody’s neighbour, and unknown languages leave nobody out', () => {
  expect(leftOutBy(one({ site: null, city: null, languages: [] }), { ...asked, site: null, city: null }, NOON)).toBeNull();
});

test('quiet hours of one’s own zone hold, but for an ask of minutes that one lets through', () => {
  const asleep = { from: '22:00', to: '06:30', timeZone: 'Asia/Tehran' };
  const night = Date.UTC(2026, 10, 25, 20, 30);
  expect(leftOutBy(one({ quiet: asleep }), asked, NOON)).toBeNull();
  expect(leftOutBy(one({ quiet: asleep }), asked, night)).toBe('quiet-hours');
  expect(leftOutBy(one({ quiet: asleep, allowsNow: true }), asked, night)).toBe('quiet-hours');
  expect(leftOutBy(one({ quiet: asleep }), { ...asked, waits: true }, night)).toBeNull();
  expect(leftOutBy(one({ quiet: asleep, allowsNow: true }), { ...asked, urgency: 'now' }, night)).toBeNull();
  expect(leftOutBy(one({ quiet: asleep }), { ...asked, urgency: 'now' }, night)).toBe('quiet-hours');
});

test('expertise in the very topic comes before expertise in what lies above it', () => {
  expect(nearness('cor.cto', 'cor.cto')).toBe(1);
  expect(nearness('cor.cto.retro', 'cor.cto')).toBe(0.75);
  expect(nearness('cor', 'cor.cto.retro')).toBe(0.25);
  expect(nearness('sh', 'cor.cto')).toBe(0);
});
