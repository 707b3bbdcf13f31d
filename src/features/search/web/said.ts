// Which sentence stands for a kind, a part and an outcome.

import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/search.ts';
import type { CaseLine } from '../rules/case-line.ts';
import type { Hit, HitLine } from '../rules/hit.ts';

type Word = (l: Locale) => string;
const pick = (of: Readonly<Record<string, Word>>, key: string, l: Locale): string => of[key]?.(l) ?? '';

const kinds: Readonly<Record<string, Word>> = { case: say.kindCase, person: say.kindPerson, opportunity: say.kindOpportunity, group: say.kindGroup, institution: say.kindInstitution };
export const kindNames = Object.keys(kinds);
export const kindWord = (l: Locale, kind: string): string => pick(kinds, kind, l);

const parts: Readonly<Record<string, Word>> = { opinions: say.inOpinions, outcome: say.inOutcome, talk: say.inTalk };
export const partWord = (l: Locale, part: Hit['part']): string => pick(parts, part, l);

const moments: Readonly<Record<string, Word>> = { hospital: say.outcomeHospital, d30: say.outcomeD30, y1: say.outcomeY1 };
const results: Readonly<Record<string, Word>> = { 'no-event': say.resultNoEvent, event: say.resultEvent, 'not-done': say.resultNotDone, lost: say.resultLost, died: say.resultDied };
export const outcomeWords = (l: Locale, { outcomes }: CaseLine): string[] => outcomes.map(({ moment, result }) => `${pick(moments, moment, l)}: ${pick(results, result, l)}`);

/** A text of a thing in the reader's language, or the other one, with the language it is in. */
export const written = (l: Locale, en: string, fa: string): { text: string; lang: Locale } => (l === 'fa' ? fa !== '' : en === '') ? { text: fa, lang: 'fa' } : { text: en, lang: 'en' };
export const titleOf = (l: Locale, hit: HitLine): { text: string; lang: Locale } => {
  const title = written(l, hit.titleEn, hit.titleFa);
  return title.text === '' ? { text: say.untitled(l), lang: l } : title;
};
