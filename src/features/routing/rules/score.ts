// A person's score for a case. Every value is a multiple of 1/4096 and every weight a whole number, so that the parts sum to the score exactly, as printed.

import type { Figures, Known } from './evidence.ts';
import { type Feature, features, type Policy, weightsFor } from './policy.ts';
import type { Asked, Focus, PersonFeatures } from './route-input.ts';
import { activityHalf, counts, distinct, evidenceOf, nearness, type Question } from './score-evidence.ts';

export type Part = { readonly feature: Feature; readonly value: number; readonly weight: number; readonly points: number };
export type Values = Readonly<Record<Feature, number>>;

const STEP = 4096;
export const exact = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * STEP) / STEP;

const levels = { learning: 0.35, independent: 0.7, reference: 0.85 } as const;
/** Declared level, and up to 0.15 for cases a year: half of it at 50. */
export const levelOf = ({ level, casesPerYear }: Focus): number => levels[level] + 0.15 * ((casesPerYear ?? 0) / ((casesPerYear ?? 0) + 50));

/** A declared field beside a wanted concept, `weight` the wanted one's. */
type Fit = { readonly focus: Focus; readonly near: number; readonly weight: number };
/** What someone declared, by its distance to each wanted concept: how well the best single one fits, and how well all do. A specialist of one is not drowned by a generalist of all. */
export const focusOf = (asked: Asked, person: PersonFeatures, { focusLead: lead }: Policy): { value: number; fits: readonly Fit[] } => {
  const wanted = distinct(asked.concepts);
  const heaviest = wanted[0]?.weight ?? 1;
  let [sum, whole, single] = [0, 0, 0];
  const fits: Fit[] = [];
  for (const { id, weight } of wanted) {
    whole += weight;
    let best = 0;
    let fit: Fit | null = null;
    for (const focus of person.focus) {
      const near = nearness(focus.concept, id);
      const worth = near * levelOf(focus);
      if (worth > best || (worth === best && fit !== null && focus.concept < fit.focus.concept)) { best = worth; fit = { focus, near, weight }; }
    }
    sum += weight * best;
    single = Math.max(single, (weight / heaviest) * best);
    if (fit !== null) fits.push(fit);
  }
  return { value: whole > 0 ? lead * single + ((1 - lead) * sum) / whole : 0, fits };
};

/** How often they were in time, the network's mean counting for a few asks; without asks, how much they wrote so far against the mean. */
const answersOf = ({ person, pieces }: Known, figures: Figures, policy: Policy, now: number): number => {
  const m = policy.shrink.answers;
  if (person.answers !== null) return (person.answers.inTime + m * figures.meanInTime) / (person.answers.asked + m);
  let n = 0;
  for (const piece of pieces) { if (!counts({ now }, piece)) break; n++; }
  return n === 0 ? 0 : n / (n + m * figures.meanPieces);
};

const activityOf = ({ person, pieces }: Known, half: number, { pace: { full } }: Policy, now: number): number => {
  let sum = person.lastActive !== null && person.lastActive <= now ? 0.5 ** ((now - person.lastActive) / half) : 0;
  for (const piece of pieces) {
    if (!counts({ now }, piece)) break;
    if (piece.at !== Number.NEGATIVE_INFINITY) sum += 0.5 ** ((now - piece.at) / half);
  }
  return sum / (sum + full);
};

const qualityOf = ({ person: { loops } }: Known, figures: Figures, policy: Policy): number => {
  const m = policy.shrink.quality;
  return ((loops?.fitted ?? 0) + m * figures.meanFitted) / ((loops?.closed ?? 0) + m);
};

const roomOf = (one: PersonFeatures, policy: Policy): number => {
  const [open, week] = [one.capOpen ?? policy.caps.open, one.capWeek ?? policy.caps.week];
  return 1 - (Math.min(1, open > 0 ? one.openAsks / open : 1) + Math.min(1, week > 0 ? one.askedThisWeek / week : 1)) / 2;
};

/** How unlike someone already picked: another place, other circles. */
export const independence = (one: PersonFeatures, picked: readonly PersonFeatures[]): number => {
  let least = 1;
  for (const other of picked) {
    const shared = one.circles.filter((circle) => other.circles.includes(circle)).length;
    const alike = one.site !== null && one.site === other.site ? 1 : Math.min(0.9, (one.city !== null && one.city === other.city ? 0.5 : 0) + 0.3 * shared);
    least = Math.min(least, 1 - alike);
  }
  return least;
};

type Still = Pick<Values, 'answers' | 'activity' | 'quality' | 'room'>;
/** What does not hang on the case. */
const stillOf = (known: Known, figures: Figures, policy: Policy, now: number, half: number): Still => ({
  answers: exact(answersOf(known, figures, policy, now)),
  activity: exact(activityOf(known, half, policy, now)),
  quality: exact(qualityOf(known, figures, policy)),
  room: exact(roomOf(known.person, policy)),
});

/** The most points that the case leaves untouched. */
export const standing = (known: Known, figures: Figures, policy: Policy, now: number): number => {
  const weights = weightsFor(policy, figures.people);
  const still = stillOf(known, figures, policy, now, activityHalf(figures, policy));
  return still.answers * weights.answers + still.activity * weights.activity + still.quality * weights.quality + still.room * weights.room + exact(known.person.tie) * weights.tie + weights.independence;
};

/** Everything but independence, which depends on who was picked before. */
export const valuesOf = (known: Known, asked: Asked, q: Question): Values => ({
  evidence: exact(evidenceOf(q, known).value),
  focus: exact(focusOf(asked, known.person, q.policy).value),
  ...stillOf(known, q.figures, q.policy, q.now, q.half),
  tie: asked.hidden ? 0 : exact(known.person.tie),
  independence: 1,
});

export const partsOf = (values: Values, weights: Readonly<Record<Feature, number>>): Part[] =>
  features.map((feature) => ({ feature, value: values[feature], weight: weights[feature], points: values[feature] * weights[feature] }));

export const scoreOf = (values: Values, weights: Readonly<Record<Feature, number>>): number => features.reduce((sum, feature) => sum + values[feature] * weights[feature], 0);
