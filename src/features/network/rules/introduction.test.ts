import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after } from '#kernel/clock.ts';
import { afterAgreed, holdsContact, partState, stageOf, type Step } from './introduction.ts';
import { bestWay, waysApart, weightOf } from './paths.ts';

const step = (id: string, route: number, n: number, part: Step['part'], change: Partial<Step> = {}): Step =>
  ({ id, route, step: n, part, personId: id, askedAt: n === 1 ? 'x' : null, agreedAt: null, closedAt: null, refused: false, ...change });

test('a way goes on step by step, and the others end when one reaches the end first', () => {
  const steps = [step('a', 1, 1, 'middle'), step('b', 1, 2, 'middle'), step('t1', 1, 3, 'target'), step('c', 2, 1, 'middle'), step('t2', 2, 2, 'target')];
  expect(afterAgreed(steps, 'a')).toEqual({ ask: ['b'], close: [] });
  expect(afterAgreed(steps, 'c')).toEqual({ ask: ['t2'], close: ['a', 'b', 't1'] });
  expect(afterAgreed(steps, 'nobody')).toEqual({ ask: [], close: [] });
  // Two reach it at once: the end is not asked twice.
  const asked = steps.map((s) => (s.id === 't2' ? { ...s, askedAt: 'x' } : s));
  expect(afterAgreed(asked, 'b')).toEqual({ ask: [], close: ['t1'] });
  expect(afterAgreed(asked, 't2')).toEqual({ ask: [], close: ['a', 'b', 't1'] });
});

test('the asker sees a refusal as no answer', () => {
  const now = new Date('2026-11-22T08:00:00Z');
  const of = { takenBackAt: null, expiresAt: after(now, 1), willing: 0, agreed: false, told: false };
  expect(stageOf(of, now)).toBe('asked');
  expect(stageOf({ ...of, willing: 1 }, now)).toBe('willing');
  expect(stageOf({ ...of, willing: 1, agreed: true }, now)).toBe('agreed');
  expect(stageOf({ ...of, willing: 1, agreed: true, told: true }, now)).toBe('told');
  expect(stageOf({ ...of, willing: 2, expiresAt: now }, now)).toBe('expired');
  expect(stageOf({ ...of, agreed: true, expiresAt: now }, now)).toBe('agreed');
  expect(stageOf({ ...of, takenBackAt: 'x' }, now)).toBe('taken-back');
  expect(partState(step('a', 1, 1, 'middle', { refused: true }), false)).toBe('passed');
  expect(partState(step('a', 1, 1, 'middle', { closedAt: 'x' }), false)).toBe('over');
  expect(partState(step('a', 1, 1, 'middle'), true)).toBe('over');
  expect(partState(step('a', 1, 1, 'middle'), false)).toBe('to-answer');
});

test('addresses, numbers and links are found in either script; clinical figures are not', () => {
  for (const text of ['write to me@clinic.example', 'call +98 912 345 6789', 'شمارهٔ من ۰۹۱۲۳۴۵۶۷۸۹ است', 'https://x.example', 'www.x.example', 't.me/name', 'telegram @someone']) expect(holdsContact(text), text).toBe(true);
  for (const text of ['120 retrograde CTO a year since 2019', 'EF=35%, 2.5×38 mm, 2019–2023', 'از سال ۱۳۹۸ تا ۱۴۰۳', '@ Lyon', '']) expect(holdsContact(text), text).toBe(false);
});

const graphOf = (edges: readonly (readonly [string, string, number])[]) => (id: string): ReadonlyMap<string, number> =>
  new Map(edges.flatMap(([a, b, s]) => (a === id ? [[b, s] as const] : b === id ? [[a, s] as const] : [])));
const always = () => 2 as const;

test('the strongest way is taken, a shorter one before a longer of the same weight, none through the unwilling', () => {
  const graph = graphOf([['v', 'a', 800], ['a', 't', 800], ['v', 'b', 900], ['b', 'c', 900], ['c', 't', 900], ['v', 'd', 300], ['d', 't', 300]]);
  const best = (free: (id: string) => 0 | 1 | 2, without: string[] = []) => bestWay(graph, free, 'v', ['t'], new Set(without));
  expect(best(always)).toMatchObject({ first: 'b', second: 'c', weight: weightOf([900, 900, 900], [2, 2]) });
  expect(best((id) => (id === 'c' ? 1 : 2))).toMatchObject({ first: 'a', second: null });
  expect(best((id) => (id === 'd' ? 2 : 0))).toMatchObject({ first: 'd' });
  expect(best(always, ['a', 'b', 'd'])).toBeNull();
});

test('three ways at most, and no two share a middle person', async () => {
  const ids = ['v', 't', ...'abcdefgh'];
  const edges = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.integer({ min: 90, max: 1000 })).filter(([a, b]) => a < b), { selector: ([a, b]) => `${a}${b}`, maxLength: 25 });
  await fc.assert(fc.asyncProperty(edges, async (some) => {
    const graph = graphOf(some);
    const ways = await waysApart(async (without) => bestWay(graph, always, 'v', ['t'], new Set(without)));
    const middles = ways.flatMap(({ first, second }) => (second === null ? [first] : [first, second]));
    expect(ways.length).toBeLessThanOrEqual(3);
    expect(new Set(middles).size).toBe(middles.length);
    expect(middles.includes('v') || middles.includes('t')).toBe(false);
    expect(ways.map(({ weight }) => weight)).toEqual(ways.map(({ weight }) => weight).sort((a, b) => b - a));
    for (const { first, second, strengths } of ways) expect(strengths).toEqual(second === null ? [graph('v').get(first), graph(first).get('t')] : [graph('v').get(first), graph(first).get(second), graph(second).get('t')]);
  }));
});
