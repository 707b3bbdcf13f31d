// Finding colleagues by what was typed: a name in either script, or a field of expertise. Pure; the store narrows, this decides and orders.

import { concepts, nameKeys, nameLikeness } from 'language';
import type { FoundRow } from './colleague.ts';
import { type Named, nameEn, nameFa } from './names.ts';

export type Wanted = {
  /** Keys of a typed name; null when no name is sought. */
  readonly keys: readonly string[] | null;
  /** Fields meant, each with all below it; null when no field is sought. */
  readonly concepts: readonly string[] | null;
};

const withBelow = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => [id, ...concepts.descendants(id)]))];

/** The fields that the typed words name: "CTO", «روتابلیشن». */
export const fieldsIn = (typed: string): string[] => {
  const whole = concepts.lookup(typed);
  if (whole.kind === 'term') return [whole.id];
  if (whole.kind === 'ask') return [...whole.candidates];
  return concepts.mentions(typed).flatMap(({ found }) => (found.kind === 'term' ? [found.id] : found.candidates));
};

export const wantedFrom = (typed: string, concept: string | undefined): { byName: Wanted | null; byField: Wanted | null } => {
  const text = typed.trim();
  const asked = concept && concepts.term(concept) ? withBelow([concept]) : null;
  if (text === '') return { byName: null, byField: { keys: null, concepts: asked } };
  const meant = withBelow(fieldsIn(text));
  return {
    byName: { keys: nameKeys(text), concepts: asked },
    // A name typed together with a chosen field narrows; words that name a field by themselves widen.
    byField: meant.length > 0 && asked === null ? { keys: null, concepts: meant } : null,
  };
};

const levels = { learning: 1, independent: 2, reference: 3 } as const;
const depth = (row: FoundRow, fields: readonly string[] | null): number =>
  Math.max(0, ...row.expertise.filter(({ concept }) => fields === null || fields.includes(concept)).map((e) => levels[e.level] + Math.min(1, (e.casesPerYear ?? 0) / 1000)));

export const likeness = (typed: string, row: Named): number => Math.max(nameLikeness(typed, nameEn(row)), nameLikeness(typed, nameFa(row)));

/** Names first by likeness, then fields by level; each person once. */
export const ordered = (typed: string, named: readonly FoundRow[], skilled: readonly FoundRow[], fields: readonly string[] | null, limit: number): FoundRow[] => {
  const byName = named.map((row) => ({ row, like: likeness(typed, row) })).filter(({ like }) => like > 0).sort((a, b) => b.like - a.like || nameEn(a.row).localeCompare(nameEn(b.row)));
  const seen = new Set(byName.map(({ row }) => row.id));
  const byField = skilled.filter(({ id }) => !seen.has(id)).sort((a, b) => depth(b, fields) - depth(a, fields) || nameEn(a).localeCompare(nameEn(b)));
  return [...byName.map(({ row }) => row), ...byField].slice(0, limit);
};
