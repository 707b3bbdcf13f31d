import { expect, test } from 'vitest';
import { leading } from './mailing.ts';

test('a mail names the request first, and kinds that are for the page alone make none', () => {
  expect(leading(['outcome-told', 'asked'])).toBe('asked');
  expect(leading(['remark', 'ask-seen'])).toBeNull();
});
