// Names across scripts: each Persian place name is sought among all English ones, and the other way round.

import transliterate from '@sindresorhus/transliterate';
import { sameName } from 'language';
import { type Figure, round } from '../figure.ts';
import { jsonLines, textLines } from './persian-data.ts';

type Likeness = (persian: string, english: string) => number;

const letters = (text: string): string => transliterate(text).toLowerCase().replace(/[^a-z]/g, '');

/** Letters to change, to add or to leave out. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min((row[j] as number) + (letter === b[j] ? 0 : 1), (row[j + 1] as number) + 1, (next[j] as number) + 1));
    row = next;
  }
  return row[b.length] as number;
}

/** The usual way: transliterate, then count edits. */
const transliterated: Likeness = (persian, english) => {
  const [a, b] = [letters(persian), letters(english)];
  return 1 - edits(a, b) / Math.max(a.length, b.length, 1);
};

type Ranked = { persianFirst: number; englishFirst: number; mrr: number; wrong: string[] };

/** `persian` and `english` may go on beyond the pairs: names that only stand in the way. An equal other counts as before the right one. */
function rank(like: Likeness, pairs: number, persian: readonly string[], english: readonly string[]): Ranked {
  const sum: Ranked = { persianFirst: 0, englishFirst: 0, mrr: 0, wrong: [] };
  for (let i = 0; i < pairs; i++) {
    const [fa, en] = [persian[i] as string, english[i] as string];
    const own = like(fa, en);
    const among = english.filter((other, j) => j !== i && like(fa, other) >= own).length;
    const back = persian.filter((other, j) => j !== i && like(other, en) >= own).length;
    sum.persianFirst += among === 0 ? 1 / pairs : 0;
    sum.englishFirst += back === 0 ? 1 / pairs : 0;
    sum.mrr += (1 / (among + 1) + 1 / (back + 1)) / 2 / pairs;
    if (among + back > 0) sum.wrong.push(`${fa} ${en}`);
  }
  return sum;
}

export function placeNames(): Figure[] {
  const pairs = jsonLines<{ fa: string; en: string }>('cldr-place-pairs-fa-en.jsonl');
  const [fa, en] = [pairs.map((pair) => pair.fa), pairs.map((pair) => pair.en)];
  const ours = rank(sameName, pairs.length, fa, en);
  const peer = rank(transliterated, pairs.length, fa, en);
  const beside = (value: number) => ({ name: '@sindresorhus/transliterate and edit distance', value: round(value) });
  const lists = ['male', 'female', 'region'] as const;
  const crowd = rank(sameName, pairs.length, [...fa, ...lists.flatMap((kind) => textLines(`names-${kind}-fa.txt`))], [...en, ...lists.flatMap((kind) => textLines(`names-${kind}-en.txt`))]);
  const bar = { at: 0.92, is: 'at least', of: 'value' } as const;
  return [
    { name: `place names, Persian to English, found first (${pairs.length})`, unit: 'share', value: round(ours.persianFirst), beside: beside(peer.persianFirst), ratio: round(ours.persianFirst / peer.persianFirst), bar, note: `not first in some direction: ${ours.wrong.join('; ')}` },
    { name: 'place names, English to Persian, found first', unit: 'share', value: round(ours.englishFirst), beside: beside(peer.englishFirst), ratio: round(ours.englishFirst / peer.englishFirst), bar },
    { name: 'place names, mean reciprocal rank, both ways', unit: 'MRR', value: round(ours.mrr), beside: beside(peer.mrr), ratio: round(ours.mrr / peer.mrr) },
    { name: `place names with the ${lists.length} lists of Iranian names among them, found first, mean of both ways`, unit: 'share', value: round((crowd.persianFirst + crowd.englishFirst) / 2) },
  ];
}
