import { beforeAll, expect, test } from 'vitest';
import { scriptBytes } from '../../bench/scripts.ts';
import { buildWeb } from '../../scripts/build/build.ts';
import { join } from 'node:path';

const BUDGET = 40_000;
/** The cine viewer brings its player before the first frame. */
const VIEWER = 'src/features/story/web/film/film-page.tsx';
const VIEWER_BUDGET = 100_000;
const over = (sizes: Record<string, number>, budget: number, viewer: number): string[] =>
  Object.entries(sizes).filter(([page, bytes]) => bytes > (page === VIEWER ? viewer : budget)).map(([page, bytes]) => `${page}: ${bytes} bytes of script`);

let sizes: Record<string, number>;
beforeAll(async () => {
  await buildWeb(join(import.meta.dirname, '../..'));
  sizes = await scriptBytes();
}, 120_000);

test('the first load of no page brings more than 40 kB of script, of the cine viewer no more than 100 kB', () => {
  expect(Object.keys(sizes).length).toBeGreaterThan(15);
  expect(over(sizes, BUDGET, VIEWER_BUDGET)).toEqual([]);
});

test('a page over its budget is named', () => {
  expect(over(sizes, 1_000, 1_000).length).toBe(Object.keys(sizes).length);
});
