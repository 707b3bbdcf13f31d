// The words of a text, as index and query both take them from the instrument of language.

import { foldTerms, nameKeys, words } from 'language';

/** Folded words in order, stop words kept, then what ZWNJ parts written together: «نرم‌افزار» gives نرم افزار نرمافزار. */
export const wordsOf = (text: string): string[] => [...words(text), ...foldTerms(text).joined];

/** A concept of the taxonomy and the sound of a name stand in the index beside words, under signs that no word has. */
export const conceptTerm = (id: string): string => `#${id}`;
export const nameTerm = (key: string): string => `~${key}`;
export const nameTerms = (name: string): string[] => nameKeys(name).map(nameTerm);
