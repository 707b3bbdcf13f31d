import taxonomyFile from '../data/taxonomy.json' with { type: 'json' };
import { termKey, spanFinder } from './term-names.ts';
import { refuseFaults } from './taxonomy-faults.ts';

/** One field of expertise or topic of a case; `id` is a stable key. */
export interface Term {
  readonly id: string;
  readonly parent: string | null;
  readonly en: string;
  readonly fa: string;
  readonly synonyms_en: readonly string[];
  readonly synonyms_fa: readonly string[];
  readonly mesh?: string;
  readonly mesh_name?: string;
}

export interface Taxonomy {
  readonly terms: readonly Term[];
  readonly ambiguous_abbreviations: readonly { readonly synonym: string; readonly senses: readonly string[] }[];
}

/** `ask` = several readings and no context decides: show `senses` (from the list of abbreviations) or the candidates. */
export type Lookup =
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'ask'; readonly candidates: readonly string[]; readonly senses: readonly string[] }
  | { readonly kind: 'none' };

export interface Mention { readonly text: string; readonly found: Exclude<Lookup, { kind: 'none' }> }

export interface Concepts {
  readonly terms: readonly Term[];
  /** Abbreviations that are never expanded unless their surroundings decide. */
  readonly ambiguous: Taxonomy['ambiguous_abbreviations'];
  term(id: string): Term | undefined;
  /** From the parent up to the root. */
  ancestors(id: string): readonly string[];
  /** All below, in the order of the file. */
  descendants(id: string): readonly string[];
  /** Fit of an expertise to a topic: 1 the same, halved for each level the expertise lies above it, else 0. */
  kinship(topic: string, expertise: string): number;
  /** The term of a name or synonym in either language; `context` are ids already known to be meant. */
  lookup(text: string, context?: readonly string[]): Lookup;
  /** Every name or synonym in a running text, longest first, each reading helped by the clear ones of the same text. */
  mentions(text: string, context?: readonly string[]): readonly Mention[];
}

/** Names as written and, where a bracket holds the abbreviation, both parts alone: «بستن PFO (سوراخ بیضی باز)». */
function namesOf(term: Term): string[] {
  const written = [term.en, term.fa, ...term.synonyms_en, ...term.synonyms_fa];
  return written.flatMap((name) => {
    const parts = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
    return parts ? [name, parts[1] as string] : [name];
  });
}

/** Reads a taxonomy; throws a sentence where it is no tree: a circle, a parent that is not there, an id twice. */
export function readTaxonomy(taxonomy: Taxonomy): Concepts {
  refuseFaults(taxonomy.terms);
  const byId = new Map(taxonomy.terms.map((term) => [term.id, term]));
  const byName = new Map<string, string[]>();
  for (const term of taxonomy.terms) {
    for (const key of new Set(namesOf(term).map(termKey))) byName.set(key, [...(byName.get(key) ?? []), term.id]);
  }
  const senses = new Map(taxonomy.ambiguous_abbreviations.map(({ synonym, senses: meant }) => [termKey(synonym), meant]));

  const ancestors = (id: string): string[] => {
    const parent = byId.get(id)?.parent;
    return parent ? [parent, ...ancestors(parent)] : [];
  };

  /** Steps between two terms below a common field; the root itself joins nothing. */
  const distance = (a: string, b: string): number => {
    const [up, across] = [[a, ...ancestors(a)], [b, ...ancestors(b)]];
    const common = up.find((id) => across.includes(id));
    return common === undefined || !byId.get(common)?.parent ? Infinity : up.indexOf(common) + across.indexOf(common);
  };

  /** The candidate strictly nearest to the context, itself or one step away: a sibling or a whole field proves nothing. */
  const decide = (candidates: readonly string[], context: readonly string[]): string | undefined => {
    const steps = candidates.map((id) => Math.min(Infinity, ...context.map((other) => distance(id, other))));
    const nearest = Math.min(Infinity, ...steps);
    const best = candidates.filter((_, i) => steps[i] === nearest);
    return nearest <= 1 && best.length === 1 ? best[0] : undefined;
  };

  const lookup = (text: string, context: readonly string[] = []): Lookup => {
    const key = termKey(text);
    const meant = senses.get(key);
    const named = byName.get(key) ?? [];
    const candidates = [...new Set([...named, ...(meant ?? []).flatMap((sense) => byName.get(termKey(sense)) ?? [])])];
    const [first] = candidates;
    if (first === undefined && !meant) return { kind: 'none' };
    if (first !== undefined && candidates.length === 1 && !meant) return { kind: 'term', id: first };
    const decided = decide(candidates, context);
    return decided === undefined ? { kind: 'ask', candidates, senses: meant ?? [] } : { kind: 'term', id: decided };
  };

  const spans = spanFinder([...byName.keys(), ...senses.keys()]);
  /** PCI in passing decides nothing: every branch of it would be near. */
  const isField = (id: string): boolean => byId.get(byId.get(id)?.parent ?? '')?.parent === null;

  return {
    terms: taxonomy.terms,
    ambiguous: taxonomy.ambiguous_abbreviations,
    term: (id) => byId.get(id),
    ancestors,
    descendants: (id) => taxonomy.terms.map((term) => term.id).filter((other) => ancestors(other).includes(id)),
    kinship: (topic, expertise) => {
      const level = [topic, ...ancestors(topic)].indexOf(expertise);
      return level < 0 || !byId.has(topic) ? 0 : 0.5 ** level;
    },
    lookup,
    mentions(text, context = []) {
      const found = spans(text);
      const different = [...new Set(found)];
      const clear = different.map((span) => lookup(span)).flatMap((one) => (one.kind === 'term' && !isField(one.id) ? one.id : []));
      const around = [...new Set([...context, ...clear])];
      const readings = new Map(different.map((span) => [span, lookup(span, around)]));
      return found.flatMap((span) => {
        const one = readings.get(span);
        return one === undefined || one.kind === 'none' ? [] : [{ text: span, found: one }];
      });
    },
  };
}

/** The taxonomy of the product: 94 terms of interventional cardiology in English and Persian. */
export const concepts: Concepts = readTaxonomy(taxonomyFile);
