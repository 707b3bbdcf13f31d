import { fold } from './fold.ts';
import { unmark } from './latin-skeleton.ts';

const titles = new Set([
  'dr', 'prof', 'professor', 'doctor', 'mr', 'mrs', 'ms', 'md', 'phd', 'msc', 'mbbs', 'pharmd', 'frcp', 'facc', 'fesc', 'fscai', 'eng',
  ...['دکتر', 'پروفسور', 'استاد', 'جناب', 'آقای', 'سرکار', 'خانم', 'مهندس'].map(fold),
]);
const mostWords = 8;
/** No name is longer; what is pasted may be. */
const longestName = 400;
const longestWord = 40;

/** The words of a personal name, folded, without titles. Apostrophes and hamza are dropped; a hyphen parts two words. */
export function nameWords(name: string): string[] {
  const all = fold(unmark(name.slice(0, longestName))).replace(/['"ء]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = all.filter((word) => !titles.has(word));
  return (kept.length > 0 ? kept : all).slice(0, mostWords).map((word) => word.slice(0, longestWord));
}
