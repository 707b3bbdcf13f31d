// The language of a line whose writer named none: by its letters, never by the first one. «CTO پس از …» is Persian.

import type { Locale } from '#kernel/locale.ts';

const count = (text: string, sign: RegExp): number => (text.match(sign) ?? []).length;

/** Persian as soon as a third of the letters are of its script: Latin terms are long, Persian words are short. */
export const writtenIn = (text: string, otherwise: Locale = 'en'): Locale => {
  const persian = count(text, /\p{Script=Arabic}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  if (persian + latin === 0) return otherwise;
  return persian * 2 >= latin ? 'fa' : 'en';
};
