// The hard rules: who is left out before any score, and by which rule. Each is counted; the asker reads the counts, never the names.

import { isQuiet } from '#features/people/rules/quiet.ts';
import type { Asked, PersonFeatures } from './route-input.ts';

export const rules = [
  'unverified', 'already-asked', 'excluded', 'conflict', 'own-institution', 'own-city', 'could-recognise', 'no-common-language', 'on-leave', 'at-cap', 'quiet-hours',
] as const;
export type Rule = (typeof rules)[number];
export type LeftOut = readonly { readonly rule: Rule; readonly count: number }[];

/** The rule as the words select it: their keys have no hyphens. */
export const ruleKey = (rule: Rule): string => rule.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A cap counts as it was declared; who declared none has none. */
export const atCap = ({ openAsks, capOpen, askedThisWeek, capWeek }: PersonFeatures): boolean =>
  (capOpen !== null && openAsks >= capOpen) || (capWeek !== null && askedThisWeek >= capWeek);

const among = (place: string | null, ...others: readonly (string | null)[]): boolean => place !== null && others.includes(place);

/** The first hard rule that leaves someone out, or null. */
export const leftOutBy = (one: PersonFeatures, asked: Asked, now: number): Rule | null => {
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
  if (atCap(one)) return 'at-cap';
  if (one.quiet !== null && !asked.waits && !(asked.urgency === 'now' && one.allowsNow) && isQuiet(new Date(now), one.quiet.timeZone, one.quiet.from, one.quiet.to)) return 'quiet-hours';
  return null;
};
