import { expect, test } from 'vitest';
import { staticTable } from './static-table.ts';
import { scoreBy, unpackTrees } from './trees.ts';

test('a table is read as it was written: a split goes left up to its edge, leaves add to the base', () => {
  // One tree: feature 1 up to its second edge 0.5 gives −1, above it feature 0 up to 3 gives 2, else 0.25; then one leaf of 1 alone.
  const leaf = (value: number): number[] => [255, (value * 1024) & 255, ((value * 1024) >> 8) & 255];
  const bytes = [1, 1, ...leaf(-1), 0, 0, ...leaf(2), ...leaf(0.25), ...leaf(1)];
  const forest = unpackTrees({ base: 0.125, edges: [[3], [0.1, 0.5]], trees: Buffer.from(bytes).toString('base64') });
  expect([[9, 0.5], [3, 0.6], [4, 0.6]].map((features) => scoreBy(forest, features))).toEqual([0.125, 3.125, 1.375]);
});

test('the tables hold what the training script grows: 120 trees over 31 numbers', () => {
  expect(staticTable.edges).toHaveLength(31);
  expect(unpackTrees(staticTable).roots).toHaveLength(120);
});
