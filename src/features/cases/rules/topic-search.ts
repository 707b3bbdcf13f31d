// Which topics a doctor means by a few letters, in either language. Loaded only where topics are chosen: it carries the taxonomy.

import { concepts, fold, type Term } from 'language';

type Entry = { readonly term: Term; readonly names: readonly string[] };

const entries: readonly Entry[] = concepts.terms
  .filter((term) => term.parent !== null)
  .map((term) => ({ term, names: [term.en, term.fa, ...term.synonyms_en, ...term.synonyms_fa].map(fold) }));

/** 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 somewhere; Infinity nowhere. */
const distance = (name: string, typed: string): number => {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  const at = name.indexOf(typed);
  if (at < 0) return Infinity;
  return /[\s(/،-]/.test(name[at - 1] ?? '') ? 2 : 3;
};

/** Best first; what is chosen already is left out. With nothing typed, the coronary topics as they stand in the taxonomy. */
export const searchTopics = (typed: string, chosen: readonly string[], limit = 8): Term[] => {
  const wanted = fold(typed);
  const open = entries.filter(({ term }) => !chosen.includes(term.id));
  if (wanted === '') return open.slice(0, limit).map(({ term }) => term);
  return open
    .map((entry) => ({ entry, far: Math.min(...entry.names.map((name) => distance(name, wanted))) }))
    // Two letters inside a word mean nothing: LM is not "pulmonary".
    .filter(({ far }) => far < (wanted.length < 3 ? 3 : Infinity))
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ entry }) => entry.term);
};

export const topicNamed = (id: string): Term | undefined => concepts.term(id);

/** Topics named in the text that are not chosen yet, each once. Abbreviations of several senses are left to the doctor. */
export const topicsNamed = (text: string, chosen: readonly string[]): Term[] => {
  const ids = concepts.mentions(text, chosen).flatMap(({ found }) => (found.kind === 'term' ? [found.id] : []));
  return [...new Set(ids)].filter((id) => !chosen.includes(id)).flatMap((id) => concepts.term(id) ?? []).filter((term) => term.parent !== null && term.id.includes('.')).slice(0, 5);
};
