import { nameWords } from './name-words.ts';
import { wordLikeness } from './word-likeness.ts';

/** A word that only one of the names has counts this much of its length; a descent title as «سید» hardly. */
const shareOfExtra = 0.6;
/** Two words that have nothing in common: another name, or one translated (Rankin Inlet). */
const leastLikeness = 0.02;
const lightWords = new Set(['سید', 'seyed', 'seyyed', 'sayed', 'sayyed', 'sayyid', 'حاج', 'haj', 'hajj']);
const shortForms: Readonly<Record<string, string>> = { st: 'saint', mt: 'mount' };

/** The words of a name for comparing; «آ» as two alefs, so that it is read «a» and no other vowel. */
const partsOf = (name: string): string[] => nameWords(name.replaceAll('آ', 'اا')).map((word) => shortForms[word] ?? word);

/** An initial and a word that may begin with it. */
function initialLikeness(a: string, b: string): number | undefined {
  const [initial, word] = a.length === 1 ? [a, b] : [b, a];
  if (initial.length !== 1 || word.length === 1 || !/\p{L}/u.test(initial)) return undefined;
  const starts = [1, 2, 3].map((length) => wordLikeness(initial, word.slice(0, length)));
  return Math.max(...starts) >= 0.5 ? 0.8 : 0.05;
}

const weightOf = (word: string): number => (lightWords.has(word) ? 1 : word.length);

/** Each word with its likeliest counterpart, each once, in any order; the weighted geometric mean, words without one counting against it. */
function byWords(a: readonly string[], b: readonly string[]): number {
  const pairs = a.flatMap((x, i) => b.map((y, j) => ({ i, j, like: initialLikeness(x, y) ?? wordLikeness(x, y), weight: Math.min(weightOf(x), weightOf(y)) })));
  pairs.sort((p, q) => q.like - p.like);
  const [left, right] = [new Set(a.keys()), new Set(b.keys())];
  let [logs, weights] = [0, 0];
  for (const { i, j, like, weight } of pairs) {
    if (!left.has(i) || !right.has(j)) continue;
    left.delete(i);
    right.delete(j);
    logs += weight * Math.log(Math.max(like, leastLikeness));
    weights += weight;
  }
  const extra = [...left].map((i) => a[i] as string).concat([...right].map((j) => b[j] as string)).reduce((sum, word) => sum + weightOf(word), 0);
  return Math.exp(logs / weights) * (weights / (weights + shareOfExtra * extra));
}

/**
 * How surely two names, of people or places, in Persian or Latin script, are one name: 0–1, from 0.8 on they are taken for one.
 * Titles do not count, nor the order of given and family name; an initial may stand for a name. Symmetric.
 */
export function sameName(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  if (a.length === 1 && b.length === 1) return initialLikeness(a[0] as string, b[0] as string) ?? wordLikeness(a[0] as string, b[0] as string);
  const apart = byWords(a, b);
  return apart >= 0.8 ? apart : Math.max(apart, wordLikeness(a.join(''), b.join('')));
}
