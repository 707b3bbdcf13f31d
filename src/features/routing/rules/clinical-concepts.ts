// The concepts a running text names, for evidence and questions that carry no topics of their own.

import { concepts, words } from 'language';
import type { WeightedConcept } from './route-input.ts';

const firstWords = new Set(concepts.terms.flatMap((term) => [term.en, term.fa, ...term.synonyms_en, ...term.synonyms_fa]).flatMap((name) => words(name).slice(0, 1)));
const mostCharacters = 20_000;

/** Each concept once, at full weight. Texts without any first word of a name are not searched. */
export const clinicalConcepts = (text: string): WeightedConcept[] => {
  const part = text.slice(0, mostCharacters);
  if (!words(part).some((word) => firstWords.has(word))) return [];
  const ids = new Set(concepts.mentions(part).flatMap(({ found }) => (found.kind === 'term' ? [found.id] : [])));
  return [...ids].filter((id) => concepts.term(id)?.parent).sort().map((id) => ({ id, weight: 1 }));
};
