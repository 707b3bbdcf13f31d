import { segments } from 'scores/syntax/segments';
import { expect, test } from 'vitest';
import { drawn, order } from './tree-table.ts';

const sub = /^(9a|10a|14[ab]|16[abc])$/;
const start = (path: string) => /^M([\d.]+ [\d.]+)/.exec(path)?.[1];
const end = (path: string) => /([\d.]+ [\d.]+)$/.exec(path)?.[1];
const of = (id: string) => drawn.find((one) => one.id === id)?.path ?? '';

test('each dominance draws the segments that SYNTAX gives it, and 4, 16 and 15 only where they exist', () => {
  for (const dominance of ['right', 'left'] as const) {
    const wanted = segments.filter(({ id, weight }) => weight[dominance] !== null && !sub.test(id)).map(({ id }) => id);
    expect(drawn.filter(({ only }) => only === undefined || only === dominance).map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
    expect([...order[dominance]].toSorted()).toEqual(wanted.toSorted());
  }
});

test('each segment begins where the one before it ends, as the blood flows', () => {
  for (const [before, after] of [['1', '2'], ['2', '3'], ['3', '4'], ['3', '16'], ['5', '6'], ['5', '11'], ['5', '12'], ['6', '7'], ['6', '9'], ['7', '8'], ['7', '10'], ['11', '12a'], ['11', '13'], ['13', '14'], ['13', '15']] as const)
    expect(start(of(after)), `${before} to ${after}`).toBe(end(of(before)));
});
