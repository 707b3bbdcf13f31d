import { expect, test } from 'vitest';
import { lineOf } from './log.ts';

test('a log line holds allowed keys alone: no text, no name, nobody’s id', () => {
  const line = lineOf(new Date(0), 'info', 'answered', { route: '/api/cases/:id', status: 200, ms: 3, person: 'id', title: 'LM', email: 'a@b', file: 'x.dcm' });
  expect(JSON.parse(line)).toEqual({ at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'answered', route: '/api/cases/:id', status: 200, ms: 3 });
});
