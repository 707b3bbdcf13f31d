import type { Both, Locale } from '#kernel/locale.ts';

/** One sentence in both languages, for what outlives the reader's present choice (the list of what is not sent). */
export const both = (sentence: (l: Locale) => string): Both => ({ en: sentence('en'), fa: sentence('fa') });
