import { fold } from './fold.ts';
import { unmark } from './latin-skeleton.ts';

const titles = new Set([
  'dr', 'prof', 'professor', 'doctor', 'mr', 'mrs', 'ms', 'md', 'phd', 'facc', 'fesc', 'fscai',
  ...['دکتر', 'پروفسور', 'استاد', 'جناب', 'آقای', 'سرکار', 'خانم'].map(fold),
]);
const mostWords = 8;

/** The words of a personal name, folded, without titles. Apostrophes and hamza are dropped; a hyphen parts two words. */
export function nameWords(name: string): string[] {
  const all = fold(unmark(name)).replace(/['"ء]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = all.filter((word) => !titles.has(word));
  return (kept.length > 0 ? kept : all).slice(0, mostWords);
}
