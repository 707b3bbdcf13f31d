import type { Locale } from '#kernel/locale.ts';

type Texts = { readonly title?: string | null; readonly question?: string | null };

/** As the database lets the viewer read it: what is sealed for them is null. */
export type RawCaseLine = {
  id: string; lang: Locale; texts: Partial<Record<Locale, Texts>>;
  withdrawnAt: Date | null; closedAt: Date | null; decidedAt: Date | null; postedAt: Date | null;
  outcomes: { moment: string; result: string }[];
};
/** `outcomes`: those told, where the viewer may read them. */
export type CaseLine = {
  readonly lang: Locale; readonly title: Partial<Record<Locale, string>>; readonly question: Partial<Record<Locale, string>>;
  readonly phase: 'draft' | 'posted' | 'decided' | 'closed' | 'withdrawn';
  readonly outcomes: readonly { readonly moment: string; readonly result: string }[];
};

const both = (texts: RawCaseLine['texts'], key: keyof Texts): Partial<Record<Locale, string>> =>
  Object.fromEntries((['en', 'fa'] as const).flatMap((l) => (texts[l]?.[key] ? [[l, texts[l][key]]] : [])));

export const caseLine = (r: RawCaseLine): CaseLine => ({
  lang: r.lang, title: both(r.texts, 'title'), question: both(r.texts, 'question'),
  phase: r.withdrawnAt ? 'withdrawn' : r.closedAt ? 'closed' : r.decidedAt ? 'decided' : r.postedAt ? 'posted' : 'draft',
  outcomes: r.outcomes,
});
