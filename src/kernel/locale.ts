/** The two languages in which every sentence exists. */
export type Locale = 'en' | 'fa';
export const isLocale = (text: unknown): text is Locale => text === 'en' || text === 'fa';
export const directionOf = (lang: string): 'rtl' | 'ltr' => (/^(fa|ar|ur|he|ckb|ps)\b/.test(lang) ? 'rtl' : 'ltr');

/** A name or text that exists in both languages. */
export type Both = { readonly en: string; readonly fa: string };
