// Iranian names in both scripts; the two lists hold the same names, but not in pairs.

import { nameKeys, sameName } from 'language';
import { type Figure, round } from '../figure.ts';
import { textLines } from './persian-data.ts';

const kinds = ['male', 'female', 'region'] as const;

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** For each Latin name: the Persian names of its list taken for the same, by likeness and by key; and whether the likeliest likes it most as well. */
function ambiguity(kind: (typeof kinds)[number]): Figure[] {
  const [fa, en] = [textLines(`names-${kind}-fa.txt`), textLines(`names-${kind}-en.txt`)];
  const likeness = en.map((latin) => fa.map((persian) => sameName(persian, latin)));
  const keys = fa.map((name) => new Set(nameKeys(name)));
  const byKey = en.map((name) => nameKeys(name)).map((asked) => keys.filter((stored) => asked.some((key) => stored.has(key))).length);
  const column = (i: number): number[] => likeness.map((row) => row[i] as number);
  const mutual = likeness.filter((row) => {
    const i = row.indexOf(Math.max(...row));
    return Math.max(...column(i)) === row[i];
  }).length;
  const taken = likeness.map((row) => row.filter((one) => one >= 0.8).length);
  return [
    { name: `Iranian names, ${kind}: Persian names taken for a Latin one`, unit: 'names', value: round(mean(taken)), beside: { name: 'sharing a consonant key', value: round(mean(byKey)) }, note: `${taken.filter((n) => n === 0).length} of ${en.length} taken for none` },
    { name: `Iranian names, ${kind}: likeliest to each other both ways`, unit: 'share', value: round(mutual / en.length) },
  ];
}

export const givenNames = (): Figure[] => kinds.flatMap(ambiguity);
