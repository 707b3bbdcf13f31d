import { words } from './tokens.ts';

/** American and British spellings of a longer word as one: haematoma, ischemia, revascularization. */
function spelledOneWay(word: string): string {
  return word.length < 6 ? word : word.replace(/[ao]e/g, 'e').replace(/is(?=ations?$|e[ds]?$|ing$)/, 'iz');
}

const plurals = new Set(['ها', 'های', 'هایی']);

function wordKey(word: string): string {
  if (/^[a-z]/.test(word)) return spelledOneWay(word.replace(/^([a-z]{2,}[^sui])s$/, '$1'));
  return word.replace(/(?<=.{3})(هایی|های|ها)$/, '');
}

/** The words of a text in the form in which names of terms are compared: folded, without plural endings, spelled one way. */
export function termWords(text: string): string[] {
  // «های‌ریسک» is "high risk".
  return words(text).filter((word, i, all) => !plurals.has(word) || all[i + 1] === 'ریسک').map(wordKey);
}

export const termKey = (text: string): string => termWords(text).join(' ');

/**
 * Names of `known` in a running text, each the longest that begins at its word, from left to right, none overlapping.
 * One walk over the words; only lengths that some name beginning with this word has are tried.
 */
export function spanFinder(known: Iterable<string>): (text: string) => string[] {
  const lengths = new Map<string, number[]>();
  const names = new Set(known);
  for (const name of names) {
    const parts = name.split(' ');
    const first = parts[0] as string;
    const list = lengths.get(first) ?? [];
    if (!list.includes(parts.length)) lengths.set(first, [...list, parts.length].sort((a, b) => b - a));
  }
  return (text) => {
    const all = termWords(text);
    const found: string[] = [];
    for (let at = 0; at < all.length;) {
      const length = lengths.get(all[at] as string)?.find((n) => names.has(all.slice(at, at + n).join(' '))) ?? 0;
      if (length > 0) found.push(all.slice(at, at + length).join(' '));
      at += Math.max(length, 1);
    }
    return found;
  };
}
