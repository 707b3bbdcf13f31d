// People and cases as lines of JSON, for ranking on any corpus: `./hamdel rank`. Every field but the id may be missing; a line that cannot be meant is refused with its trouble.

import { concepts } from 'language';
import { clinicalConcepts } from './clinical-concepts.ts';
import { type Pressure, waveUrgency } from './policy.ts';
import { type Asked, aPerson, aQuestion, type Focus, type PersonFeatures, type Piece, type WeightedConcept } from './route-input.ts';

export type LineTrouble = { readonly trouble: 'not-json' | 'not-an-object' | 'no-id' | 'wrong-field' | 'wrong-date'; readonly field: string };
export type CaseLine = { readonly id: string; readonly asked: Asked; readonly at: number | null };

class Refused extends Error {
  readonly trouble: LineTrouble;
  constructor(trouble: LineTrouble['trouble'], field = '') { super(trouble); this.trouble = { trouble, field }; }
}
type Fields = Readonly<Record<string, unknown>>;

const missing = (value: unknown): value is null | undefined => value === undefined || value === null;
const refuse = (field: string): never => { throw new Refused('wrong-field', field); };
const textOf = (from: Fields, field: string): string | null => {
  const value = from[field];
  return missing(value) ? null : typeof value === 'string' ? value : typeof value === 'number' ? String(value) : refuse(field);
};
const countOf = (from: Fields, field: string): number | null => {
  const value = from[field];
  return missing(value) ? null : typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(field);
};
const listOf = (from: Fields, field: string): readonly unknown[] => {
  const value = from[field];
  return missing(value) ? [] : Array.isArray(value) ? value : typeof value === 'string' ? [value] : refuse(field);
};
const idOf = (from: Fields): string => {
  const id = from['id'];
  if (typeof id === 'string' && id !== '') return id;
  if (typeof id === 'number') return String(id);
  throw new Refused('no-id');
};
const namesOf = (from: Fields, field: string): string[] => listOf(from, field).map((one) => (typeof one === 'string' ? one : typeof one === 'number' ? String(one) : refuse(field)));

/** A moment in ms. A date without a zone is read as UTC, so that no machine's own zone changes an order. */
const timeOf = (from: Fields, field: string): number | null => {
  const value = from[field];
  if (missing(value) || value === '') return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const text = typeof value === 'string' ? value.trim() : refuse(field);
  const at = Date.parse(/^\d{4}-\d\d-\d\d[T ][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  if (Number.isNaN(at)) throw new Refused('wrong-date', field);
  return at;
};

const objectIn = (line: string): Fields => {
  let value: unknown;
  try { value = JSON.parse(line); } catch { throw new Refused('not-json'); }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refused('not-an-object');
  return value as Fields;
};

const pieceOf = (value: unknown, i: number): Piece => {
  if (typeof value === 'string') return { id: String(i), kind: 'opinion', at: null, text: value, concepts: clinicalConcepts(value) };
  if (typeof value !== 'object' || value === null) return refuse('evidence');
  const from = value as Fields;
  const text = textOf(from, 'text') ?? '';
  return { id: textOf(from, 'id') ?? String(i), kind: 'opinion', at: timeOf(from, 'at'), text, concepts: clinicalConcepts(text) };
};

/** A field of the taxonomy by id or name; a name that is not in it stays as it is, and meets only itself. */
const conceptId = (name: string): string => {
  if (concepts.term(name) !== undefined) return name;
  const found = concepts.lookup(name);
  return found.kind === 'term' ? found.id : name;
};
const focusOf = (value: unknown): Focus => {
  if (typeof value === 'string') return { concept: conceptId(value), level: 'independent', casesPerYear: null };
  if (typeof value !== 'object' || value === null) return refuse('declared');
  const from = value as Fields;
  const [name, level] = [textOf(from, 'concept') ?? textOf(from, 'id') ?? refuse('declared'), textOf(from, 'level')];
  return { concept: conceptId(name), level: level === 'learning' || level === 'reference' ? level : 'independent', casesPerYear: countOf(from, 'casesPerYear') };
};
const weighted = (value: unknown): WeightedConcept => {
  if (typeof value === 'string') return { id: conceptId(value), weight: 1 };
  if (typeof value !== 'object' || value === null) return refuse('concepts');
  const from = value as Fields;
  return { id: conceptId(textOf(from, 'id') ?? refuse('concepts')), weight: countOf(from, 'weight') ?? 1 };
};

const guarded = <T>(read: () => T): T | LineTrouble => {
  try { return read(); } catch (error) { if (error instanceof Refused) return error.trouble; throw error; }
};

export const readPersonLine = (line: string): PersonFeatures | LineTrouble => guarded(() => {
  const from = objectIn(line);
  const declared = listOf(from, 'declared');
  // What someone declares in words of another field than ours still speaks, as a text without a date.
  const said = declared.filter((one) => typeof one === 'string').join('. ');
  const evidence = listOf(from, 'evidence').map(pieceOf);
  return aPerson({
    id: idOf(from), site: textOf(from, 'site'), city: textOf(from, 'city'), languages: namesOf(from, 'languages'), focus: declared.map(focusOf),
    evidence: said === '' ? evidence : [...evidence, { id: 'declared', kind: 'procedures', at: null, text: said, concepts: [] }],
    openAsks: countOf(from, 'openAsks') ?? 0, capOpen: countOf(from, 'capOpen'),
    // Where the week is not told, open asks are thought to be of this week: a cap is rather kept too early than broken.
    askedThisWeek: countOf(from, 'askedThisWeek') ?? countOf(from, 'openAsks') ?? 0, capWeek: countOf(from, 'capWeek'),
    lastActive: timeOf(from, 'lastActive'),
  });
});

const pressures: readonly Pressure[] = ['now', 'days', 'weeks'];
export const readCaseLine = (line: string): CaseLine | LineTrouble => guarded(() => {
  const from = objectIn(line);
  const text = [textOf(from, 'title'), textOf(from, 'text')].filter((one) => one !== null).join('\n');
  const urgency = textOf(from, 'urgency');
  const named = listOf(from, 'concepts').map(weighted);
  return {
    id: idOf(from), at: timeOf(from, 'at'),
    asked: aQuestion({
      text, concepts: named.length > 0 ? named : clinicalConcepts(text), urgency: pressures.find((one) => one === urgency) ?? waveUrgency(urgency),
      languages: namesOf(from, 'languages'), site: textOf(from, 'site'), city: textOf(from, 'city'), excluded: namesOf(from, 'excluded'),
    }),
  };
});
