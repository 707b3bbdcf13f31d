import { expect, test } from 'vitest';
import { barcs, complications } from './choices.ts';
import { detailsFor } from './outcome.ts';
import { tellOutcome } from './wire.ts';

const all = { event: ' Ellis II ', complications: ['perforation' as const], bleedingBarc: '3b' as const, timiAfter: 3, residualStenosisPct: 10 };

test('what is told fits the result: no complication with "no event", nothing of a patient lost, no fatal bleeding without a death', () => {
  expect(detailsFor('event', all)).toEqual({ ...all, event: 'Ellis II' });
  expect(detailsFor('no-event', all)).toEqual({ timiAfter: 3, residualStenosisPct: 10 });
  expect(detailsFor('lost', all)).toEqual({});
  expect(detailsFor('not-done', all)).toEqual({});
  expect(detailsFor('event', { bleedingBarc: '5b' })).toEqual({});
  expect(detailsFor('died', { bleedingBarc: '5b' })).toEqual({ bleedingBarc: '5b' });
});

test('the border takes each complication and each BARC type by its id, and no other', () => {
  for (const id of complications) expect(tellOutcome.safeParse({ lang: 'fa', result: 'event', details: { complications: [id] } }).success, id).toBe(true);
  for (const id of barcs) expect(tellOutcome.safeParse({ lang: 'en', result: 'event', details: { bleedingBarc: id } }).success, id).toBe(true);
  expect(tellOutcome.safeParse({ lang: 'en', result: 'event', details: { bleedingBarc: '3' } }).success).toBe(false);
  expect(tellOutcome.safeParse({ lang: 'en', result: 'event', details: { complications: ['bad luck'] } }).success).toBe(false);
});
