import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tell } from './told.ts';

test('a score is calculated without a node and printed as JSON', async () => {
  const { code, out } = await tell(['score', 'bsa', '--json', '{"cm": 170, "kg": 70}']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true });
});

test('a score with missing fields names them and fails', async () => {
  const { code, out, err } = await tell(['score', 'bsa', '--json', '{"cm": 170}']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({ ok: false, fields: ['kg'] });
  expect(err).toBe('The score was not calculated. These fields are missing or do not fit: kg\n');
});

test.each([
  [['frobnicate'], /There is no command frobnicate/],
  [['score', 'nonsense'], /There is no score named nonsense/],
  [['score', 'bsa', '--json', '{cm: 1}'], /no JSON/],
  [['score', '--frob'], /option --frob/],
  [['up', '--port', 'eighty'], /eighty is no port/],
  [['receive'], /HAMDEL_TOKEN/],
  [['receive', '--host', 'everywhere'], /everywhere is no address/],
])('%j is answered with a sentence and exit code 64', async (args, sentence) => {
  const { code, out, err } = await tell(args);
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\n {4}at /);
});

test.each(['demo', 'up', 'down', 'test', 'bench', 'score', 'deidentify', 'verify', 'verify-ledger', 'receive', 'admin', 'help'])('%s explains itself in both languages', async (command) => {
  const [english, persian] = await Promise.all([tell([command, '--help']), tell([command, '--help'], { HAMDEL_LANG: 'fa' })]);
  expect(english.code).toBe(0);
  expect(english.out).toMatch(/\.\/hamdel/);
  expect(persian.out).toMatch(/[\u0600-\u06ff]/);
});

test('the version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
  expect((await tell(['--version'])).out.trim()).toBe(version);
});
