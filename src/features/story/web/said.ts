// Small questions of the story's pages: which language of a text is shown, which sentence names a key.

import type { Both, Locale } from '#kernel/locale.ts';
import * as say from '#words/story.ts';
import type { CaseLine } from '../rules/lines.ts';
import type { PersonLine, ReasonView } from '../rules/present.ts';

export type Written = { readonly text: string; readonly lang: Locale };

/** The reader's language when the text exists in it, else the one it was written in. */
export const inLanguage = (l: Locale, texts: { readonly [L in Locale]?: string | undefined }, original: Locale): Written | undefined => {
  for (const lang of [l, original, original === 'fa' ? 'en' : 'fa'] as const) {
    const text = texts[lang]?.trim();
    if (text) return { text, lang };
  }
  return undefined;
};

/** The same for one field of texts kept by language. */
export const fieldIn = <K extends string>(l: Locale, texts: { readonly [L in Locale]?: { readonly [F in K]?: string | undefined } | undefined }, key: K, original: Locale): Written | undefined =>
  inLanguage(l, { en: texts.en?.[key], fa: texts.fa?.[key] }, original);

export const titleOf = (l: Locale, c: Pick<CaseLine, 'title' | 'lang'>): Written => inLanguage(l, c.title, c.lang) ?? { text: say.homeUntitled(l), lang: l };

export const urgencyWord = (l: Locale, urgency: CaseLine['urgency']): string =>
  ({ elective: say.urgencyElective, urgent: say.urgencyUrgent, emergency: say.urgencyEmergency })[urgency](l);

export const momentWord = (l: Locale, moment: 'hospital' | 'd30' | 'y1'): string => ({ hospital: say.momentHospital, d30: say.momentD30, y1: say.momentY1 })[moment](l);

export const resultWord = (l: Locale, result: string): string =>
  (({ 'no-event': say.resultNoEvent, event: say.resultEvent, 'not-done': say.resultNotDone, lost: say.resultLost, died: say.resultDied }) as Record<string, (l: Locale) => string>)[result]?.(l) ?? '';

/** "Lyon", or both when the institution is known. */
export const placeOf = (l: Locale, p: PersonLine): string =>
  [l === 'fa' ? p.institutionFa : p.institutionEn, l === 'fa' ? p.cityFa : p.cityEn].filter(Boolean).join(l === 'fa' ? '، ' : ', ');
export const cityOf = (l: Locale, p: PersonLine): string => (l === 'fa' ? p.cityFa : p.cityEn);

export const reasonSentence = (l: Locale, r: ReasonView): string => {
  const term = (r.term as Both | undefined)?.[l] ?? '';
  if (r.key === 'topic') return say.reasonTopic(l, { term });
  if (r.key === 'parent-topic') return say.reasonParentTopic(l, { term });
  if (r.key === 'reference') return say.reasonReference(l, { term });
  if (r.key === 'answered-like-this') return say.reasonAnswered(l, { term });
  if (r.key === 'case-like-this') return say.reasonCase(l, { term });
  if (r.key === 'named-for') return say.reasonNamedFor(l, { term });
  if (r.key === 'in-time') return say.reasonInTime(l);
  if (r.key === 'active') return say.reasonActive(l);
  if (r.key === 'tie') return say.reasonTie(l);
  if (r.key === 'explores') return say.reasonExplores(l);
  if (r.key === 'widened') return say.reasonWidened(l);
  if (r.key === 'volume') return say.reasonVolume(l, { term, n: r.n ?? 0 });
  if (r.key === 'handed-on') return say.reasonHandedOn(l);
  if (r.key === 'on-call') return say.reasonOnCall(l);
  return say.reasonNamed(l);
};
