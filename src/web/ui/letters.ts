import type { Locale } from '#kernel/locale.ts';

// Persian lists are lettered in the order of abjad (الف، ب، ج، د), not of the alphabet, and never with mirrored Latin letters.
const letters = { en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split(''), fa: ['الف', ...'بجدهوزحطیکلمنسعفصقرشت'] } as const;

/** "A", «الف» for 0; after the alphabet "27". */
export const letterOf = (l: Locale, index: number): string => letters[l][index] ?? String(index + 1);
