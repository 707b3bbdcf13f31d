// How well `./hamdel rank` finds those who answer, on questions and answers of a teaching forum, beside the baselines a search would give.
// Task (../shared/data/matching/SOURCES.md): rank users who answered before; gain 3 accepted, 2 score ≥ 3, else 1; evidence before the question only.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Network, readNetwork, termsOf } from '#features/routing/rules/evidence.ts';
import { POLICY, type Policy } from '#features/routing/rules/policy.ts';
import { rankIn } from '#features/routing/rules/ranking.ts';
import { aPerson, aQuestion, type PersonFeatures } from '#features/routing/rules/route-input.ts';
import { pieceWorth, questionOf } from '#features/routing/rules/score-evidence.ts';
import { type Figure, round } from './figure.ts';

const file = join(import.meta.dirname, '../../shared/data/matching/matheducators-se-dev.jsonl');
const TOP = 10;

type Post = { id: string; type: string; parent: string | null; acc: string | null; user: string | null; score: number; date: string; title: string; tags: string[] | null; text: string };
type Case = { text: string; at: number; gains: ReadonlyMap<string, number> };
type Order = (c: Case, network: Network) => string[];

const read = (): { people: PersonFeatures[]; cases: Case[] } => {
  const posts = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Post);
  const questions = new Map(posts.filter(({ type }) => type === '1').map((post) => [post.id, post]));
  const textOf = (q: Post): string => `${q.title} ${(q.tags ?? []).join(' ')} ${q.text}`;
  const evidence = new Map<string, PersonFeatures['evidence'][number][]>();
  const gains = new Map<string, Map<string, number>>();
  for (const { id, type, user, parent, score, date, text } of posts) {
    const question = questions.get(parent ?? '');
    if (type !== '2' || user === null || question === undefined) continue;
    const piece = { id, kind: 'opinion' as const, at: Date.parse(`${date}Z`), text: `${textOf(question)} ${text}`, concepts: [] };
    evidence.set(user, [...(evidence.get(user) ?? []), piece]);
    const here = gains.get(question.id) ?? new Map<string, number>();
    gains.set(question.id, here.set(user, Math.max(here.get(user) ?? 0, question.acc === id ? 3 : score >= 3 ? 2 : 1)));
  }
  const people = [...evidence].map(([id, pieces]) => aPerson({ id, evidence: pieces }));
  const cases = [...questions.values()].map((q): Case => {
    const at = Date.parse(`${q.date}Z`);
    const known = (user: string) => (evidence.get(user) ?? []).some((piece) => (piece.at ?? at) < at);
    return { text: textOf(q), at, gains: new Map([...(gains.get(q.id) ?? [])].filter(([user]) => known(user))) };
  });
  return { people, cases: cases.filter(({ gains: of }) => of.size > 0) };
};

const discounted = (gains: readonly number[]): number => gains.slice(0, TOP).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
const ndcg = (c: Case, order: readonly string[]): number => discounted(order.map((id) => c.gains.get(id) ?? 0)) / discounted([...c.gains.values()].sort((a, b) => b - a));
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Everybody who wrote before the case, by a worth of what they wrote. */
const by = (worth: (times: readonly number[], c: Case) => number): Order => (c, network) => network.known
  .map(({ person, pieces }) => ({ id: person.id, times: pieces.map(({ at }) => at).filter((at) => at < c.at) }))
  .filter(({ times }) => times.length > 0).map(({ id, times }) => ({ id, worth: worth(times, c) }))
  .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

const byText = (join: 'best' | 'profile'): Order => (c, network) => {
  const before = network.known.map(({ person, pieces }) => ({ person, pieces: pieces.filter(({ at }) => at < c.at) })).filter(({ pieces }) => pieces.length > 0);
  const here = join === 'best' ? network : readNetwork(before.map(({ person, pieces }) => ({ ...person, evidence: [{ id: '0', kind: 'opinion' as const, at: null, concepts: [], text: pieces.map(({ piece }) => piece.text).join('\n') }] })));
  const ofId = new Map(here.known.map((one) => [one.person.id, one]));
  const q = questionOf(aQuestion({ text: c.text }), here, here.at(c.at), { ...POLICY, halfLifeYears: 1e9 }, c.at);
  const worths = before.map(({ person }) => ({ id: person.id, worth: Math.max(0, ...(ofId.get(person.id)?.pieces ?? []).filter(({ at }) => at < c.at).map((piece) => pieceWorth(q, piece))) }));
  return worths.sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
};

const byRank = (policy: Policy): Order => (c, network) => rankIn(network, { asked: aQuestion({ text: c.text }), policy, now: c.at }, TOP).ranking.map(({ person }) => person);

export const matching = async (): Promise<Figure[]> => {
  if (!existsSync(file)) { process.stderr.write('matching: skipped, ../shared/data/matching is not here.\n'); return []; }
  const { people, cases } = read();
  const network = readNetwork(people);
  const of = (order: Order): number => round(mean(cases.map((c) => ndcg(c, order(c, network)))));
  const baselines: Record<string, number> = {
    'popularity (answers so far)': of(by((times) => times.length)),
    'recent activity (latest answer first)': of(by((times) => Math.max(...times))),
    'recent activity (answers, fading by half in a day)': of(by((times, c) => times.reduce((sum, at) => sum + 0.5 ** ((c.at - at) / 86_400_000), 0))),
    'BM25, best text': of(byText('best')),
    'BM25, profile concatenation': of(byText('profile')),
  };
  const note = `${cases.length} questions, ${people.length} people, ${people.flatMap(({ evidence }) => evidence).reduce((sum, { text }) => sum + termsOf(text).length, 0)} words`;
  const rank = of(byRank(POLICY));
  const weights = { ...POLICY.weights, activity: 0, answers: 0 };
  const still = of(byRank({ ...POLICY, version: 'no activity', weights }));
  return [
    ...Object.entries(baselines).map(([name, value]): Figure => ({ name: `nDCG@10, ${name}`, unit: 'nDCG', value })),
    ...['popularity (answers so far)', 'BM25, best text'].map((name): Figure => ({
      name: `nDCG@10, rank, against ${name}`, unit: 'nDCG', value: rank, beside: { name, value: baselines[name] as number }, ratio: round(rank / (baselines[name] as number)), bar: { at: 1.1, is: 'at least', of: 'ratio' }, note,
    })),
    { name: 'nDCG@10, rank without activity and habits', unit: 'nDCG', value: still, beside: { name: 'BM25, best text', value: baselines['BM25, best text'] as number }, ratio: round(still / (baselines['BM25, best text'] as number)), note },
  ];
};
