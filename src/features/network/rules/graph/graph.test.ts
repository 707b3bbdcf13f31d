import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestWay, type Way } from '../paths.ts';
import { wayFinder } from './best-way.ts';
import { changeTie, type Graph, graphOf, rowOf } from './graph.ts';
import { mayKnowFinder } from './may-know.ts';

const PEOPLE = 9;
const id = (n: number): string => String(n).padStart(3, '0');
const strengths = [90, 300, 640, 800, 900, 1000];

type Ties = Map<number, Map<number, number>>;
const setTie = (ties: Ties, a: number, b: number, strength: number | null): void => {
  for (const [from, to] of [[a, b], [b, a]] as const) {
    const row = ties.get(from) ?? new Map<number, number>();
    if (strength === null) row.delete(to);
    else row.set(to, strength);
    ties.set(from, row);
  }
};
const graphFrom = (ties: Ties): Graph => graphOf(PEOPLE, (take) => { for (const [a, row] of ties) for (const [b, strength] of row) if (a < b) take(a, b, strength); });

const person = fc.nat(PEOPLE - 1);
const tie = fc.tuple(person, person, fc.constantFrom(...strengths, ...strengths, null));
const world = fc.record({ ties: fc.array(tie, { minLength: 12, maxLength: 60 }), later: fc.array(tie, { maxLength: 12 }), first: fc.array(fc.nat(2), { minLength: PEOPLE, maxLength: PEOPLE }), second: fc.array(fc.nat(2), { minLength: PEOPLE, maxLength: PEOPLE }) });

const named = (way: ReturnType<ReturnType<typeof wayFinder>>): Way | null =>
  way && { ...way, first: id(way.first), second: way.second === null ? null : id(way.second), end: id(way.end) };

test('the rows give the way that the reference gives, before and after ties have changed, for any wish and any end', () => {
  let found = 0;
  fc.assert(fc.property(world, person, fc.array(person, { minLength: 1, maxLength: 3 }), fc.uniqueArray(person, { maxLength: 4 }), (w, from, ends, without) => {
    const ties: Ties = new Map();
    for (const [a, b, strength] of w.ties) if (a !== b) setTie(ties, a, b, strength);
    const graph = graphFrom(ties);
    const find = wayFinder(graph);
    const same = (): void => {
      const neighbours = (of: string) => new Map([...(ties.get(Number(of)) ?? new Map<number, number>())].map(([other, strength]) => [id(other), strength]));
      const free = (n: number, place: 'first' | 'second') => (w[place][n] ?? 0) as 0 | 1 | 2;
      const theirs = bestWay(neighbours, (of, place) => free(Number(of), place), id(from), ends.map(id), new Set(without.map(id)));
      const ours = named(find(free, from, ends, new Set(without)));
      expect(ours).toEqual(theirs);
      if (theirs) found++;
    };
    same();
    for (const [a, b, strength] of w.later) {
      if (a === b) continue;
      setTie(ties, a, b, strength);
      changeTie(graph, a, b, strength);
    }
    same();
  }), { numRuns: 3000 });
  expect(found).toBeGreaterThan(1000);
});

test('a changed row stands as it would had it been built so', () => {
  fc.assert(fc.property(world, (w) => {
    const ties: Ties = new Map();
    for (const [a, b, strength] of w.ties) if (a !== b) setTie(ties, a, b, strength);
    const graph = graphFrom(ties);
    for (const [a, b, strength] of w.later) {
      if (a === b) continue;
      setTie(ties, a, b, strength);
      changeTie(graph, a, b, strength);
    }
    const anew = graphFrom(ties);
    for (let n = 0; n < PEOPLE; n++) {
      const plain = (g: Graph) => { const { to, code } = rowOf(g, n); return [...to].map((one, at) => [one, g.strengths[code[at] as number]]); };
      expect(plain(graph)).toEqual(plain(anew));
    }
  }));
});

test('whom one may know is not oneself, not tied already, willing, and the one with more in common stands first', () => {
  const ties: Ties = new Map();
  for (const [a, b] of [[0, 1], [0, 2], [1, 3], [2, 3], [1, 4], [2, 5], [0, 5]] as const) setTie(ties, a, b, 800);
  const find = mayKnowFinder(graphFrom(ties));
  expect(find(0, () => true, 5).map((one) => one.person)).toEqual([3, 4]);
  expect(find(0, (n) => n !== 3, 5).map((one) => one.person)).toEqual([4]);
  expect(find(9, () => true, 5)).toEqual([]);
});

test('more strengths than a byte can name are refused, and a kept one is not', () => {
  expect(() => graphOf(600, (take) => { for (let n = 1; n < 300; n++) take(0, n, n); })).toThrow('256');
  const graph = graphOf(3, (take) => take(0, 1, 800));
  changeTie(graph, 0, 2, 905);
  expect([...rowOf(graph, 0).to]).toEqual([1, 2]);
});
