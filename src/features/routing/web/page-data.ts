import type { CaseFields, TextsByLang } from '#features/cases/rules/wire.ts';
import type { PersonLine } from '#features/people/rules/present.ts';
import type { Locale } from '#kernel/locale.ts';
import type { Urgency } from '../rules/ask.ts';
import type { Asking } from '../rules/ladder-view.ts';
import type { SuggestionsView } from '../rules/present.ts';

/** What this page reads of a CaseView. */
export type CaseToAsk = {
  readonly id: string; readonly lang: Locale; readonly urgency: Urgency; readonly hidden: boolean; readonly phase: string; readonly decideBy: string | null;
  readonly fields: CaseFields; readonly texts: TextsByLang;
  readonly asks: readonly { readonly id: string; readonly expert: PersonLine }[];
  readonly may: { readonly post: boolean; readonly ask: boolean };
};
export type AskPage = { readonly case: CaseToAsk; readonly suggested?: SuggestionsView; readonly asking?: Asking; readonly added?: PersonLine };
