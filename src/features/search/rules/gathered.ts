// From documents found to things shown: the parts of one thing together, each thing once, its kind's order kept.

import { concepts } from 'language';
import type { Asked } from './asked.ts';
import type { Concept, Found, Hit, HitLine } from './hit.ts';

export type FoundDocument = { readonly kind: string; readonly about: string; readonly part: string; readonly score: number; readonly met: readonly number[] };

const conceptOf = (id: string): Concept[] => {
  const term = concepts.term(id);
  return term ? [{ id, nameEn: term.en, nameFa: term.fa }] : [];
};

/** Documents of one thing: the best of them speaks for it, and all of them for the concepts. Best first. */
const things = (documents: readonly FoundDocument[]): (FoundDocument & { all: Set<number> })[] => {
  const best = new Map<string, FoundDocument & { all: Set<number> }>();
  for (const one of documents) {
    const key = `${one.kind} ${one.about}`;
    const known = best.get(key);
    if (known) for (const n of one.met) known.all.add(n);
    else best.set(key, { ...one, all: new Set(one.met) });
  }
  return [...best.values()];
};

/** What a person is shown of what was found. `lines` are of things the viewer may see; a thing without one has no place here. */
export const gathered = (q: string, asked: Asked, documents: readonly FoundDocument[], lines: readonly HitLine[], kinds: readonly string[], most: number): Found => {
  const lineOf = new Map(lines.map((line) => [`${line.kind} ${line.id}`, line]));
  const hits: Hit[] = things(documents).flatMap(({ kind, about, part, all }) => {
    const line = lineOf.get(`${kind} ${about}`);
    const as = asked.named.filter(({ n }) => all.has(n)).flatMap(({ id }) => conceptOf(id));
    return line ? [{ ...line, part: part as Hit['part'], as }] : [];
  });
  return {
    q,
    kinds: kinds.map((kind) => ({ kind, of: hits.filter((hit) => hit.kind === kind) })).filter(({ of }) => of.length > 0)
      .map(({ kind, of }) => ({ kind, hits: of.slice(0, most), more: of.length > most })),
    choices: asked.ambiguous.map(({ text, concepts: ids, senses }) => ({
      // A sense that is a concept is chosen by the concept.
      text, concepts: ids.flatMap(conceptOf), senses: senses.filter((sense) => { const found = concepts.lookup(sense); return found.kind !== 'term' || !ids.includes(found.id); }),
    })),
    understood: asked.named.flatMap(({ id }) => conceptOf(id)),
  };
};
