// The weights, caps and waves of routing: one versioned value, an argument of the routing function. Why these figures: docs/decisions.

/** What a person's score is made of, in the order it is printed. */
export const features = ['evidence', 'focus', 'answers', 'activity', 'quality', 'tie', 'independence', 'room'] as const;
export type Feature = (typeof features)[number];
export type Pressure = 'now' | 'days' | 'weeks';

export type Policy = {
  readonly version: string;
  /** Points at value 1. Whole numbers, so that value × weight is exact. */
  readonly weights: Readonly<Record<Feature, number>>;
  /** Cold start: in a network of fewer people than `under` the declared focus leads. */
  readonly cold: { readonly under: number; readonly focus: number };
  /** A piece of evidence loses half of its worth in this many years. */
  readonly halfLifeYears: number;
  /** What a person's best pieces count, best first. Summing everything would send most asks to the few who write most. */
  readonly best: readonly number[];
  /** Share of concepts in a piece's score where the case has concepts; the rest is its words. */
  readonly conceptShare: number;
  /** Share of the best single field in the value of what is declared; the rest is the mean over all that is wanted. */
  readonly focusLead: number;
  /** Below both of these values nothing speaks for a person, and no wave holds them. */
  readonly fits: { readonly evidence: number; readonly focus: number };
  readonly bm25: { readonly k1: number; readonly b: number };
  /** Habit and recent activity are measured against the network's own pace: half-lives are the time in which it writes `pieces`, within bounds in days; `full` recent pieces are half of all that activity can be. */
  readonly pace: { readonly pieces: number; readonly leastDays: number; readonly mostDays: number; readonly full: number };
  /** How many asks or closed loops the network's mean counts for, when one person's are few. */
  readonly shrink: { readonly answers: number; readonly quality: number };
  /** One seat in this many explores; 0: none. Qualified is a fit of at least `fit` of the best one's. */
  readonly explore: { readonly oneIn: number; readonly fit: number };
  readonly waves: Readonly<Record<Pressure, readonly number[]>>;
  /** Where a person declared none. */
  readonly caps: { readonly open: number; readonly week: number };
  /** A hidden asker is warned when fewer sites than this could plausibly have asked. */
  readonly plausibleSites: number;
};

export const POLICY: Policy = {
  version: '1',
  weights: { evidence: 40, focus: 22, answers: 6, activity: 12, quality: 4, tie: 2, independence: 8, room: 6 },
  cold: { under: 100, focus: 40 },
  halfLifeYears: 4,
  best: [1, 0.5, 0.25],
  conceptShare: 0.7,
  focusLead: 0.6,
  fits: { evidence: 0.05, focus: 0.25 },
  bm25: { k1: 1.2, b: 0.75 },
  pace: { pieces: 50, leastDays: 1, mostDays: 60, full: 4 },
  shrink: { answers: 4, quality: 6 },
  explore: { oneIn: 5, fit: 0.3 },
  waves: { now: [5, 5], days: [3, 3], weeks: [3, 3, 3, 3] },
  caps: { open: 5, week: 3 },
  plausibleSites: 8,
};

/** The weights that hold in a network of `people`. */
export const weightsFor = (policy: Policy, people: number): Readonly<Record<Feature, number>> =>
  people < policy.cold.under ? { ...policy.weights, focus: policy.cold.focus } : policy.weights;

/** The urgency of a case as the waves and quiet hours read it. */
export const waveUrgency = (urgency: string | null): Pressure => (urgency === 'emergency' ? 'now' : urgency === 'urgent' ? 'days' : 'weeks');
