// How much a piece of evidence says of a case: shared concepts and shared words, each worth more the rarer it is, fading with age.

import { concepts } from 'language';
import type { Figures, Known, Network, ReadPiece } from './evidence.ts';
import { termsOf } from './evidence.ts';
import type { Policy } from './policy.ts';
import type { Asked, WeightedConcept } from './route-input.ts';

export const YEAR_MS = 365.25 * 86_400_000;
const leastKinship = 0.25;

/** Nearness of what someone has done to what is wanted: 1 the same, ¾ a special form of it, halved for each level above it; the root joins everything and says nothing. */
export const nearness = (have: string, wanted: string): number =>
  have === wanted ? 1 : concepts.term(have)?.parent === null ? 0 : concepts.ancestors(have).includes(wanted) ? 0.75 : concepts.kinship(wanted, have);

/** A case as the evidence is measured against it. `ofTerm` holds the worth of each word of the network's book, 0 for words not asked. */
export type Question = {
  readonly ofTerm: Float64Array; readonly terms: readonly number[]; readonly wordsTotal: number;
  readonly ofConcept: ReadonlyMap<string, { readonly worth: number; readonly wanted: string }>; readonly conceptsTotal: number;
  readonly conceptShare: number; readonly figures: Figures; readonly now: number; readonly policy: Policy;
  /** The half-life of activity at this moment. */
  readonly half: number;
};

/** The half-life of activity: the network's own pace, within bounds. */
export const activityHalf = (figures: Figures, { pace: { pieces, leastDays, mostDays } }: Policy): number =>
  Math.min(mostDays * 86_400_000, Math.max(leastDays * 86_400_000, figures.span(pieces) ?? 0));

const rarity = (n: number, all: number): number => Math.log(1 + (all - n + 0.5) / (n + 0.5));
const near = new Map<string, readonly { id: string; by: number }[]>();
/** Every concept of the taxonomy near enough to one that is wanted. The root joins everything and says nothing. */
const around = (wanted: string): readonly { id: string; by: number }[] => {
  let found = near.get(wanted);
  if (found === undefined) {
    found = [{ id: wanted, by: 1 }, ...concepts.terms.flatMap(({ id, parent }) => {
      const by = id === wanted || parent === null ? 0 : nearness(id, wanted);
      return by >= leastKinship ? [{ id, by }] : [];
    })];
    near.set(wanted, found);
  }
  return found;
};

export const distinct = (wanted: readonly WeightedConcept[]): WeightedConcept[] => {
  const best = new Map<string, number>();
  for (const { id, weight } of wanted) if (weight > 0) best.set(id, Math.max(weight, best.get(id) ?? 0));
  return [...best].map(([id, weight]) => ({ id, weight })).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
};

const conceptWorths = (wanted: readonly WeightedConcept[], figures: Figures) => {
  const ofConcept = new Map<string, { worth: number; wanted: string }>();
  let total = 0;
  for (const { id, weight } of wanted) {
    const worth = weight * rarity(figures.withConcept(id), figures.pieces);
    total += worth;
    for (const { id: other, by } of around(id)) {
      const here = worth * by;
      if (here > (ofConcept.get(other)?.worth ?? 0)) ofConcept.set(other, { worth: here, wanted: id });
    }
  }
  return { ofConcept, total };
};

export const questionOf = (asked: Asked, network: Pick<Network, 'termOf'>, figures: Figures, policy: Policy, now: number): Question => {
  const ofTerm = new Float64Array(network.termOf.size);
  const terms: number[] = [];
  let wordsTotal = 0;
  const counts = new Map<string, number>();
  for (const word of termsOf(asked.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of [...counts.keys()].sort()) {
    const worth = rarity(figures.withWord(word), figures.pieces) * (1 + Math.log(counts.get(word) as number));
    wordsTotal += worth;
    const term = network.termOf.get(word);
    if (term !== undefined) { ofTerm[term] = worth; terms.push(term); }
  }
  const wanted = distinct(asked.concepts);
  const { ofConcept, total } = conceptWorths(wanted, figures);
  return { ofTerm, terms, wordsTotal, ofConcept, conceptsTotal: total, conceptShare: total > 0 ? (wordsTotal > 0 ? policy.conceptShare : 1) : 0, figures, now, policy, half: activityHalf(figures, policy) };
};

const wordsIn = (q: Question, { terms, counts, length }: ReadPiece): number => {
  if (q.wordsTotal === 0) return 0;
  const { k1, b } = q.policy.bm25;
  const norm = k1 * (1 - b + (b * length) / Math.max(1, q.figures.meanLength));
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const worth = q.ofTerm[terms[i] as number] as number;
    if (worth > 0) { const n = counts[i] as number; sum += (worth * n) / (n + norm); }
  }
  return sum / q.wordsTotal;
};

const conceptsIn = (q: Question, { piece }: ReadPiece): number => {
  if (q.conceptsTotal === 0) return 0;
  const covered = new Map<string, number>();
  for (const { id, weight } of piece.concepts) {
    const found = q.ofConcept.get(id);
    if (found !== undefined) covered.set(found.wanted, Math.max(covered.get(found.wanted) ?? 0, found.worth * Math.min(1, weight)));
  }
  return [...covered.values()].sort((a, b) => a - b).reduce((sum, one) => sum + one, 0) / q.conceptsTotal;
};

/** 0 … 1 before age. */
export const pieceWorth = (q: Question, piece: ReadPiece): number => {
  const fades = piece.at === Number.NEGATIVE_INFINITY ? 1 : 0.5 ** (Math.max(0, q.now - piece.at) / (q.policy.halfLifeYears * YEAR_MS));
  const bare = q.conceptShare === 0 ? wordsIn(q, piece) : q.conceptShare * conceptsIn(q, piece) + (1 - q.conceptShare) * wordsIn(q, piece);
  return bare * fades;
};

/** Undated, or dated before the case. */
export const counts = (q: { readonly now: number }, piece: ReadPiece): boolean => piece.at < q.now;

/** The best pieces of one person, best first, and what they come to together: 0 … 1. */
export const evidenceOf = (q: Question, { pieces }: Known): { value: number; best: readonly { piece: ReadPiece; worth: number }[] } => {
  const best: { piece: ReadPiece; worth: number }[] = [];
  const seats = q.policy.best.length;
  for (const piece of pieces) {
    if (!counts(q, piece)) break;
    const worth = pieceWorth(q, piece);
    if (worth <= 0 || (best.length === seats && worth <= (best[seats - 1] as { worth: number }).worth)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as { worth: number }).worth < worth) at--;
    best.splice(at, 0, { piece, worth });
    if (best.length > seats) best.pop();
  }
  const [all, value] = q.policy.best.reduce(([whole, sum], share, i) => [whole + share, sum + share * (best[i]?.worth ?? 0)], [0, 0]);
  return { value: all > 0 ? value / all : 0, best };
};
