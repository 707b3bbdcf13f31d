import { expect, test } from 'vitest';
import { chainOf, type HandNode, type HandRow } from './chain.ts';

const row = (id: string, parent: string | null, change: Partial<HandRow> = {}): HandRow => ({
  id, parent, person: id, root: parent === null, note: '', lang: 'en', at: new Date('2026-11-22T10:00:00Z'), seenAt: null, answer: null, stopped: false, ...change,
});

test('hands stand below the hand they came through, and what became of each is said once', () => {
  const tree = chainOf([row('a', null), row('b', 'a', { answer: 'interested' }), row('c', 'a', { person: null, seenAt: new Date() }), row('d', null, { answer: 'nobody' }), row('e', null)], new Map());
  expect(tree.map(({ id, state, handedOn }) => [id, state, handedOn])).toEqual([['a', 'handed-on', 2], ['d', 'nobody', 0], ['e', 'unopened', 0]]);
  expect(tree[0]?.children.map(({ id, state }) => [id, state])).toEqual([['b', 'interested'], ['c', 'seen']]);
});

test('a way that leads back to where it came from does no harm: every hand stands exactly once', () => {
  const rows = [row('a', null), row('b', 'a'), row('x', 'y'), row('y', 'x'), row('z', 'gone')];
  const count = (nodes: readonly HandNode[]): number => nodes.reduce((n, node) => n + 1 + count(node.children), 0);
  expect(count(chainOf(rows, new Map()))).toBe(rows.length);
});
