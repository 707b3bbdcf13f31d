// One part of a large network: its people in columns and, for each word, concept and declared field, who has it and the most that it can be worth to them.
// No bound is below the true worth, so whoever is passed over by bounds could not have been among the best.

import { type Figures, type Known, readPieces, type ReadPiece } from './evidence.ts';
import { levelOf, standing } from './score.ts';
import { YEAR_MS } from './score-evidence.ts';
import type { Policy } from './policy.ts';
import type { PersonFeatures } from './route-input.ts';
import { type Books, Column, Columns } from './wide-columns.ts';

/** Sums in single precision may fall short by less than this share. */
const UP = 1 + 2e-6;

/** Rounding of values to their step, and sums in single precision, in points. */
const LOOSE = 0.02;

/** Who has something, rising, and the most it is worth to each. */
export class Postings {
  readonly who = new Column(Int32Array, 4);
  readonly most = new Column(Float32Array, 4);
  /** The greatest of `most`. */
  top = 0;
  /** Pieces, for rarity. */
  pieces = 0;
  add(person: number, worth: number): void {
    this.who.push(person);
    this.most.push(worth * UP);
    this.top = Math.max(this.top, worth * UP);
  }
}

/** The best n of several worths, the first counting whole, as a person's pieces do. */
const bestOf = (worths: number[], shares: readonly number[]): number => {
  worths.sort((a, b) => b - a);
  return shares.reduce((sum, share, i) => sum + share * (worths[i] ?? 0), 0);
};

export class Segment {
  readonly columns: Columns;
  readonly words = new Map<number, Postings>();
  readonly concepts = new Map<string, Postings>();
  readonly focus = new Map<string, Postings>();
  /** Points of all that does not hang on the case, at most. */
  readonly rest = new Column(Float32Array);
  pieces = 0;
  readonly #now: number;
  readonly #policy: Policy;
  readonly #figures: Figures;

  /** `now`: bounds hold from then on, because evidence and activity only fade. */
  constructor(books: Books, people: Iterable<PersonFeatures>, figures: Figures, now: number, policy: Policy) {
    this.columns = new Columns(books);
    [this.#figures, this.#now, this.#policy] = [figures, now, policy];
    for (const person of people) this.#add({ person, pieces: readPieces(person, (word) => books.termOf(word)) });
  }

  #add(known: Known): void {
    const i = this.columns.size;
    this.columns.add(known);
    this.rest.push(standing(known, this.#figures, this.#policy, this.#now) * UP + LOOSE);
    for (const focus of known.person.focus) posting(this.focus, focus.concept).add(i, levelOf(focus));
    this.#addWorths(i, known.pieces);
    this.pieces += known.pieces.length;
  }

  #addWorths(i: number, pieces: readonly ReadPiece[]): void {
    const [ofWord, ofConcept] = [new Map<number, number[]>(), new Map<string, number[]>()];
    const { k1, b } = this.#policy.bm25;
    for (const { piece, at, terms, counts, length } of pieces) {
      const fades = at === Number.NEGATIVE_INFINITY ? 1 : 0.5 ** ((this.#now - at) / (this.#policy.halfLifeYears * YEAR_MS));
      const norm = k1 * (1 - b + (b * length) / Math.max(1, this.#figures.meanLength));
      for (let t = 0; t < terms.length; t++) { const n = counts[t] as number; push(ofWord, terms[t] as number, (n / (n + norm)) * fades); }
      for (const { id, weight } of piece.concepts) push(ofConcept, id, Math.min(1, weight) * fades);
    }
    for (const [term, worths] of ofWord) { const one = posting(this.words, term); one.pieces += worths.length; one.add(i, bestOf(worths, this.#policy.best)); }
    for (const [id, worths] of ofConcept) { const one = posting(this.concepts, id); one.pieces += worths.length; one.add(i, bestOf(worths, this.#policy.best)); }
  }

  read(i: number): Known { return this.columns.read(i); }
}

const push = <K>(map: Map<K, number[]>, key: K, value: number): void => { const list = map.get(key); if (list === undefined) map.set(key, [value]); else list.push(value); };
const posting = <K>(map: Map<K, Postings>, key: K): Postings => { let one = map.get(key); if (one === undefined) { one = new Postings(); map.set(key, one); } return one; };
