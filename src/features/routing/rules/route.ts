// Whom a case goes to: a pure function of the case, the people, the policy, the time and a seed. The same input in any order gives the same bytes.

import { concepts } from 'language';
import { type Figures, type Known, type Network, readNetwork } from './evidence.ts';
import { explorer } from './explore.ts';
import { type Policy, weightsFor } from './policy.ts';
import { asRanked, type Ranked, rankScored, type Scored, scoreAll, screen } from './ranking.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import type { Asked, RouteInput, WeightedConcept } from './route-input.ts';
import type { LeftOut } from './route-rules.ts';
import { scoreOf, valuesOf } from './score.ts';
import { distinct, questionOf } from './score-evidence.ts';

export type Picked = Ranked & { readonly reasons: readonly Reason[]; readonly explores?: true };
export type Wave = { readonly people: readonly Picked[] };
export type Routed = {
  readonly waves: readonly Wave[];
  /** Who comes next, for seats given back. */
  readonly reserve: readonly Picked[];
  readonly leftOut: LeftOut;
  /** People of the network, those no rule left out, those of them whom something speaks for, and how many opinions are wanted. */
  readonly coverage: { readonly people: number; readonly eligible: number; readonly fitting: number; readonly wanted: number };
  readonly policyVersion: string;
  /** Too few fitted: the fields next to the asked ones were taken too. `found` may be 0: then nobody fits, and this says so. */
  readonly widened?: { readonly concepts: readonly string[]; readonly found: number };
};

const RESERVE = 12;
const fits = ({ values }: Scored, { fits: least }: Policy): boolean => values.evidence >= least.evidence || values.focus >= least.focus;

/** The fields that stand beside the asked ones under the same parent, at half weight. */
const widen = (wanted: readonly WeightedConcept[]): WeightedConcept[] => {
  const here = new Set(wanted.map(({ id }) => id));
  return wanted.flatMap(({ id, weight }) => {
    const parent = concepts.term(id)?.parent;
    if (!parent) return [];
    return [parent, ...concepts.terms.filter((term) => term.parent === parent).map((term) => term.id)].filter((other) => !here.has(other) && concepts.term(other)?.parent).map((other) => ({ id: other, weight: weight / 2 }));
  });
};

const inWaves = (people: readonly Picked[], sizes: readonly number[]): Wave[] => {
  let from = 0;
  return sizes.flatMap((size) => { const wave = people.slice(from, from + size); from += size; return wave.length > 0 ? [{ people: wave }] : []; });
};

export const routeIn = (network: Network, input: Omit<RouteInput, 'people'> & { readonly figures?: Figures }): Routed => {
  const { asked, policy, now, seed, wanted, seated: before = 0, figures = network.at(now) } = input;
  const { eligible, leftOut } = screen(network.known, asked, now);
  const weights = weightsFor(policy, figures.people);
  const sizes = policy.waves[asked.urgency];
  const seats = sizes.reduce((sum, n) => sum + n, 0);
  const fitsOf = (question: Asked, among: readonly Known[]) => {
    const q = questionOf(question, network, figures, policy, now);
    const fitting = scoreAll(among, question, q, weights).filter((one) => fits(one, policy));
    return { q, fitting, why: ({ known, values }: Scored): Reason[] => reasonsOf(known, question, q, values) };
  };

  const near = fitsOf(asked, eligible);
  const few = near.fitting.length < Math.min(wanted, sizes[0] ?? wanted);
  // Whoever fits the question itself comes first; the fields beside it only fill what is left.
  const beside = few ? fitsOf({ ...asked, concepts: widen(asked.concepts) }, eligible.filter((one) => !near.fitting.some(({ known }) => known === one))) : null;
  const seated: Picked[] = explorer(policy, seed)(near.fitting, rankScored(near.fitting, weights, seats + RESERVE), seats + RESERVE, before)
    .map(({ one, explores }) => ({ ...asRanked(one, weights), reasons: [...near.why(one), ...(explores ? [{ key: 'explores' as const }] : [])], ...(explores ? { explores: true as const } : {}) }));
  // They come in the order in which they fit the wider question; their score is still what they are worth to the one that was asked.
  const wider: Picked[] = beside === null ? [] : rankScored(beside.fitting, weights, seats + RESERVE - seated.length).map((one) => {
    const values = { ...valuesOf(one.known, asked, near.q), independence: one.values.independence };
    return { ...asRanked({ known: one.known, values, score: scoreOf(values, weights) }, weights), reasons: [{ key: 'widened' as const }, ...beside.why(one)] };
  });
  const inLine = [...seated, ...wider];
  return {
    waves: inWaves(inLine, sizes), reserve: inLine.slice(seats), leftOut,
    coverage: { people: figures.people, eligible: eligible.length, fitting: near.fitting.length, wanted }, policyVersion: policy.version,
    ...(beside === null ? {} : { widened: { concepts: distinct(widen(asked.concepts)).map(({ id }) => id).sort(), found: beside.fitting.length } }),
  };
};

export const route = (input: RouteInput): Routed => routeIn(readNetwork(input.people), input);
