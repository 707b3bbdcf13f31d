// The most that each person of a segment can score for one case, in points.

import { type Policy, weightsFor } from './policy.ts';
import type { Asked } from './route-input.ts';
import { distinct, nearness, type Question } from './score-evidence.ts';
import type { Postings, Segment } from './wide-segment.ts';

/** Words that together cannot add more points than this are not looked up: everybody is thought to have them. */
const SKIP = 0.25;

export class Bounds {
  /** All but evidence. */
  readonly points: Float32Array;
  readonly evidence: Float32Array;
  readonly #field: Uint8Array;
  readonly #best: Float32Array;
  readonly #top: Float32Array;
  constructor(n: number) { this.points = new Float32Array(n); this.evidence = new Float32Array(n); this.#field = new Uint8Array(n); this.#best = new Float32Array(n); this.#top = new Float32Array(n); }

  reckon(segment: Segment, asked: Asked, q: Question, policy: Policy): void {
    const weights = weightsFor(policy, q.figures.people);
    const whole = policy.best.reduce((sum, share) => sum + share, 0);
    const words = wordLists(segment, q, ((weights.evidence / whole) * (q.conceptShare === 0 ? 1 : 1 - q.conceptShare)) / Math.max(q.wordsTotal, Number.MIN_VALUE));
    const common = words.findIndex((_, i) => words.slice(0, i + 1).reduce((sum, { list, factor }) => sum + list.top * factor, 0) > SKIP);
    const skipped = common < 0 ? words : words.slice(0, common);
    this.#start(segment, skipped.reduce((sum, { list, factor }) => sum + list.top * factor, 0));
    for (const { list, factor } of common < 0 ? [] : words.slice(common)) this.#add(list, factor);
    for (const [id, { worth }] of q.ofConcept) { const list = segment.concepts.get(id); if (list !== undefined) this.#add(list, ((weights.evidence / whole) * q.conceptShare * worth) / q.conceptsTotal); }
    this.#addFocus(segment, asked, weights.focus, policy.focusLead);
  }

  #addFocus(segment: Segment, asked: Asked, weight: number, lead: number): void {
    const wanted = distinct(asked.concepts);
    const [heaviest, whole] = [wanted[0]?.weight ?? 1, wanted.reduce((sum, one) => sum + one.weight, 0)];
    const lists = (each: (list: Postings, near: number, share: number, field: number) => void): void => wanted.forEach(({ id, weight: share }, field) => {
      for (const [declared, list] of segment.focus) { const near = nearness(declared, id); if (near > 0) each(list, near, share, field); }
    });
    lists((list, near, share, field) => { this.#addBest(list, (weight * lead * near * share) / heaviest, (weight * (1 - lead) * near * share) / whole, (field % 255) + 1); });
  }

  #start(segment: Segment, common: number): void {
    this.points.set(segment.rest.values.subarray(0, this.points.length));
    this.evidence.fill(common);
    this.#field.fill(0);
    this.#top.fill(0);
  }

  #add({ who, most }: Postings, factor: number): void {
    const [{ evidence }, people, worths] = [this, who.values, most.values];
    for (let k = 0; k < who.length; k++) { const i = people[k] as number; evidence[i] = (evidence[i] as number) + (worths[k] as number) * factor; }
  }

  /** Of several declared fields for one wanted concept the best counts, and of all wanted the best single one; `field` is the wanted one's number, from 1. */
  #addBest({ who, most }: Postings, single: number, mean: number, field: number): void {
    const [points, fields, best, top] = [this.points, this.#field, this.#best, this.#top];
    const [people, worths, n] = [who.values, most.values, who.length];
    for (let k = 0; k < n; k++) {
      const i = people[k] as number;
      const worth = worths[k] as number;
      const [of, ofAll] = [worth * single - (top[i] as number), worth * mean];
      let more = 0;
      if (of > 0) { more = of; top[i] = worth * single; }
      const before = fields[i] === field ? (best[i] as number) : 0;
      if (ofAll > before) { more += ofAll - before; best[i] = ofAll; fields[i] = field; }
      if (more > 0) points[i] = (points[i] as number) + more;
    }
  }
}

/** The lists of the words asked, from what they add at most. */
const wordLists = (segment: Segment, q: Question, factor: number): { list: Postings; factor: number }[] => {
  const lists: { list: Postings; factor: number }[] = [];
  for (const term of q.terms) { const list = segment.words.get(term); if (list !== undefined) lists.push({ list, factor: (q.ofTerm[term] as number) * factor }); }
  return lists.sort((a, b) => a.list.top * a.factor - b.list.top * b.factor);
};
