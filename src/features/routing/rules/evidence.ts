// Evidence made ready for scoring: words and concepts of every piece, and the network's figures as they stood at any moment.

import { foldTerms } from 'language';
import type { PersonFeatures, Piece } from './route-input.ts';

/** `terms` name its words in the network's book, in the order of the alphabet, `counts` how often each stands there; `length` in words; `at` −Infinity when undated. */
export type ReadPiece = { readonly piece: Piece; readonly at: number; readonly terms: Int32Array; readonly counts: Uint16Array; readonly length: number };
/** Pieces in time, undated first. */
export type Known = { readonly person: PersonFeatures; readonly pieces: readonly ReadPiece[] };

/** What the whole network says at a moment: the measure of how much a word, a concept or a habit means. */
export type Figures = {
  readonly people: number;
  readonly pieces: number;
  /** Words a piece has on average. */
  readonly meanLength: number;
  withWord(word: string): number;
  withConcept(id: string): number;
  /** Pieces a person with any has on average. */
  readonly meanPieces: number;
  /** Share of asks answered in time. */
  readonly meanInTime: number;
  readonly meanFitted: number;
  /** The time in which the network writes as many pieces as the policy's pace, in ms; null when it never has. */
  readonly span: (pieces: number) => number | null;
};

/** Everybody, by id, with an index of who wrote what when; `at(now)` are the figures of pieces dated before `now` and of the undated. */
export type Network = { readonly known: readonly Known[]; readonly termOf: ReadonlyMap<string, number>; at(now: number): Figures };

const mostWords = 4000;
export const termsOf = (text: string): string[] => { const { words, joined } = foldTerms(text); return [...words, ...joined].filter((word) => word.length > 1).slice(0, mostWords); };

const timeOf = (piece: Piece): number => (piece.at === null || !Number.isFinite(piece.at) ? Number.NEGATIVE_INFINITY : piece.at);

class TermBook {
  readonly ids = new Map<string, number>();
  readonly times: number[][] = [];
  idOf(word: string): number {
    let id = this.ids.get(word);
    if (id === undefined) { id = this.times.length; this.ids.set(word, id); this.times.push([]); }
    return id;
  }
}

const readPiece = (piece: Piece, termOf: (word: string) => number): ReadPiece => {
  const counts = new Map<string, number>();
  let length = 0;
  for (const word of termsOf(piece.text)) { counts.set(word, (counts.get(word) ?? 0) + 1); length++; }
  const sorted = [...counts.keys()].sort();
  return { piece, at: timeOf(piece), terms: Int32Array.from(sorted, termOf), counts: Uint16Array.from(sorted, (word) => Math.min(255, counts.get(word) as number)), length: Math.min(65_535, length) };
};

const rising = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
/** How many of sorted `times` lie before `now`. */
const before = (times: Float64Array | undefined, now: number): number => {
  if (times === undefined) return 0;
  let [low, high] = [0, times.length];
  while (low < high) { const mid = (low + high) >> 1; if ((times[mid] as number) < now) low = mid + 1; else high = mid; }
  return low;
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A person's pieces in time, undated first; the words of each in the order of the alphabet, so that sums come out the same everywhere. */
export const readPieces = (person: PersonFeatures, termOf: (word: string) => number): ReadPiece[] =>
  person.evidence.map((piece) => readPiece(piece, termOf)).sort((a, b) => rising(a.at, b.at) || byId(a.piece, b.piece));

/** Reads everybody once. The order in which people or pieces come changes nothing. */
export const readNetwork = (people: readonly PersonFeatures[]): Network => {
  const book = new TermBook();
  const conceptTimes = new Map<string, number[]>();
  const known = [...people].sort(byId).map((person): Known => ({ person, pieces: readPieces(person, (word) => book.idOf(word)) }));
  const all = known.flatMap(({ pieces }) => pieces).sort((a, b) => rising(a.at, b.at));
  for (const { terms, at } of all) for (const term of terms) (book.times[term] as number[]).push(at);
  for (const { piece, at } of all) for (const { id } of piece.concepts) conceptTimes.set(id, [...(conceptTimes.get(id) ?? []), at]);
  const sums = new Float64Array(all.length + 1);
  all.forEach(({ length }, i) => { sums[i + 1] = (sums[i] as number) + length; });
  const times = Float64Array.from(all, ({ at }) => at);
  const wordTimes = book.times.map((list) => Float64Array.from(list).sort());
  const ofConcept = new Map([...conceptTimes].map(([id, list]) => [id, Float64Array.from(list).sort()]));
  const firsts = Float64Array.from(known.flatMap(({ pieces }) => pieces[0]?.at ?? []).sort(rising));
  const share = (of: (one: PersonFeatures) => readonly [part: number, whole: number] | null, none: number): number => {
    let [part, whole] = [0, 0];
    for (const { person } of known) { const one = of(person); if (one !== null) { part += one[0]; whole += one[1]; } }
    return whole > 0 ? part / whole : none;
  };
  const meanInTime = share(({ answers }) => (answers === null ? null : [answers.inTime, answers.asked]), 0.5);
  const meanFitted = share(({ loops }) => (loops === null ? null : [loops.fitted, loops.closed]), 0.5);
  return {
    known, termOf: book.ids,
    at: (now) => {
      const n = before(times, now);
      const writers = before(firsts, now);
      const undated = before(times, -Number.MAX_VALUE);
      return {
        people: known.length, pieces: n, meanLength: n > 0 ? (sums[n] as number) / n : 0,
        withWord: (word) => { const id = book.ids.get(word); return id === undefined ? 0 : before(wordTimes[id], now); },
        withConcept: (id) => before(ofConcept.get(id), now),
        meanPieces: writers > 0 ? n / writers : 0, meanInTime, meanFitted,
        span: (pieces) => (n <= undated ? null : now - (times[Math.max(undated, n - pieces)] as number)),
      };
    },
  };
};
