import { conceptTable } from './concept-table.ts';

/** `weight` 1 for what the text names, ½ for the field above, ¼ for the one above that. */
export interface WeightedConcept { readonly id: string; readonly weight: number }

/**
 * The concepts of a text in either language, heaviest first, then by id; each once with its greatest weight. Ids are those of
 * the taxonomy and, for clinical words below no field, `word.…`; the root is left out. An ambiguous abbreviation counts only where
 * the text, or `context` (ids known to be meant), decides it. Compare two texts by the sum over common ids of the product of weights.
 */
export function conceptsIn(text: string, context: readonly string[] = []): WeightedConcept[] {
  const weights = new Map<string, number>();
  const add = (id: string, weight: number): void => void weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  for (const { found } of conceptTable.mentions(text, context)) {
    if (found.kind === 'ask') continue;
    add(found.id, 1);
    const above = conceptTable.ancestors(found.id).slice(0, -1);
    for (const [level, id] of above.entries()) add(id, 0.5 ** (level + 1));
  }
  return [...weights].map(([id, weight]) => ({ id, weight })).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}
