// What was typed, as terms to look up. Terms with one number are ways to say one word, of which the best counts in a document.

import { concepts, isStopWord, words } from 'language';
import { conceptTerm, nameTerms, wordsOf } from './terms.ts';
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
const BROADER = 0.5;
const SOUND = 0.8;

const wordTerms = (word: string, n: number, times: number, begun: boolean): AskedTerm[] => {
  const stop = isStopWord(word);
  const weight = times * (stop ? STOP_WORD : 1);
  const sounds = stop || begun ? [] : nameTerms(word).map((sound) => ({ n, word: sound, weight: weight * SOUND, mode: 'exact' as const }));
  return [{ n, word, weight, mode: begun ? 'begun' : stop ? 'exact' : 'alike' }, ...sounds];
};

const conceptTerms = (id: string, n: number): AskedTerm[] =>
  [id, ...concepts.ancestors(id).filter((broader) => concepts.term(broader)?.parent)]
    .map((one, level) => ({ n, word: conceptTerm(one), weight: CONCEPT * BROADER ** level, mode: 'exact' as const }));

/** `unfinished`: the last word may go on. `meant`: concepts chosen where an abbreviation was ambiguous. */
export const askedOf = (text: string, { unfinished = false, meant = [] }: { unfinished?: boolean; meant?: readonly string[] } = {}): Asked => {
  const every = wordsOf(text.slice(0, LIMITS.read));
  const times = new Map<string, number>();
  for (const word of every) times.set(word, (times.get(word) ?? 0) + 1);
  const kept = [...times].slice(0, LIMITS.words);
  const last = unfinished && /[\p{L}\p{N}]$/u.test(text) ? words(text).at(-1) : undefined;
  const terms = kept.flatMap(([word, count], n) => wordTerms(word, n, count, word === last));
  const mentions = concepts.mentions(text.slice(0, LIMITS.read), meant);
  const ids = new Map(mentions.flatMap(({ text: typed, found }) => (found.kind === 'term' ? [[found.id, typed] as const] : [])));
  for (const id of meant) if (concepts.term(id) && !ids.has(id)) ids.set(id, '');
  const named = [...ids].map(([id, typed], i) => ({ n: kept.length + i, id, text: typed }));
  const ambiguous = mentions.flatMap(({ text: typed, found }) =>
    found.kind === 'ask' && !found.candidates.some((one) => meant.includes(one)) ? [{ text: typed, concepts: found.candidates, senses: found.senses }] : []);
  return {
    terms: [...terms, ...named.flatMap(({ n, id }) => conceptTerms(id, n))], named, ambiguous,
    cut: times.size > LIMITS.words || text.length > LIMITS.read,
  };
};
