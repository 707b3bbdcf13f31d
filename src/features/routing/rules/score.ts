// A person's score for a case. Every value is a multiple of 1/4096 and every weight a whole number, so that the parts sum to the score exactly, as printed.

import type { Figures, Known } from './evidence.ts';
import { type Feature, features, type Policy } from './policy.ts';
import type { Asked, Focus, PersonFeatures } from './route-input.ts';
import { counts, distinct, evidenceOf, nearness, type Question } from './score-evidence.ts';

export type Part = { readonly feature: Feature; readonly value: number; readonly weight: number; readonly points: number };
export type Values = Readonly<Record<Feature, number>>;

const STEP = 4096;
export const exact = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * STEP) / STEP;

const levels = { learning: 0.35, independent: 0.7, reference: 0.85 } as const;
/** Declared level, and up to 0.15 for cases a year: half of it at 50. */
const levelOf = ({ level, casesPerYear }: Focus): number => levels[level] + 0.15 * ((casesPerYear ?? 0) / ((casesPerYear ?? 0) + 50));

/** What someone declared, by its distance to each wanted concept: the weighted mean of the best fits. */
export const focusOf = (asked: Asked, person: PersonFeatures): { value: number; fits: readonly { wanted: string; focus: Focus; near: number }[] } => {
  let [sum, whole] = [0, 0];
  const fits: { wanted: string; focus: Focus; near: number }[] = [];
  for (const { id, weight } of distinct(asked.concepts)) {
    whole += weight;
    let best = 0;
    let fit: { wanted: string; focus: Focus; near: number } | null = null;
    for (const focus of person.focus) {
      const near = nearness(focus.concept, id);
      const worth = near * levelOf(focus);
      if (worth > best || (worth === best && fit !== null && focus.concept < fit.focus.concept)) { best = worth; fit = { wanted: id, focus, near }; }
    }
    sum += weight * best;
    if (fit !== null) fits.push(fit);
  }
  return { value: whole > 0 ? sum / whole : 0, fits };
};

/** How often they were in time, the network's mean counting for a few asks; without asks, how much they wrote so far against the mean. */
const answersOf = ({ person, pieces }: Known, figures: Figures, policy: Policy, now: number): number => {
  const m = policy.shrink.answers;
  if (person.answers !== null) return (person.answers.inTime + m * figures.meanInTime) / (person.answers.asked + m);
  let n = 0;
  for (const piece of pieces) { if (!counts({ now }, piece)) break; n++; }
  return n === 0 ? 0 : n / (n + m * figures.meanPieces);
};

const activityOf = ({ person, pieces }: Known, figures: Figures, policy: Policy, now: number): number => {
  const { pieces: pace, leastDays, mostDays } = policy.pace;
  const half = Math.min(mostDays * 86_400_000, Math.max(leastDays * 86_400_000, figures.span(pace) ?? 0));
  let sum = person.lastActive !== null && person.lastActive <= now ? 0.5 ** ((now - person.lastActive) / half) : 0;
  for (const piece of pieces) {
    if (!counts({ now }, piece)) break;
    if (piece.at !== Number.NEGATIVE_INFINITY) sum += 0.5 ** ((now - piece.at) / half);
  }
  return sum / (sum + 2);
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

/** Everything but independence, which depends on who was picked before. */
export const valuesOf = (known: Known, asked: Asked, q: Question): Values => ({
  evidence: exact(evidenceOf(q, known).value),
  focus: exact(focusOf(asked, known.person).value),
  answers: exact(answersOf(known, q.figures, q.policy, q.now)),
  activity: exact(activityOf(known, q.figures, q.policy, q.now)),
  quality: exact(qualityOf(known, q.figures, q.policy)),
  tie: asked.hidden ? 0 : exact(known.person.tie),
  independence: 1,
  room: exact(roomOf(known.person, q.policy)),
});

export const partsOf = (values: Values, weights: Readonly<Record<Feature, number>>): Part[] =>
  features.map((feature) => ({ feature, value: values[feature], weight: weights[feature], points: values[feature] * weights[feature] }));

export const scoreOf = (values: Values, weights: Readonly<Record<Feature, number>>): number => features.reduce((sum, feature) => sum + values[feature] * weights[feature], 0);
