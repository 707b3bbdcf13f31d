// People of a large network in columns: some hundred bytes each instead of some thousand, and read back as the scoring function knows them.

import type { Known, ReadPiece } from './evidence.ts';
import { type Question, YEAR_MS } from './score-evidence.ts';
import { aPerson, type Focus, type PersonFeatures, type Piece } from './route-input.ts';

type Numbers = Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array;
type Maker<A extends Numbers> = new (length: number) => A;

/** A column that grows by half. */
export class Column<A extends Numbers> {
  readonly make: Maker<A>;
  length = 0;
  values: A;
  constructor(make: Maker<A>, room = 16) { this.make = make; this.values = new make(room); }
  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new this.make(Math.ceil(this.length * 1.5) + 4);
      wider.set(this.values as never);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
  at(i: number): number { return this.values[i] as number; }
}

/** Values that repeat, each kept once. */
export class Book<T> {
  readonly values: T[] = [];
  readonly #ids = new Map<string, number>();
  idOf(key: string, value: T): number {
    let id = this.#ids.get(key);
    if (id === undefined) { id = this.values.length; this.#ids.set(key, id); this.values.push(value); }
    return id;
  }
  at(id: number): T { return this.values[id] as T; }
}

/** Names shared by every part of one network. */
export class Books {
  readonly terms = new Map<string, number>();
  readonly concepts = new Map<string, number>();
  readonly conceptIds: string[] = [];
  readonly places = new Book<string | null>();
  readonly lists = new Book<readonly string[]>();
  readonly quiet = new Book<PersonFeatures['quiet']>();
  readonly weights = new Book<number>();
  termOf(word: string): number { const known = this.terms.get(word); if (known !== undefined) return known; this.terms.set(word, this.terms.size); return this.terms.size - 1; }
  conceptOf(id: string): number {
    const known = this.concepts.get(id);
    if (known !== undefined) return known;
    this.concepts.set(id, this.conceptIds.length);
    return this.conceptIds.push(id) - 1;
  }
  place(name: string | null): number { return this.places.idOf(name === null ? '' : `=${name}`, name); }
  list(names: readonly string[]): number { return this.lists.idOf(names.join('\n'), names); }
}

const f64 = () => new Column(Float64Array);
const i32 = () => new Column(Int32Array);
const u16 = () => new Column(Uint16Array);
const u8 = () => new Column(Uint8Array);
const levels: readonly Focus['level'][] = ['learning', 'independent', 'reference'];
const kinds: readonly Piece['kind'][] = ['opinion', 'case', 'publication', 'procedures', 'naming'];
const none = 0xffff;
const orNone = (n: number | null): number => n ?? none;
const orNull = (n: number): number | null => (n === none ? null : n);
const bits = ['verified', 'onLeave', 'conflict', 'alreadyAsked', 'allowsNow'] as const;

/** A question by the numbers of a network's concepts: what each is worth and which wanted one it stands for; `covered` and `best` are room for sums. */
export type Lean = { readonly q: Question; readonly worth: Float64Array; readonly wanted: Int32Array; readonly covered: Float64Array; readonly best: Float64Array };
export const leanOf = (q: Question, books: Books): Lean => {
  const [worth, wanted] = [new Float64Array(books.conceptIds.length), new Int32Array(books.conceptIds.length)];
  const fields = [...new Set([...q.ofConcept.values()].map((one) => one.wanted))];
  for (const [id, one] of q.ofConcept) { const at = books.concepts.get(id); if (at !== undefined) { worth[at] = one.worth; wanted[at] = fields.indexOf(one.wanted); } }
  return { q, worth, wanted, covered: new Float64Array(Math.max(1, fields.length)), best: new Float64Array(q.policy.best.length) };
};

export class Columns {
  readonly ids: string[] = [];
  readonly #books: Books;
  readonly #flags = u8(); readonly #site = i32(); readonly #city = i32(); readonly #knows = i32(); readonly #languages = i32(); readonly #circles = i32(); readonly #quiet = i32();
  readonly #openAsks = u16(); readonly #capOpen = u16(); readonly #week = u16(); readonly #capWeek = u16(); readonly #asked = u16(); readonly #inTime = u16(); readonly #closed = u16(); readonly #fitted = u16();
  readonly #lastActive = f64(); readonly #tie = f64();
  readonly #focusFrom = i32(); readonly #focus = u16(); readonly #level = u8(); readonly #perYear = u16();
  readonly #pieceFrom = i32(); readonly #at = f64(); readonly #kind = u8(); readonly #length = u16();
  readonly #conceptFrom = i32(); readonly #concept = u16(); readonly #weight = u16();
  readonly #termFrom = i32(); readonly #term = i32(); readonly #count = u8();

  constructor(books: Books) { this.#books = books; }
  get size(): number { return this.ids.length; }

  /** `pieces` are the person's, read and in time. */
  add({ person: p, pieces }: Known): void {
    const b = this.#books;
    this.ids.push(p.id);
    this.#flags.push(bits.reduce((sum, bit, i) => sum | (p[bit] ? 1 << i : 0), 0));
    this.#site.push(b.place(p.site)); this.#city.push(b.place(p.city)); this.#knows.push(b.list(p.knowsPlaces)); this.#languages.push(b.list(p.languages)); this.#circles.push(b.list(p.circles));
    this.#quiet.push(b.quiet.idOf(JSON.stringify(p.quiet), p.quiet));
    this.#openAsks.push(p.openAsks); this.#capOpen.push(orNone(p.capOpen)); this.#week.push(p.askedThisWeek); this.#capWeek.push(orNone(p.capWeek));
    this.#asked.push(orNone(p.answers?.asked ?? null)); this.#inTime.push(p.answers?.inTime ?? 0); this.#closed.push(orNone(p.loops?.closed ?? null)); this.#fitted.push(p.loops?.fitted ?? 0);
    this.#lastActive.push(p.lastActive ?? Number.NaN); this.#tie.push(p.tie);
    this.#focusFrom.push(this.#focus.length);
    for (const { concept, level, casesPerYear } of p.focus) { this.#focus.push(b.conceptOf(concept)); this.#level.push(levels.indexOf(level)); this.#perYear.push(orNone(casesPerYear)); }
    this.#pieceFrom.push(this.#at.length);
    for (const read of pieces) this.#addPiece(read);
  }

  #addPiece({ piece, at, terms, counts, length }: ReadPiece): void {
    this.#at.push(at); this.#kind.push(kinds.indexOf(piece.kind)); this.#length.push(length);
    this.#conceptFrom.push(this.#concept.length);
    for (const { id, weight } of piece.concepts) { this.#concept.push(this.#books.conceptOf(id)); this.#weight.push(this.#books.weights.idOf(String(weight), weight)); }
    this.#termFrom.push(this.#term.length);
    for (let i = 0; i < terms.length; i++) { this.#term.push(terms[i] as number); this.#count.push(counts[i] as number); }
  }

  static #end(from: Column<Int32Array>, i: number, all: number): number { return i + 1 < from.length ? from.at(i + 1) : all; }

  /** The person at a place, as the scoring function takes it. Pieces are named by their place. */
  read(i: number): Known {
    const b = this.#books;
    const flags = this.#flags.at(i);
    const [asked, closed, active] = [orNull(this.#asked.at(i)), orNull(this.#closed.at(i)), this.#lastActive.at(i)];
    const focus: Focus[] = [];
    for (let f = this.#focusFrom.at(i); f < Columns.#end(this.#focusFrom, i, this.#focus.length); f++)
      focus.push({ concept: b.conceptIds[this.#focus.at(f)] as string, level: levels[this.#level.at(f)] as Focus['level'], casesPerYear: orNull(this.#perYear.at(f)) });
    const pieces: ReadPiece[] = [];
    for (let p = this.#pieceFrom.at(i); p < Columns.#end(this.#pieceFrom, i, this.#at.length); p++) pieces.push(this.#piece(p));
    const person = aPerson({
      id: this.ids[i] as string, verified: (flags & 1) !== 0, onLeave: (flags & 2) !== 0, conflict: (flags & 4) !== 0, alreadyAsked: (flags & 8) !== 0, allowsNow: (flags & 16) !== 0,
      site: b.places.at(this.#site.at(i)), city: b.places.at(this.#city.at(i)), knowsPlaces: b.lists.at(this.#knows.at(i)), languages: b.lists.at(this.#languages.at(i)), circles: b.lists.at(this.#circles.at(i)),
      quiet: b.quiet.at(this.#quiet.at(i)), openAsks: this.#openAsks.at(i), capOpen: orNull(this.#capOpen.at(i)), askedThisWeek: this.#week.at(i), capWeek: orNull(this.#capWeek.at(i)),
      answers: asked === null ? null : { asked, inTime: this.#inTime.at(i) }, loops: closed === null ? null : { closed, fitted: this.#fitted.at(i) },
      lastActive: Number.isNaN(active) ? null : active, tie: this.#tie.at(i), focus, evidence: pieces.map(({ piece }) => piece),
    });
    return { person, pieces };
  }

  /** The evidence value of a person as `evidenceOf` reckons it, without making objects of the pieces: exact but for the order of sums. */
  evidence(i: number, lean: Lean): number {
    const { q, best } = lean;
    const [times, shares] = [this.#at.values, q.policy.best];
    best.fill(0);
    const end = i + 1 < this.#pieceFrom.length ? (this.#pieceFrom.values[i + 1] as number) : this.#at.length;
    for (let p = this.#pieceFrom.values[i] as number; p < end; p++) {
      const at = times[p] as number;
      if (at >= q.now) continue;
      let worth = q.conceptShare > 0 ? q.conceptShare * this.#conceptsIn(p, lean) : 0;
      if (q.wordsTotal > 0) worth += (q.conceptShare === 0 ? 1 : 1 - q.conceptShare) * this.#wordsIn(p, lean);
      if (worth <= (best[best.length - 1] as number)) continue;
      if (at !== Number.NEGATIVE_INFINITY) worth *= 0.5 ** ((q.now - at) / (q.policy.halfLifeYears * YEAR_MS));
      for (let k = 0; k < best.length; k++) { const here = best[k] as number; if (worth > here) { best[k] = worth; worth = here; } }
    }
    let [sum, whole] = [0, 0];
    for (let k = 0; k < best.length; k++) { sum += (best[k] as number) * (shares[k] as number); whole += shares[k] as number; }
    return sum / whole;
  }

  #conceptsIn(p: number, { q, worth, wanted, covered }: Lean): number {
    const [from, concepts, kept, weights] = [this.#conceptFrom, this.#concept.values, this.#weight.values, this.#books.weights.values];
    const end = p + 1 < from.length ? (from.values[p + 1] as number) : this.#concept.length;
    let sum = 0;
    for (let c = from.values[p] as number; c < end; c++) {
      const concept = concepts[c] as number;
      const full = worth[concept] as number;
      if (full === 0) continue;
      if (sum === 0) covered.fill(0);
      const [here, field] = [full * Math.min(1, weights[kept[c] as number] as number), wanted[concept] as number];
      const before = covered[field] as number;
      if (here > before) { sum += here - before; covered[field] = here; }
    }
    return sum / q.conceptsTotal;
  }

  #wordsIn(p: number, { q }: Lean): number {
    const [from, terms, counts, { k1, b }] = [this.#termFrom, this.#term.values, this.#count.values, q.policy.bm25];
    const end = p + 1 < from.length ? (from.values[p + 1] as number) : this.#term.length;
    const norm = k1 * (1 - b + (b * (this.#length.values[p] as number)) / Math.max(1, q.figures.meanLength));
    let sum = 0;
    for (let t = from.values[p] as number; t < end; t++) {
      const of = q.ofTerm[terms[t] as number] as number;
      if (of > 0) { const n = counts[t] as number; sum += (of * n) / (n + norm); }
    }
    return sum / q.wordsTotal;
  }

  #piece(p: number): ReadPiece {
    const [c, cEnd] = [this.#conceptFrom.at(p), Columns.#end(this.#conceptFrom, p, this.#concept.length)];
    const [t, tEnd] = [this.#termFrom.at(p), Columns.#end(this.#termFrom, p, this.#term.length)];
    const at = this.#at.at(p);
    const concepts = Array.from({ length: cEnd - c }, (_, k) => ({ id: this.#books.conceptIds[this.#concept.at(c + k)] as string, weight: this.#books.weights.at(this.#weight.at(c + k)) }));
    const piece: Piece = { id: String(p), kind: kinds[this.#kind.at(p)] as Piece['kind'], at: at === Number.NEGATIVE_INFINITY ? null : at, text: '', concepts };
    return { piece, at, terms: this.#term.values.subarray(t, tEnd), counts: Uint16Array.from(this.#count.values.subarray(t, tEnd)), length: this.#length.at(p) };
  }
}
