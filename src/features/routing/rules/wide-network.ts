// The best few of a very large network, exactly: bounds find who could be among them, and the scoring function that route.ts uses scores those alone.

import type { Figures, Known } from './evidence.ts';
import { type Policy, weightsFor } from './policy.ts';
import { asRanked, type Ranked, rankScored, type Scored, scoreAll } from './ranking.ts';
import type { Asked, PersonFeatures } from './route-input.ts';
import { leftOutBy } from './route-rules.ts';
import { type Question, questionOf } from './score-evidence.ts';
import { Bounds } from './wide-bounds.ts';
import { Books, type Lean, leanOf } from './wide-columns.ts';
import { Segment } from './wide-segment.ts';

/** Looked at to find a first bar. */
const FIRST = 64;
const CHUNK = 8;
const BLOCK = 512;
type Part = { readonly segment: Segment; readonly bounds: Bounds; readonly gone: Uint8Array; readonly blocks: Float64Array };
type Candidate = { readonly part: Part; readonly i: number; readonly most: number };

export class WideNetwork {
  readonly #books = new Books();
  readonly #policy: Policy;
  readonly #means: Figures;
  readonly #since: number;
  readonly #placeOf = new Map<string, number>();
  readonly #changed = new Map<string, PersonFeatures>();
  readonly #base: Part;
  #fresh: Part | null = null;
  /** People scored for the last case. */
  looked = 0;

  /**
   * `people` are read one after another and not kept. `means` are the network's, measured before (of a sample, or of yesterday); they hold until the network is built anew.
   * Cases may be put from `since` on.
   */
  constructor(people: Iterable<PersonFeatures>, policy: Policy, since: number, means: Figures) {
    [this.#policy, this.#since, this.#means] = [policy, since, means];
    this.#base = this.#part(people);
    this.#base.segment.columns.ids.forEach((id, i) => { this.#placeOf.set(id, i); });
  }

  #part(people: Iterable<PersonFeatures>): Part {
    const segment = new Segment(this.#books, people, this.#means, this.#since, this.#policy);
    return { segment, bounds: new Bounds(segment.columns.size), gone: new Uint8Array(segment.columns.size), blocks: new Float64Array(Math.ceil(segment.columns.size / BLOCK)) };
  }

  /** People new or changed; the next case sees them. */
  update(people: readonly PersonFeatures[]): void {
    for (const person of people) {
      this.#changed.set(person.id, person);
      const place = this.#placeOf.get(person.id);
      if (place !== undefined) this.#base.gone[place] = 1;
    }
    this.#fresh = this.#part(this.#changed.values());
  }

  get #parts(): readonly Part[] { return this.#fresh === null ? [this.#base] : [this.#base, this.#fresh]; }

  /** The figures a case is scored with: the means as measured, how often a word or concept is met as of now. */
  get figures(): Figures {
    const parts = this.#parts;
    const sum = (count: (segment: Segment) => number): number => parts.reduce((all, { segment }) => all + count(segment), 0);
    const span = this.#means.span(this.#policy.pace.pieces);
    return {
      ...this.#means, pieces: sum(({ pieces }) => pieces), span: () => span,
      withWord: (word) => { const term = this.#books.terms.get(word); return term === undefined ? 0 : sum(({ words }) => words.get(term)?.pieces ?? 0); },
      withConcept: (id) => sum(({ concepts }) => concepts.get(id)?.pieces ?? 0),
    };
  }

  /** The same as `rankIn` with these figures, of all people. */
  best(asked: Asked, now: number, most: number): Ranked[] {
    if (now < this.#since) throw new RangeError('bounds do not hold for the past');
    const figures = this.figures;
    const weights = weightsFor(this.#policy, figures.people);
    const q = questionOf(asked, { termOf: this.#books.terms }, figures, this.#policy, now);
    for (const { segment, bounds } of this.#parts) bounds.reckon(segment, asked, q, this.#policy);
    const tighten = this.#tightener(leanOf(q, this.#books), weights.evidence);
    const scored: Scored[] = [];
    /** What the last of the best scores beside the others: whoever cannot reach it is not among them. */
    let bar = Number.NEGATIVE_INFINITY;
    const score = (candidates: readonly Candidate[]): void => {
      for (let from = 0; from < candidates.length && (candidates[from] as Candidate).most >= bar; from += CHUNK) {
        scored.push(...this.#score(candidates.slice(from, from + CHUNK), asked, q));
        this.looked += CHUNK;
        const best = rankScored(scored, weights, most);
        bar = best.length < most ? bar : (best[most - 1] as Scored).score;
      }
    };
    this.looked = 0;
    const first = this.#highest(FIRST, weights.evidence);
    const seen = new Set(first.map(({ part, i }) => keyOf(part === this.#base, i)));
    score(first.map(tighten).sort(highestFirst));
    const rest = this.#above(bar, weights.evidence).filter(({ part, i }) => !seen.has(keyOf(part === this.#base, i)));
    score(rest.map(tighten).filter((one) => one.most >= bar).sort(highestFirst));
    return rankScored(scored, weights, most).map((one) => asRanked(one, weights));
  }

  /** A closer bound: the person's own evidence in place of the most it could be. */
  #tightener(lean: Lean, weight: number): (one: Candidate) => Candidate {
    return ({ part, i }) => ({ part, i, most: (part.bounds.points[i] as number) + Math.min(1, part.segment.columns.evidence(i, lean)) * weight });
  }

  #score(candidates: readonly Candidate[], asked: Asked, q: Question): Scored[] {
    const known = candidates.map(({ part, i }): Known => part.segment.columns.read(i)).filter(({ person }) => leftOutBy(person, asked, q.now) === null);
    return scoreAll(known, asked, q, weightsFor(this.#policy, q.figures.people));
  }

  /** Everybody whose bound reaches the bar; whole blocks below it are passed over. */
  #above(bar: number, evidenceMost: number): Candidate[] {
    const found: Candidate[] = [];
    for (const part of this.#parts) {
      const { bounds: { points, evidence }, gone, blocks } = part;
      for (let b = 0; b < blocks.length; b++) {
        if ((blocks[b] as number) < bar) continue;
        for (let i = b * BLOCK; i < Math.min(points.length, (b + 1) * BLOCK); i++) {
          const most = (points[i] as number) + Math.min(evidenceMost, evidence[i] as number);
          if (most >= bar && gone[i] === 0) found.push({ part, i, most });
        }
      }
    }
    return found;
  }

  /** The `n` with the highest bounds; notes the highest of each block on the way. */
  #highest(n: number, evidenceMost: number): Candidate[] {
    const heap = new Lowest(n);
    this.#parts.forEach((part, at) => { highestOf(part, at, heap, evidenceMost); });
    return heap.list().map(({ most, part, i }) => ({ most, i, part: this.#parts[part] as Part }));
  }
}

const highestOf = ({ bounds: { points, evidence }, gone, blocks }: Part, part: number, heap: Lowest, evidenceMost: number): void => {
  for (let b = 0; b < blocks.length; b++) {
    let highest = Number.NEGATIVE_INFINITY;
    const end = Math.min(points.length, (b + 1) * BLOCK);
    for (let i = b * BLOCK; i < end; i++) {
      const worth = evidence[i] as number;
      const most = (points[i] as number) + (worth < evidenceMost ? worth : evidenceMost);
      if (most > highest) highest = most;
      if (most > heap.least && gone[i] === 0) heap.offer(most, part, i);
    }
    blocks[b] = highest;
  }
};

const keyOf = (isBase: boolean, i: number): number => (isBase ? i : -1 - i);
const highestFirst = (a: Candidate, b: Candidate): number => b.most - a.most;

type Entry = { most: number; part: number; i: number };
/** Keeps the n highest: a heap with the lowest on top. */
class Lowest {
  readonly #n: number;
  readonly #heap: Entry[] = [];
  least = Number.NEGATIVE_INFINITY;
  constructor(n: number) { this.#n = n; }
  offer(most: number, part: number, i: number): void {
    const heap = this.#heap;
    if (heap.length < this.#n) { heap.push({ most, part, i }); this.#rise(heap.length - 1); } else { heap[0] = { most, part, i }; this.#sink(); }
    if (heap.length === this.#n) this.least = (heap[0] as Entry).most;
  }
  #rise(at: number): void {
    const heap = this.#heap;
    for (let i = at; i > 0; ) {
      const up = (i - 1) >> 1;
      if ((heap[up] as Entry).most <= (heap[i] as Entry).most) return;
      [heap[up], heap[i]] = [heap[i] as Entry, heap[up] as Entry];
      i = up;
    }
  }
  #sink(): void {
    const heap = this.#heap;
    for (let i = 0; ; ) {
      let low = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && (heap[child] as Entry).most < (heap[low] as Entry).most) low = child;
      if (low === i) return;
      [heap[low], heap[i]] = [heap[i] as Entry, heap[low] as Entry];
      i = low;
    }
  }
  list(): readonly Entry[] { return this.#heap; }
}
