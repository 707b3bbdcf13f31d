import { expect, test } from 'vitest';
import { rangeOf } from './objects.ts';

test('one range is taken as it is asked, open at either end, never beyond the object', () => {
  expect(rangeOf(undefined, 100)).toBeNull();
  expect(rangeOf('bytes=0-9', 100)).toEqual({ start: 0, end: 9 });
  expect(rangeOf('bytes=90-', 100)).toEqual({ start: 90, end: 99 });
  expect(rangeOf('bytes=-10', 100)).toEqual({ start: 90, end: 99 });
  expect(rangeOf('bytes=50-500', 100)).toEqual({ start: 50, end: 99 });
  expect(rangeOf('bytes=-500', 100)).toEqual({ start: 0, end: 99 });
});

test('several ranges, none that fits, and nonsense are refused', () => {
  for (const header of ['bytes=0-1,5-6', 'bytes=100-', 'bytes=9-3', 'bytes=-', 'lines=1-2', 'bytes=a-b']) expect(rangeOf(header, 100)).toBe('bad');
});
