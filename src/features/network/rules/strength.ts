// How strong a tie is, from its grounds and their age. It orders paths and is shown nowhere, neither as a number nor as a count.
// Whole thousandths, so that the database (app.ground_strength) and this file give the same figure.

import type { TieKind } from './tie.ts';

export type Ground = {
  readonly kind: TieKind;
  /** The last year in which it was lived; null: still, or not said, and then the year of confirmation counts. */
  readonly toYear: number | null;
  readonly confirmedAt: Date;
};

const worth: Readonly<Record<TieKind, number>> = {
  mentor: 900, proctor: 850, 'trained-with': 800, operated: 800, 'co-managed': 650, 'co-author': 600, group: 350, congress: 300,
};

/** Tenths that are left after so many years. */
const left = (years: number): number => (years <= 2 ? 10 : years <= 5 ? 8 : years <= 10 ? 6 : years <= 20 ? 4 : 3);

/** 90 … 900. */
export const groundStrength = ({ kind, toYear, confirmedAt }: Ground, now: Date): number =>
  Math.floor((worth[kind] * left(now.getUTCFullYear() - (toYear ?? confirmedAt.getUTCFullYear()))) / 10);

const EACH_FURTHER = 50;
/** 90 … 1000: the strongest ground, and a little for each further one; 0 without any. */
export const strengthOf = (grounds: readonly Ground[], now: Date): number =>
  grounds.length === 0 ? 0 : Math.min(1000, Math.max(...grounds.map((one) => groundStrength(one, now))) + EACH_FURTHER * (grounds.length - 1));
