// Institutions and cities by what was typed, in either script.

import { fold } from 'language';

export type Place = { readonly nameEn: string; readonly nameFa: string };

// «بیمارستان», "hospital" and their like part nothing: people type them or leave them out.
const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** All words typed begin a word of the names or of the city's names; those that begin with what was typed come first. */
export const matching = <T extends Place & Partial<{ cityEn: string; cityFa: string }>>(typed: string, all: readonly T[], most: number): T[] => {
  const asked = plain(typed).split(' ').filter(Boolean);
  const scored = all.flatMap((one) => {
    const names = plain(`${one.nameEn} ${one.nameFa}`);
    const text = ` ${names} ${plain(`${one.cityEn ?? ''} ${one.cityFa ?? ''}`)}`;
    if (!asked.every((word) => text.includes(` ${word}`))) return [];
    return [{ one, rank: asked.length > 0 && ` ${names}`.includes(` ${asked.join(' ')}`) ? 0 : 1 }];
  });
  return scored.sort((a, b) => a.rank - b.rank || a.one.nameEn.localeCompare(b.one.nameEn)).slice(0, most).map(({ one }) => one);
};

/** The same place under the same name, however spelled. */
export const sameName = (a: Place, b: Place): boolean => plain(a.nameEn) === plain(b.nameEn) || plain(a.nameFa) === plain(b.nameFa);
