// Words for what is a field of every list and page: type, title, place.
import type { Locale } from '#kernel/locale.ts';
import { isolate } from '#kernel/text.ts';
import { named } from '#web/context.tsx';
import * as say from '#words/opportunities.ts';
import type { OpportunityType } from '../rules/limits.ts';
import type { OpportunityLine, Place, Texts } from '../rules/present.ts';

export const typeText = (l: Locale, type: OpportunityType): string => ({
  fellowship: say.typeWordFellowship, grant: say.typeWordGrant, post: say.typeWordPost, locum: say.typeWordLocum, proctorship: say.typeWordProctorship, research: say.typeWordResearch,
  speaking: say.typeWordSpeaking, reviewing: say.typeWordReviewing,
})[type](l);

/** What is said in the reader's language, or else in the other, with the language it is in. */
export const saidIn = (l: Locale, texts: Texts, lang: Locale): { lang: Locale; title: string; text: string } => {
  const own = texts[l];
  const other = l === 'fa' ? 'en' : 'fa';
  const found: Locale = own !== undefined && own.title.trim() !== '' ? l : (texts[other]?.title ?? '').trim() !== '' ? other : lang;
  return { lang: found, title: texts[found]?.title ?? '', text: texts[found]?.text ?? '' };
};

export const placeLine = (l: Locale, place: Place): string =>
  [named(l, place), named(l, { nameEn: place.cityEn, nameFa: place.cityFa })].filter(Boolean).map(isolate).join(l === 'fa' ? '، ' : ', ');

/** Why it stands in the list of who reads: whose hands, or to whom it is open. */
export const whyHere = (l: Locale, o: Pick<OpportunityLine, 'standing' | 'from'>): string => {
  const [first, ...rest] = o.from;
  if (first !== undefined) return rest.length === 0 ? say.fromOne(l, { name: named(l, first) }) : say.fromMore(l, { name: named(l, first), n: rest.length });
  return { group: say.openGroup, node: say.openNode, public: say.openPublic, handed: () => '', poster: () => '' }[o.standing](l);
};
