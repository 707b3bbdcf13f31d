// A document as it is kept: each term with how much of the document is about it (BM25 without the rarity of the word, which the query brings).

import { concepts, conceptsIn } from 'language';
import { conceptTerm, nameTerms, wordsOf } from './terms.ts';

/** What of a text may be found. `times`: how often a word of it counts; a title twice. */
export type Piece = { readonly text: string; readonly times?: number };
export type Content = {
  readonly pieces: readonly Piece[];
  /** Ids of the taxonomy that somebody chose, beside those that the text names. */
  readonly topics?: readonly string[];
  /** A person's or a place's names, found by sound in the other script. */
  readonly names?: readonly string[];
  /** Terms as they stand in the index, such as the traits of a case. */
  readonly signs?: readonly string[];
};
export type Weighed = { readonly word: string; readonly weight: number };

// Chosen on half of the 1,500 questions of ../shared/data/persian and held on the other half (docs/decisions/0022). The length is a constant, not the
// mean of what is there: a mean would move with documents that are not for the viewer.
const SATURATION = 0.6;
const BY_LENGTH = 0.75;
const USUAL_LENGTH = 140;
const LONGEST_WORD = 60;

const weightOf = (times: number, length: number): number =>
  (times * (SATURATION + 1)) / (times + SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / USUAL_LENGTH));

export const weigh = ({ pieces, topics = [], names = [], signs = [] }: Content): Weighed[] => {
  const times = new Map<string, number>();
  const count = (word: string, n: number) => { if (word.length <= LONGEST_WORD) times.set(word, (times.get(word) ?? 0) + n); };
  let length = 0;
  for (const { text, times: n = 1 } of pieces) for (const word of wordsOf(text)) {
    count(word, n);
    length++;
  }
  for (const term of [...names.flatMap(nameTerms), ...signs]) count(term, 1);
  const all = [...times].map(([word, n]) => ({ word, weight: weightOf(n, length) }));
  const shares = new Map<string, number>();
  // A topic that was chosen is said in its own name: it counts whole, each broader one half of the one below it.
  const named = [...topics.map((id) => concepts.term(id)?.en ?? ''), ...pieces.map(({ text }) => text)];
  for (const { id, weight } of named.flatMap((text) => conceptsIn(text, topics))) shares.set(id, Math.max(weight, shares.get(id) ?? 0));
  for (const id of topics) shares.set(id, 1);
  return [...all, ...[...shares].map(([id, share]) => ({ word: conceptTerm(id), weight: share }))];
};
