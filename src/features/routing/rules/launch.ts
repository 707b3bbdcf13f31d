// Whether a node lives: networks without a first case die silently. What a new one needs on its way to twenty cases, and the warning when nothing comes.

import { DAY_MS } from '#kernel/clock.ts';

export type LaunchFacts = {
  readonly experts: number; readonly cities: number; readonly coordinators: number;
  readonly cases: number; readonly askers: number; readonly opinions: number; readonly outcomes: number;
  /** ISO; null: never a case. */
  readonly lastCase: string | null;
};
export const LAUNCH_CASES = 20;
/** So many days without a case, and the coordinator is told that the node may be stillborn. */
export const STILL_DAYS = 14;

export const launchSteps = ['experts', 'cities', 'coordinators', 'rota', 'firstCase', 'askers', 'opinions', 'outcome', 'cases'] as const;
export type LaunchStep = (typeof launchSteps)[number];
export type LaunchLine = { readonly step: LaunchStep; readonly have: number; readonly want: number };

/** What is reached and what is wanted; done where `have` is no less. `covered`: share of the coming week with somebody on call, in percent. */
export const launchLines = (f: LaunchFacts, covered: number): LaunchLine[] => {
  const wanted: Record<LaunchStep, readonly [have: number, want: number]> = {
    experts: [f.experts, 12], cities: [f.cities, 4], coordinators: [f.coordinators, 2], rota: [covered, 90], firstCase: [f.cases, 1], askers: [f.askers, 5], opinions: [f.opinions, 10], outcome: [f.outcomes, 1], cases: [f.cases, LAUNCH_CASES],
  };
  return launchSteps.map((step) => ({ step, have: Math.min(...wanted[step]), want: wanted[step][1] }));
};

/** Days since the last case where they are too many; null where the node lives. A node without any case counts from nothing: the list says what to do. */
export const stillFor = (f: LaunchFacts, now: Date): number | null => {
  if (f.lastCase === null) return null;
  const days = Math.floor((now.getTime() - new Date(f.lastCase).getTime()) / DAY_MS);
  return days >= STILL_DAYS ? days : null;
};
