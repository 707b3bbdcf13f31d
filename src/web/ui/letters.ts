import type { Locale } from '#kernel/locale.ts';

// The Persian letters in their own order, not mirrored Latin ones.
const letters = { en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split(''), fa: ['الف', ...'بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'] } as const;

/** "A", «الف» for 0; after the alphabet "27". */
export const letterOf = (l: Locale, index: number): string => letters[l][index] ?? String(index + 1);
