import { latinSkeletons } from './latin-skeleton.ts';
import { nameWords } from './name-words.ts';
import { persianSkeletons } from './persian-skeleton.ts';
import { wordLikeness } from './word-likeness.ts';

const mostKeys = 8;

/** Skeletons of one folded word; a word without any sound to keep stands for itself. */
function wordKeys(word: string): string[] {
  const keys = (/\p{Script=Arabic}/u.test(word) ? persianSkeletons(word) : latinSkeletons(word)).filter((key) => key !== '');
  return keys.length > 0 ? keys : [word];
}

/** Keys of two words written as one (محمد رضا, Mohammadreza): the marks of the inner ends fall away. */
function joinedKeys(first: string, second: string): string[] {
  const left = wordKeys(first).map((key) => key.replace(/i$/, ''));
  const right = wordKeys(second).map((key) => key.replace(/^a(?=.)/, ''));
  return left.flatMap((start) => right.map((end) => start + end)).slice(0, mostKeys);
}

/**
 * Keys under which a name is stored and looked up: names that are said alike share one, whichever script they are written in
 * (محمد, Mohammad, Muhammad; رضایی, Rezaei, Rezaee). Each word, and each two neighbours as one word. No order among them.
 */
export function nameKeys(name: string): string[] {
  const words = nameWords(name);
  return [...new Set(words.flatMap((word, i) => [
    ...wordKeys(word), ...(words[i + 1] === undefined ? [] : joinedKeys(word, words[i + 1] as string)),
  ]))];
}

/**
 * How well one word typed meets one word of a name: 1 equal, 0.9 its beginning; where they share a key or are likely one name, 0.4 to
 * 0.85 by how they are spelled; 0.3 a beginning of the consonants.
 */
function typedLikeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 2 && word.startsWith(typed)) return 0.9;
  const keys = wordKeys(word);
  const asked = wordKeys(typed);
  const spelled = wordLikeness(typed, word);
  if (spelled >= 0.8 || asked.some((key) => keys.includes(key))) return 0.4 + 0.45 * spelled;
  const starts = asked.map((key) => key.replace(/i$/, '')).filter((key) => key.length >= 2);
  return starts.some((start) => keys.some((key) => key.startsWith(start))) ? 0.3 : 0;
}

function bestOf(typed: string, words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => typedLikeness(typed, word)));
}

/** Neighbours as one word, so that «علی رضا» meets Alireza. */
const joined = (words: readonly string[]): string[] => words.slice(1).map((word, i) => (words[i] as string) + word);

/**
 * Likeness of what was typed and a full name, 0–1; 0 when a typed word is nowhere in the name. For ranking what the keys found:
 * حسین and Hussain come before Hassan. Give both script forms of a person and take the better figure.
 */
export function nameLikeness(typed: string, name: string): number {
  const asked = nameWords(typed);
  const words = nameWords(name);
  if (asked.length === 0 || words.length === 0) return 0;
  const apart = asked.map((word) => bestOf(word, [...words, ...joined(words)]));
  if (!apart.includes(0)) return apart.reduce((sum, one) => sum + one, 0) / apart.length;
  return asked.length === 2 ? bestOf(joined(asked)[0] as string, words) : 0;
}
