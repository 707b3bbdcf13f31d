import { expect, test } from 'vitest';
import { isQuiet, localMinutes } from './quiet.ts';

test('quiet hours are those of the person’s own zone and may cross midnight', () => {
  const at = (time: string) => new Date(`2026-11-22T${time}Z`); // Tehran is 3:30 ahead
  expect(isQuiet(at('19:00:00'), 'Asia/Tehran', '22:00:00', '07:00:00')).toBe(true);
  expect(isQuiet(at('04:00:00'), 'Asia/Tehran', '22:00:00', '07:00:00')).toBe(false);
  expect(isQuiet(at('19:00:00'), 'America/Toronto', '22:00:00', '07:00:00')).toBe(false);
  expect(isQuiet(at('12:00:00'), 'UTC', '11:00:00', '13:00:00')).toBe(true);
  expect(isQuiet(at('13:00:00'), 'UTC', '11:00:00', '13:00:00')).toBe(false);
  expect(localMinutes(at('20:00:00'), 'Asia/Tehran')).toBe(23 * 60 + 30);
});

test('without quiet hours no hour is quiet', () => {
  expect(isQuiet(new Date(), 'UTC', null, null)).toBe(false);
  expect(isQuiet(new Date(), 'UTC', '08:00', '08:00')).toBe(false);
});
