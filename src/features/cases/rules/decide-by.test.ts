import { expect, test } from 'vitest';
import { bandOf } from './age-band.ts';
import { momentFrom, presets } from './decide-by.ts';

const iso = (d: Date | undefined): string | undefined => d?.toISOString();

test('the offered moments are of the asker’s own clock, and past ones are not offered', () => {
  const at = (now: string) => presets(new Date(now), 'Asia/Tehran').map(({ name, at: when }) => [name, iso(when)]);
  expect(at('2026-11-26T10:00:00Z')).toEqual([
    ['today', '2026-11-26T14:30:00.000Z'], ['tomorrow', '2026-11-27T06:30:00.000Z'], ['threeDays', '2026-11-29T06:30:00.000Z'], ['week', '2026-12-03T06:30:00.000Z'],
  ]);
  expect(at('2026-11-26T15:00:00Z')[0]?.[0]).toBe('tomorrow');
});

test('a day is taken in either calendar, with Persian or Latin digits, with or without a time', () => {
  expect(iso(momentFrom('۱۴۰۵/۰۹/۱۲', 'Asia/Tehran'))).toBe('2026-12-03T14:30:00.000Z');
  expect(iso(momentFrom('1405-9-12 8:15', 'Asia/Tehran'))).toBe('2026-12-03T04:45:00.000Z');
  expect(iso(momentFrom('2026-12-03 18:00', 'Europe/Paris'))).toBe('2026-12-03T17:00:00.000Z');
});

test('what is no day is none', () => {
  for (const typed of ['', '1405', '1405/13/1', '1404/12/30', '2026-02-30', '2026-12-03 25:00', 'فردا']) expect(momentFrom(typed, 'UTC')).toBeUndefined();
  expect(iso(momentFrom('1403/12/30', 'UTC'))).toBe('2025-03-20T18:00:00.000Z');
});

test('an hour that summer time skips is the one after it', () => {
  expect(iso(momentFrom('2026-03-29 02:30', 'Europe/Paris'))).toBe('2026-03-29T01:30:00.000Z');
});

test('an age falls in its band, and the oldest share one', () => {
  expect([18, 24, 25, 71, 89, 90, 103].map(bandOf)).toEqual(['18-24', '18-24', '25-29', '70-74', '85-89', '90+', '90+']);
  expect([17, 121, 70.5].map(bandOf)).toEqual([undefined, undefined, undefined]);
});
