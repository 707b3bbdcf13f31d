// What a mark is called. The case page uses this too, so nothing of the player is near.

import type { Locale } from '#kernel/locale.ts';
import type { CaseView, PersonLine } from '../../rules/present.ts';
import type { Numbered } from './mark-numbers.ts';

export type Authors = ReadonlyMap<string, Pick<PersonLine, 'initialsEn' | 'initialsFa' | 'nameEn' | 'nameFa'>>;

/** Whose marks may be named: whoever's opinion is open, and oneself. */
export const authorsOf = (c: CaseView, me: { id: string; nameEn: string; nameFa: string; initialsEn: string; initialsFa: string } | null): Authors =>
  new Map([...(c.opinions === 'sealed' ? [] : c.opinions.map(({ author }) => [author.id, author] as const)), ...(me ? [[me.id, me] as const] : [])]);

/** "2" for the asker's second mark, "NK 2" for an adviser's: numbers of one author never change when those of others appear. */
export const markLabel = (l: Locale, mark: Pick<Numbered, 'by' | 'n'>, authors: Authors): string => {
  const author = mark.by === null ? undefined : authors.get(mark.by);
  const initials = author ? (l === 'fa' ? author.initialsFa || author.initialsEn : author.initialsEn || author.initialsFa) : '';
  return initials === '' ? String(mark.n) : `${initials} ${mark.n}`;
};

/** A note says no language; its letters do. */
export const noteLang = (note: string): Locale => (/[\u0600-\u06ff]/.test(note) ? 'fa' : 'en');
