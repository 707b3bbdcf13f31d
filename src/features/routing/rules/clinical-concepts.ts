// The concepts a running text names, for evidence and questions that carry no topics of their own.

import { concepts, conceptsIn } from 'language';
import type { WeightedConcept } from './route-input.ts';

const mostCharacters = 20_000;

/** Fields of the taxonomy that are named themselves, each once; the fields above them are found by nearness. */
export const clinicalConcepts = (text: string): WeightedConcept[] =>
  conceptsIn(text.slice(0, mostCharacters)).filter(({ id, weight }) => weight === 1 && concepts.term(id)?.parent).map(({ id }) => ({ id, weight: 1 }));
