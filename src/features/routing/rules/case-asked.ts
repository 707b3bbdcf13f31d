// What a case asks of routing: its topics at full weight, what else its words name at less, its words in both languages.

import { concepts } from 'language';
import { clinicalConcepts } from './clinical-concepts.ts';
import { waveUrgency } from './policy.ts';
import { type Asked, aQuestion, type WeightedConcept } from './route-input.ts';

export type CaseRow = { readonly fields: { readonly topics?: readonly string[] }; readonly texts: unknown; readonly urgency: string; readonly hidden: boolean };
export type Place = { readonly institutionId: string | null; readonly cityId: string | null; readonly languages: readonly string[] };

/** The first topic leads, each further one counts a fifth less. */
const LATER = 0.8;
/** A further topic above another one only names its family; a concept that is only mentioned may be what the patient had, not what is asked. */
const ASIDE = 0.25;

const topicWeights = (topics: readonly string[]): WeightedConcept[] =>
  topics.map((id, i) => ({ id, weight: i > 0 && topics.some((other) => concepts.ancestors(other).includes(id)) ? ASIDE : LATER ** i }));

/** All that is written in texts kept by language, whatever their fields. */
export const textOfTexts = (texts: unknown): string =>
  typeof texts === 'string' ? texts : typeof texts === 'object' && texts !== null ? Object.keys(texts).sort().map((key) => textOfTexts((texts as Record<string, unknown>)[key])).filter((one) => one !== '').join('\n') : '';

export const askedOf = ({ fields, texts, urgency, hidden }: CaseRow, place: Place): Asked => {
  const text = textOfTexts(texts);
  const topics = fields.topics ?? [];
  const said = (id: string) => topics.some((topic) => topic === id || concepts.ancestors(topic).includes(id));
  const mentioned = clinicalConcepts(text).filter(({ id }) => !said(id));
  return aQuestion({
    text, hidden, urgency: waveUrgency(urgency), languages: place.languages, site: place.institutionId, city: place.cityId,
    concepts: topics.length > 0 ? [...topicWeights(topics), ...mentioned.map(({ id }) => ({ id, weight: ASIDE }))] : mentioned,
  });
};
