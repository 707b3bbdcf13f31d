import type { Locale } from '#kernel/locale.ts';
import { named } from '#web/context.tsx';
import type { PersonLine } from '#features/people/rules/present.ts';
import * as say from '#words/routing.ts';
import type { WhyView } from '../rules/present.ts';
import type { Rule } from '../rules/suggest.ts';
import * as frame from '#words/web.ts';
import type { Seat } from '../rules/limits.ts';

const seatWords: Readonly<Record<Seat, (l: Locale) => string>> = { operator: say.seatOperator, surgeon: say.seatSurgeon, imager: say.seatImager, intensivist: say.seatIntensivist, clinician: say.seatClinician };
export const seatWord = (l: Locale, seat: Seat): string => seatWords[seat](l);

const word = (l: Locale, { key, term, n }: WhyView): string =>
  key === 'topic' ? say.whyTopic(l, { term: term[l] }) : key === 'parent-topic' ? say.whyParentTopic(l, { term: term[l] }) : key === 'volume' ? say.whyVolume(l, { n }) : say.whyReference(l);

/** Why someone is suggested, told to the asker: one line for each field of theirs. */
export const whyLines = (l: Locale, reasons: readonly WhyView[]): readonly string[] => {
  const fields = [...new Set(reasons.map(({ term }) => term.en))];
  return fields.map((field) => reasons.filter(({ term }) => term.en === field).map((reason) => word(l, reason)).join(' · '));
};

const rules: Readonly<Record<Rule, (l: Locale, p: { n: number }) => string>> = {
  unverified: say.whyUnverified, 'already-asked': say.whyAlreadyAsked, conflict: say.whyConflict, 'own-institution': say.whyOwnInstitution, 'own-city': say.whyOwnCity,
  'no-common-language': say.whyNoCommonLanguage, 'on-leave': say.whyOnLeave, 'at-cap': say.whyAtCap,
};
/** How many each rule left out: counts, never names. */
export const passedWords = (l: Locale, leftOut: Partial<Record<Rule, number>>): readonly string[] =>
  (Object.keys(rules) as Rule[]).flatMap((rule) => { const n = leftOut[rule] ?? 0; return n > 0 ? [rules[rule](l, { n })] : []; });

/** "Karun Heart Centre, Ahvaz". */
export const placeText = (l: Locale, p: PersonLine): string =>
  [named(l, { nameEn: p.institutionEn, nameFa: p.institutionFa }), named(l, { nameEn: p.cityEn, nameFa: p.cityFa })].filter(Boolean).join(frame.comma(l));
