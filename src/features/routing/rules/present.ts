// Suggestions as the asker sees them: a person, and why, in the words of the taxonomy, each with the evidence that this viewer may open.

import { concepts } from 'language';
import type { Both } from '#kernel/locale.ts';
import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import type { ReasonKey } from './reasons.ts';
import type { Picked, Routed } from './route.ts';
import type { Rule } from './route-rules.ts';

/** `href`: where the evidence can be seen; absent where the viewer may not, or where it is a habit. */
export type WhyView = { readonly key: ReasonKey; readonly term: Both | null; readonly n: number; readonly href?: string };
export type SuggestionView = { readonly person: PersonLine; readonly reasons: readonly WhyView[] };
export type SuggestionsView = {
  readonly suggestions: readonly SuggestionView[];
  readonly leftOut: Partial<Record<Rule, number>>;
  /** Too few fit: these fields beside the asked ones were taken too; `found` may be 0. */
  readonly widened?: { readonly fields: readonly Both[]; readonly found: number };
  /** So few centres could have asked that a hidden asker might be guessed. */
  readonly fewSites?: number;
};

export const named = (concept: string): Both => {
  const term = concepts.term(concept);
  return { en: term?.en ?? concept, fa: term?.fa ?? concept };
};

const ofProfile: ReadonlySet<ReasonKey> = new Set(['topic', 'parent-topic', 'reference', 'volume']);

const whyView = (person: string, open: ReadonlySet<string>) => ({ key, concept, n, pieces }: Picked['reasons'][number]): WhyView => {
  const seen = pieces?.find((id) => open.has(id));
  const href = ofProfile.has(key) ? `/people/${person}` : seen === undefined ? undefined : `/cases/${seen}`;
  return { key, term: concept === undefined ? null : named(concept), n: n ?? 0, ...(href === undefined ? {} : { href }) };
};

/** In the order of the suggestions; someone whose line the viewer may not read is left out. `open` are the cases the viewer may open. */
export const presentSuggestions = (found: Pick<Routed, 'leftOut' | 'widened'> & { readonly shown: readonly Picked[] }, lines: readonly LineRow[], open: ReadonlySet<string>, fewSites: number | null): SuggestionsView => {
  const byId = new Map(lines.map((line) => [line.id, presentLine(line)]));
  return {
    leftOut: Object.fromEntries(found.leftOut.map(({ rule, count }) => [rule, count])),
    suggestions: found.shown.flatMap(({ person: id, reasons }) => {
      const person = byId.get(id);
      return person === undefined ? [] : [{ person, reasons: reasons.map(whyView(id, open)) }];
    }),
    ...(found.widened === undefined ? {} : { widened: { found: found.widened.found, fields: found.widened.concepts.map(named) } }),
    ...(fewSites === null ? {} : { fewSites }),
  };
};
