// What a mark is called. The case page uses this too, so nothing of the player is near.

import { segments } from 'scores/syntax/segments';
import type { Locale } from '#kernel/locale.ts';
import type { CaseView, PersonLine } from '../../rules/present.ts';
import type { Numbered } from './mark-numbers.ts';

export type Authors = ReadonlyMap<string, Pick<PersonLine, 'initialsEn' | 'initialsFa' | 'nameEn' | 'nameFa'>>;

/** Whose marks may be named: whoever's opinion is open, and oneself. */
export const authorsOf = (c: CaseView, me: { id: string; nameEn: string; nameFa: string; initialsEn: string; initialsFa: string } | null): Authors =>
  new Map([...(c.opinions === 'sealed' ? [] : c.opinions.map(({ author }) => [author.id, author] as const)), ...(me ? [[me.id, me] as const] : [])]);

export const initialsOf = (l: Locale, by: string | null, authors: Authors): string => {
  const author = by === null ? undefined : authors.get(by);
  return author ? (l === 'fa' ? author.initialsFa || author.initialsEn : author.initialsEn || author.initialsFa) : '';
};

/** "2" for the asker's second mark, "NK 2" for an adviser's: numbers of one author never change when those of others appear. */
export const markLabel = (l: Locale, mark: Pick<Numbered, 'by' | 'n'>, authors: Authors): string => {
  const initials = initialsOf(l, mark.by, authors);
  return initials === '' ? String(mark.n) : `${initials} ${mark.n}`;
};

/** How many strokes and colours there are; the initials in the ring tell those apart that share one. */
const HANDS = 6;

/** Which colour, stroke and ring an author has on the film: the asker the first, advisers in the order of their opinions. */
export const handOf = (by: string | null, authors: Authors): number => {
  if (by === null) return 0;
  const place = [...authors.keys()].indexOf(by);
  return place < 0 ? HANDS - 1 : 1 + (place % (HANDS - 1));
};

/** "6 LAD proximal"; empty for none. */
export const segmentName = (l: Locale, id: string | undefined): string => {
  const segment = segments.find((one) => one.id === id);
  return segment ? `${segment.id} ${segment.name[l]}` : '';
};

/** A note says no language; its letters do. */
export const noteLang = (note: string): Locale => (/[\u0600-\u06ff]/.test(note) ? 'fa' : 'en');
