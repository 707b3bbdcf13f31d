// The hard rules: who is left out before any score, and by which rule. Each is counted; the asker reads the counts, never the names.

import type { Policy } from './policy.ts';
import type { Asked, PersonFeatures, QuietHours } from './route-input.ts';

export const rules = [
  'unverified', 'already-asked', 'excluded', 'conflict', 'own-institution', 'own-city', 'could-recognise', 'no-common-language', 'on-leave', 'at-cap', 'quiet-hours',
] as const;
export type Rule = (typeof rules)[number];
export type LeftOut = readonly { readonly rule: Rule; readonly count: number }[];

/** The rule as the words select it: their keys have no hyphens. */
export const ruleKey = (rule: Rule): string => rule.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const clocks = new Map<string, Intl.DateTimeFormat | null>();
const clockOf = (timeZone: string): Intl.DateTimeFormat | null => {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    try { clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }); } catch { clock = null; }
    clocks.set(timeZone, clock);
  }
  return clock;
};
/** Minutes since local midnight. An unknown zone reads as UTC. */
export const localMinutes = (at: number, timeZone: string): number => {
  const [h, m] = (clockOf(timeZone) ?? (clockOf('UTC') as Intl.DateTimeFormat)).format(at).split(':').map(Number) as [number, number];
  return h * 60 + m;
};
export const isQuiet = ({ from, to, timeZone }: QuietHours, at: number): boolean => {
  const minute = localMinutes(at, timeZone);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
};

/** Open asks are asks of this week at least where nothing else is known, so they count for both caps. */
export const atCap = (one: PersonFeatures, policy: Policy): boolean =>
  one.openAsks >= (one.capOpen ?? policy.caps.open) || Math.max(one.askedThisWeek, one.capWeek === null ? 0 : one.openAsks) >= (one.capWeek ?? policy.caps.week);

const among = (place: string | null, ...others: readonly (string | null)[]): boolean => place !== null && others.includes(place);

/** The first hard rule that leaves someone out, or null. */
export const leftOutBy = (one: PersonFeatures, asked: Asked, policy: Policy, now: number): Rule | null => {
  if (!one.verified) return 'unverified';
  if (one.alreadyAsked) return 'already-asked';
  if (asked.excluded.includes(one.id)) return 'excluded';
  if (one.conflict) return 'conflict';
  // A hidden asker's own place stays left out whatever was allowed, with whoever works there besides; one rule, so that no count tells which.
  if (asked.hidden && [one.site, one.city, ...one.knowsPlaces].some((place) => among(place, asked.site, asked.city, asked.patientSite, asked.patientCity))) return 'could-recognise';
  if (!asked.allowOwnSite && among(one.site, asked.site, asked.patientSite)) return 'own-institution';
  if (!asked.allowOwnCity && among(one.city, asked.city, asked.patientCity)) return 'own-city';
  if (asked.languages.length > 0 && one.languages.length > 0 && !one.languages.some((l) => asked.languages.includes(l))) return 'no-common-language';
  if (one.onLeave) return 'on-leave';
  if (atCap(one, policy)) return 'at-cap';
  if (one.quiet !== null && !(asked.urgency === 'now' && one.allowsNow) && isQuiet(one.quiet, now)) return 'quiet-hours';
  return null;
};
