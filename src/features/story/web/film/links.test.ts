import { expect, test } from 'vitest';
import { filmLink, placeIn, referIn, referLink } from './links.ts';

const queryOf = (address: string): Record<string, string> => Object.fromEntries(new URL(address, 'http://node').searchParams);

test('an address of a film leads back to its run, frame and neighbours', () => {
  const place = { run: 2, frame: 43, beside: [{ run: 3 }, { run: 1, frame: 12 }], linked: 'no' } as const;
  expect(filmLink('c', place)).toBe('/cases/c/film?run=2&frame=43&beside=3,1:12&linked=no');
  expect(filmLink('c', { ...place, linked: 'start' })).toBe('/cases/c/film?run=2&frame=43&beside=3,1:12');
  expect(placeIn(queryOf(filmLink('c', place)), 5)).toEqual(place);
});

test('nonsense in an address is the first run from its beginning', () => {
  for (const query of [{}, { run: '0' }, { run: '9' }, { run: '1.5', frame: '-3', beside: 'x,,0,9:1', linked: 'yes' }, { run: 'NaN', frame: '99999' }])
    expect(placeIn(query, 5)).toEqual({ run: 1, frame: undefined, beside: [], linked: 'start' });
});

test('a reference to a frame is read back, and one to a frame that is not there is none', () => {
  const runs = [{ id: 'a-1', frames: 46 }];
  expect(referLink('c', { runId: 'a-1', frame: 0 })).toBe('/cases/c?refer=a-1:0#talk');
  expect(referIn(queryOf(referLink('c', { runId: 'a-1', frame: 45 })), runs)).toEqual({ runId: 'a-1', frame: 45 });
  for (const refer of ['a-1:46', 'b:1', 'a-1:', 'a-1:-1', '']) expect(referIn({ refer }, runs)).toBeUndefined();
});
