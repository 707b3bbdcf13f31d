import { beforeAll, expect, test } from 'vitest';
import { scriptBytes } from '../../bench/scripts.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { join } from 'node:path';

const BUDGET = 40_000;
const over = (sizes: Record<string, number>, budget: number): string[] =>
  Object.entries(sizes).filter(([, bytes]) => bytes > budget).map(([page, bytes]) => `${page}: ${bytes} bytes of script, ${budget} are the most`);

let sizes: Record<string, number>;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  sizes = await scriptBytes();
}, 120_000);

test('the first load of no page brings more than 40 kB of script', () => {
  expect(Object.keys(sizes).length).toBeGreaterThan(15);
  expect(over(sizes, BUDGET)).toEqual([]);
});

test('a page over its budget is named', () => {
  expect(over(sizes, 1_000).length).toBe(Object.keys(sizes).length);
});
