import type { Locale } from '#kernel/locale.ts';
import { shelfWord } from '#features/cases/web/door.tsx';
import type { Shelf } from '#features/opinions/web/door.tsx';
import type { CaseView } from '../rules/present.ts';

/** What the asker's lab has and has not, in words, for whoever writes advice for that shelf. */
export const shelfOf = (l: Locale, c: Pick<CaseView, 'fields'>): Shelf => {
  const entries = Object.entries(c.fields.shelf ?? {});
  return {
    have: entries.filter(([, state]) => state === 'have').map(([item]) => shelfWord(l, item)),
    haveNot: entries.filter(([, state]) => state === 'have-not').map(([item]) => shelfWord(l, item)),
  };
};
