import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tell } from './told.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'hamdel-rank-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ranked = { case: string; ranking: { person: string; score: number; parts: { feature: string; value: number; weight: number; points: number }[] }[]; rejected: { rule: string; count: number }[] };
let n = 0;
const file = async (...lines: readonly (object | string)[]): Promise<string> => {
  const path = join(folder, `${n++}.jsonl`);
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
};
const rank = async (people: string, cases: string, ...more: readonly string[]) => {
  const told = await tell(['rank', '--people', people, '--cases', cases, ...more]);
  return { ...told, ranked: told.out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Ranked) };
};
const order = (one: Ranked | undefined): string[] => (one?.ranking ?? []).map(({ person }) => person);

test('every field but the id may be missing; only evidence before the case counts, and an undated one always', async () => {
  const people = await file({ id: 'none' }, { id: 'later', evidence: [{ id: '1', text: 'retrograde wire escalation', at: '2021-01-01' }] },
    { id: 'before', evidence: [{ id: '1', text: 'retrograde wire escalation', at: '2019-01-01T08:00:00' }] }, { id: 'undated', evidence: [{ id: '1', text: 'retrograde wire escalation' }] });
  const { code, ranked } = await rank(people, await file({ id: 'c', text: 'retrograde wire', at: '2020-01-01' }));
  expect(code).toBe(0);
  const evidence = Object.fromEntries((ranked[0]?.ranking ?? []).map(({ person, parts }) => [person, parts.find(({ feature }) => feature === 'evidence')?.points ?? 0]));
  expect(evidence['undated']).toBeGreaterThan(evidence['before'] as number);
  expect(evidence['before']).toBeGreaterThan(0);
  expect([evidence['later'], evidence['none']]).toEqual([0, 0]);
  for (const { score, parts } of ranked[0]?.ranking ?? []) expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
});

test('rules are counted, and the people in another order give the same bytes', async () => {
  const all = [{ id: 'a', site: 's1', city: 'c1' }, { id: 'b', city: 'c9' }, { id: 'c', site: 's9' }, { id: 'd', openAsks: 3, capOpen: 3 }, { id: 'e', languages: ['fr'] }, { id: 'f' }, { id: 'g', openAsks: 2, capWeek: 2 }, { id: 'h', languages: ['en', 'fr'] }];
  const cases = await file({ id: 'c', text: '', site: 's9', city: 'c9', languages: ['en'], excluded: ['f'] });
  const [once, again] = [await rank(await file(...all), cases), await rank(await file(...all.toReversed()), cases)];
  expect(order(once.ranked[0]).sort()).toEqual(['a', 'h']);
  expect(once.ranked[0]?.rejected).toEqual([{ rule: 'excluded', count: 1 }, { rule: 'own-institution', count: 1 }, { rule: 'own-city', count: 1 }, { rule: 'no-common-language', count: 1 }, { rule: 'at-cap', count: 2 }]);
  expect(again.out).toBe(once.out);
});

test('lines that cannot be meant are named by number and skipped; odd ones are not', async () => {
  const people = await file('{"id": 1', '[]', { evidence: [] }, { id: 'a', evidence: 7 }, { id: 'b', evidence: [{ text: 'x', at: 'yesterday' }] }, { id: 'c', evidence: [{ text: 'کلسیم 漢字 🫀'.repeat(20_000) }] }, { id: 'c' }, '', { id: 'd', declared: ['cor.cto', 'no such field'], evidence: null });
  const { code, err, ranked } = await rank(people, await file('nonsense', { id: 'q', text: '', concepts: ['cor.cto', 'unknown.id'], at: '2024-02-30T10:00:00Z' }));
  expect(code).toBe(3);
  for (const line of [1, 2, 3, 4, 5, 7]) expect(err).toContain(`${people}, line ${line}:`);
  expect(err).toContain('line 1: this is no JSON');
  expect(ranked.length).toBeLessThanOrEqual(1);
});

test('a policy from a file changes what it names; a call that cannot be understood ends with 2', async () => {
  const [people, cases] = [await file({ id: 'a', lastActive: '2024-01-01' }, { id: 'b', evidence: [{ text: 'burr' }] }), await file({ id: 'c', text: 'burr', at: '2024-01-02' })];
  const policy = await file({ version: 'mine', weights: { evidence: 0 } });
  expect(order((await rank(people, cases, '--top', '1')).ranked[0])).toEqual(['b']);
  expect(order((await rank(people, cases, '--top', '1', '--policy', policy)).ranked[0])).toEqual(['a']);
  expect((await rank(people, cases, '--policy', await file({ weights: { fame: 3 } }))).code).toBe(2);
  expect((await rank(people, cases, '--top', '0')).code).toBe(2);
  expect((await rank(join(folder, 'nowhere'), cases)).code).toBe(2);
  expect((await tell(['rank'])).code).toBe(2);
});
