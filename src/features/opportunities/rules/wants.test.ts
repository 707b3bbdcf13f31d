import { expect, test } from 'vitest';
import { fits, missOf, type Offer, wantsFrom } from './wants.ts';

const now = new Date('2026-11-22T08:00:00Z');
const lyon: Offer = {
  type: 'fellowship', topics: ['cor.cto.retro'], country: 'FR', startsOn: '2027-09-01', deadline: new Date('2027-01-05T22:59:00Z'),
  fields: { paid: 'paid', handsOn: 'operator', passports: 'all', housing: 'help' },
};

test('a filter is met to the letter: a wider topic finds a narrower one, never the other way', () => {
  expect(fits({ types: ['fellowship'], topics: ['cor.cto'], countries: ['FR', 'PL'], funded: true, handsOn: true, myPassport: true }, lyon, ['IR'], now)).toBe(true);
  expect(missOf({ topics: ['cor.cto.retro.x'] }, lyon, [], now)).toEqual({ key: 'topics', silent: false });
  expect(missOf({ topics: ['cor.ct'] }, lyon, [], now)?.key).toBe('topics');
  expect(missOf({ housing: true }, lyon, [], now)).toEqual({ key: 'housing', silent: false });
});

test('a passport is held against all three rules, and what is not said is not taken for granted', () => {
  const open = (passports: Offer['fields']['passports'], passportCountries: string[], mine: string[]) => missOf({ myPassport: true }, { ...lyon, fields: { passports, passportCountries } }, mine, now);
  expect(open('all', [], ['IR'])).toBeNull();
  expect(open('only', ['FR', 'DE'], ['IR'])).toEqual({ key: 'myPassport', silent: false });
  expect(open('only', ['FR', 'DE'], ['IR', 'DE'])).toBeNull();
  expect(open('not', ['IR'], ['IR'])).toEqual({ key: 'myPassport', silent: false });
  expect(open('not', ['IR'], ['IR', 'CA'])).toBeNull();
  expect(open(undefined, [], ['IR'])).toEqual({ key: 'myPassport', silent: true });
  expect(open('only', ['FR'], [])).toEqual({ key: 'myPassport', silent: true });
});

test('a start stands in its window, and what is over fits nobody', () => {
  expect(fits({ from: '2027-07-01', to: '2027-12-31' }, lyon, [], now)).toBe(true);
  expect(missOf({ to: '2027-08-31' }, lyon, [], now)).toEqual({ key: 'to', silent: false });
  expect(missOf({ from: '2027-01-01' }, { ...lyon, startsOn: null }, [], now)).toEqual({ key: 'from', silent: true });
  expect(missOf({}, lyon, [], new Date('2027-01-06T00:00:00Z'))).toEqual({ key: 'over', silent: false });
});

test('an address that holds no filter filters nothing', () => {
  expect(wantsFrom({ type: 'fellowship,grant', passport: '1', from: '' })).toEqual({ types: ['fellowship', 'grant'], myPassport: true });
  expect(wantsFrom({ type: 'nothing', country: 'france' })).toEqual({});
});
