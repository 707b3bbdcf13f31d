import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { IMAGING_CODES } from './codes.ts';

test('every code that is refused with stands in the list, and every code of the list is used', () => {
  const sources = globSync('imaging/src/**/*.ts').filter((path) => !/\.test\.ts$|codes\.ts$/.test(path)).map((path) => readFileSync(path, 'utf8'));
  expect(sources.length).toBeGreaterThan(30);
  const used = new Set(sources.flatMap((source) => [...source.matchAll(/(?:refuse|tooLarge)\(\s*'([a-z0-9-]+)'/g)].map((found) => found[1] as string)));
  const all = sources.join('\n');
  expect([...used].filter((code) => !(IMAGING_CODES as readonly string[]).includes(code))).toEqual([]);
  expect(IMAGING_CODES.filter((code) => !all.includes(`'${code}'`))).toEqual([]);
});
