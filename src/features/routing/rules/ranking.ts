// From all people to an order of the best: who may be asked at all, what each scores, and each next one independent of those before.

import type { Figures, Known, Network } from './evidence.ts';
import { type Feature, type Policy, weightsFor } from './policy.ts';
import type { Asked } from './route-input.ts';
import { type LeftOut, leftOutBy, type Rule, rules } from './route-rules.ts';
import { exact, independence, type Part, partsOf, scoreOf, type Values, valuesOf } from './score.ts';
import { type Question, questionOf } from './score-evidence.ts';

export type Ranked = { readonly person: string; readonly score: number; readonly parts: readonly Part[] };
export type Weights = Readonly<Record<Feature, number>>;
/** One who may be asked, with values and score. */
export type Scored = { readonly known: Known; readonly values: Values; readonly score: number };

const better = (a: Scored, b: Scored): number => b.score - a.score || (a.known.person.id < b.known.person.id ? -1 : 1);

export type Screened = { readonly eligible: readonly Known[]; readonly leftOut: LeftOut };
export const screen = (known: readonly Known[], asked: Asked, now: number): Screened => {
  const count = new Map<Rule, number>();
  const eligible = known.filter(({ person }) => {
    const rule = leftOutBy(person, asked, now);
    if (rule !== null) count.set(rule, (count.get(rule) ?? 0) + 1);
    return rule === null;
  });
  return { eligible, leftOut: rules.flatMap((rule) => { const n = count.get(rule) ?? 0; return n > 0 ? [{ rule, count: n }] : []; }) };
};

/** What is left of a score beside those already picked. */
const beside = (one: Scored, picked: readonly Scored[], weights: Weights): Scored => {
  const value = exact(independence(one.known.person, picked.map(({ known }) => known.person)));
  if (value === 1) return one;
  const values = { ...one.values, independence: value };
  return { ...one, values, score: scoreOf(values, weights) };
};

/** The best `most`, each independent of those before. A score only falls as places and circles repeat, so each look ends where the bare score is no longer enough. */
export const rankScored = (scored: readonly Scored[], weights: Weights, most: number): Scored[] => {
  const rest = [...scored].sort(better);
  const picked: Scored[] = [];
  while (picked.length < most && rest.length > 0) {
    let [best, at] = [beside(rest[0] as Scored, picked, weights), 0];
    for (let i = 1; i < rest.length && better(rest[i] as Scored, best) < 0; i++) {
      const one = beside(rest[i] as Scored, picked, weights);
      if (better(one, best) < 0) [best, at] = [one, i];
    }
    picked.push(best);
    rest.splice(at, 1);
  }
  return picked;
};

export const scoreAll = (eligible: readonly Known[], asked: Asked, q: Question, weights: Weights): Scored[] =>
  eligible.map((known) => { const values = valuesOf(known, asked, q); return { known, values, score: scoreOf(values, weights) }; });

export const asRanked = ({ known, values, score }: Scored, weights: Weights): Ranked => ({ person: known.person.id, score, parts: partsOf(values, weights) });

export type RankInput = { readonly asked: Asked; readonly policy: Policy; readonly now: number; readonly figures?: Figures };
/** The order of all whom no rule leaves out, fitting or not: what waves are seated from, and what `./hamdel rank` prints. */
export const rankIn = (network: Network, { asked, policy, now, figures = network.at(now) }: RankInput, most: number): { ranking: Ranked[]; leftOut: LeftOut } => {
  const { eligible, leftOut } = screen(network.known, asked, now);
  const weights = weightsFor(policy, figures.people);
  const q = questionOf(asked, network, figures, policy, now);
  return { ranking: rankScored(scoreAll(eligible, asked, q, weights), weights, most).map((one) => asRanked(one, weights)), leftOut };
};
