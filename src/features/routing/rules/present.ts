// Suggestions as the asker sees them: a person, and why, in the words of the taxonomy.

import { concepts } from 'language';
import type { Both } from '#kernel/locale.ts';
import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import type { Rule, Suggestion } from './suggest.ts';

export type WhyView = { readonly key: 'topic' | 'parent-topic' | 'volume' | 'reference'; readonly term: Both; readonly n: number };
export type SuggestionView = { readonly person: PersonLine; readonly reasons: readonly WhyView[] };
export type SuggestionsView = { readonly suggestions: readonly SuggestionView[]; readonly leftOut: Partial<Record<Rule, number>> };

const named = (concept: string | undefined): Both => {
  const term = concept === undefined ? undefined : concepts.term(concept);
  return { en: term?.en ?? concept ?? '', fa: term?.fa ?? concept ?? '' };
};

/** In the order of the suggestions; someone whose line the viewer may not read is left out. */
export const presentSuggestions = (found: { readonly suggestions: readonly Suggestion[]; readonly leftOut: Partial<Record<Rule, number>> }, lines: readonly LineRow[]): SuggestionsView => {
  const byId = new Map(lines.map((line) => [line.id, presentLine(line)]));
  return {
    leftOut: found.leftOut,
    suggestions: found.suggestions.flatMap(({ personId, reasons }) => {
      const person = byId.get(personId);
      return person === undefined ? [] : [{ person, reasons: reasons.map(({ key, concept, n }) => ({ key, term: named(concept), n: n ?? 0 })) }];
    }),
  };
};
