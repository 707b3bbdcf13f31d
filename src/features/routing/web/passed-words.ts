// How many each rule left out, in words.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/routing.ts';
import type { Rule } from '../rules/route-rules.ts';

const rules: Readonly<Record<Rule, (l: Locale, p: { n: number }) => string>> = {
  unverified: say.whyUnverified, 'already-asked': say.whyAlreadyAsked, excluded: say.whyExcluded, conflict: say.whyConflict, 'own-institution': say.whyOwnInstitution, 'own-city': say.whyOwnCity,
  'could-recognise': say.whyCouldRecognise, 'no-common-language': say.whyNoCommonLanguage, 'on-leave': say.whyOnLeave, 'at-cap': say.whyAtCap, 'quiet-hours': say.whyQuietHours,
};
/** How many each rule left out: counts, never names. */
export const passedWords = (l: Locale, leftOut: Partial<Record<Rule, number>>): readonly string[] =>
  (Object.keys(rules) as Rule[]).flatMap((rule) => { const n = leftOut[rule] ?? 0; return n > 0 ? [rules[rule](l, { n })] : []; });
