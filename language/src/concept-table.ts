import glossaryFile from '../data/glossary-fa.json' with { type: 'json' };
import taxonomyFile from '../data/taxonomy.json' with { type: 'json' };
import { type Concepts, concepts, readTaxonomy, type Term } from './concepts.ts';

interface Entry { readonly en: string; readonly fa: string; readonly synonyms_en?: readonly string[]; readonly synonyms_fa?: readonly string[] }

/** «درن»/Drain as a concept of its own, below no field: `word.drain`. */
const idOf = (en: string): string => `word.${en.toLowerCase().replace(/\s*\(.*\)/, '').replace(/[^a-z0-9]+/g, '-')}`;

function namesOf({ en, fa, synonyms_en = [], synonyms_fa = [] }: Entry): { en: string[]; fa: string[] } {
  const bracket = (name: string): string[] => {
    const parts = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
    return parts ? [parts[1] as string, parts[2] as string] : [name];
  };
  return { en: [...bracket(en), ...synonyms_en], fa: [...bracket(fa), ...synonyms_fa] };
}

/** The terms that already bear one of these names; `asks` where a name is ambiguous. */
function bearers(names: readonly string[]): { ids: Set<string>; asks: boolean } {
  const found = names.map((name) => concepts.lookup(name));
  return {
    ids: new Set(found.flatMap((one) => (one.kind === 'term' ? [one.id] : []))),
    asks: found.some((one) => one.kind === 'ask'),
  };
}

/** Taxonomy and glossary as one: an entry that shares a name with one field lends it its other names, else it stands for itself. */
function widened(): Term[] {
  const terms = new Map<string, Term>(taxonomyFile.terms.map((term) => [term.id, term]));
  for (const entry of glossaryFile.entries as readonly Entry[]) {
    const { en, fa } = namesOf(entry);
    const { ids } = bearers([...en, ...fa]);
    const [only] = ids;
    const free = (names: string[]): string[] => names.filter((name) => concepts.lookup(name).kind === 'none');
    if (only === undefined) {
      const term: Term = { id: idOf(entry.en), parent: null, en: entry.en, fa: entry.fa, synonyms_en: free(en), synonyms_fa: free(fa) };
      terms.set(term.id, term);
    } else if (ids.size === 1) {
      const term = terms.get(only) as Term;
      terms.set(only, { ...term, synonyms_en: [...term.synonyms_en, ...free(en)], synonyms_fa: [...term.synonyms_fa, ...free(fa)] });
    }
  }
  return [...terms.values()];
}

/** The 94 fields of the taxonomy and the clinical words beside them, in English and Persian. */
export const conceptTable: Concepts = readTaxonomy({ ...taxonomyFile, terms: widened() });
