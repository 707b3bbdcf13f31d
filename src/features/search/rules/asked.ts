// What was typed, as terms to look up. Terms with one number are ways to say one word, of which the best counts in a document.

import { concepts, conceptsIn, isStopWord, latinDigits, words } from 'language';
import { conceptTerm, nameTerms, wordsOf } from './terms.ts';
import { type Trait, traitTerm, typedTraits } from './structure.ts';
import { LIMITS } from './wire.ts';

/** 'alike': also words that are spelled nearly so. 'begun': the last word, still being typed. */
export type Mode = 'exact' | 'alike' | 'begun';
export type AskedTerm = { readonly n: number; readonly word: string; readonly weight: number; readonly mode: Mode };

/** An abbreviation that could be read in several ways, as it was typed. */
export type Ambiguous = { readonly text: string; readonly concepts: readonly string[]; readonly senses: readonly string[] };
export type Asked = {
  readonly terms: readonly AskedTerm[];
  /** The concepts that the words name, with the number under which they are asked for and the words that name them. */
  readonly named: readonly { readonly n: number; readonly id: string; readonly text: string }[];
  readonly ambiguous: readonly Ambiguous[];
  /** More words than are looked up. */
  readonly cut: boolean;
};

const STOP_WORD = 0.5;
const CONCEPT = 1.5;
const SOUND = 0.8;

const wordTerms = (word: string, n: number, times: number, begun: boolean): AskedTerm[] => {
  const stop = isStopWord(word);
  const weight = times * (stop ? STOP_WORD : 1);
  const sounds = stop || begun ? [] : nameTerms(word).map((sound) => ({ n, word: sound, weight: weight * SOUND, mode: 'exact' as const }));
  return [{ n, word, weight, mode: begun ? 'begun' : stop ? 'exact' : 'alike' }, ...sounds];
};

/** `unfinished`: the last word may go on. `meant`: concepts chosen where an abbreviation was ambiguous. */
export const askedOf = (text: string, { unfinished = false, meant = [] }: { unfinished?: boolean; meant?: readonly string[] } = {}): Asked => {
  const every = wordsOf(text.slice(0, LIMITS.read));
  const times = new Map<string, number>();
  for (const word of every) times.set(word, (times.get(word) ?? 0) + 1);
  const kept = [...times].slice(0, LIMITS.words);
  const last = unfinished && /[\p{L}\p{N}]$/u.test(text) ? words(text).at(-1) : undefined;
  const terms = kept.flatMap(([word, count], n) => wordTerms(word, n, count, word === last));
  const read = text.slice(0, LIMITS.read);
  const mentions = concepts.mentions(read, meant);
  const meantBy = new Map(mentions.flatMap(({ text: typed, found }) => (found.kind === 'term' ? [[found.id, typed] as const] : [])));
  const weights = new Map([...conceptsIn(read, meant), ...meant.filter((id) => concepts.term(id)).map((id) => ({ id, weight: 1 }))].map(({ id, weight }) => [id, weight]));
  const named = [...weights].map(([id, weight], i) => ({ n: kept.length + i, id, weight, text: meantBy.get(id) ?? '' }));
  const traits = typedTraits(latinDigits(read)).map((trait, i) => ({ n: kept.length + named.length + i, word: traitTerm(trait), weight: 1, mode: 'exact' as const }));
  const ambiguous = mentions.flatMap(({ text: typed, found }) =>
    found.kind === 'ask' && !found.candidates.some((one) => meant.includes(one)) ? [{ text: typed, concepts: found.candidates, senses: found.senses }] : []);
  return {
    terms: [...terms, ...named.map(({ n, id, weight }) => ({ n, word: conceptTerm(id), weight: CONCEPT * weight, mode: 'exact' as const })), ...traits],
    named: named.filter(({ id, weight }) => weight === 1 && concepts.term(id)), ambiguous,
    cut: times.size > LIMITS.words || text.length > LIMITS.read,
  };
};

/** Cases like this one: by what it is made of and filed under, not by its words. */
export const askedLike = (traits: readonly Trait[], topics: readonly string[]): Asked => ({
  terms: [
    ...traits.map((trait, n) => ({ n, word: traitTerm(trait), weight: 1, mode: 'exact' as const })),
    ...topics.map((id, i) => ({ n: traits.length + i, word: conceptTerm(id), weight: CONCEPT, mode: 'exact' as const })),
  ],
  named: [], ambiguous: [], cut: false,
});
