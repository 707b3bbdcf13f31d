// A case as documents: what opens to a reader at one moment is one document, and lies where those may find it to whom it is open.

import type { CaseFields, TextsByLang } from '#features/cases/rules/wire.ts';
import type { Document, Reach } from './document.ts';
import { traitsOf, traitTerm } from './structure.ts';
import type { Piece } from './weigh.ts';

export type CaseRow = {
  id: string; audience: 'people' | 'node'; texts: TextsByLang; fields: CaseFields;
  posted: boolean; withdrawn: boolean; decided: boolean; told: boolean;
  /** Whatever was written, in any shape: only its strings are read. */
  outcome: unknown; opinions: unknown; talk: unknown;
};

/** Every string inside, in order. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(stringsIn) : value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];

const written = (value: unknown): Piece[] => stringsIn(value).filter((text) => text.trim() !== '').map((text) => ({ text }));

const storyPieces = ({ texts, fields }: CaseRow): Piece[] =>
  [...[texts.en, texts.fa].flatMap((one) => {
    const { title, ...rest } = one ?? {};
    return [...(title ? [{ text: title, times: 2 }] : []), ...written(rest)];
  }), ...written((fields.lesions ?? []).map(({ note }) => note))];

/** The asker's name is in none of them: neither a hidden one nor one that may be hidden later. */
export const documentsOfCase = (row: CaseRow): Document[] => {
  const thing = { kind: 'case', about: row.id };
  const open: Reach = !row.posted || row.withdrawn ? 'few' : row.audience === 'node' ? 'clinicians' : 'coordinators';
  const story: Document = { ...thing, part: 'story', reach: open, pieces: storyPieces(row), topics: row.fields.topics ?? [], signs: traitsOf(row.fields).map(traitTerm) };
  const rest: Document[] = [
    { ...thing, part: 'outcome', reach: open, pieces: written(row.outcome), told: row.told },
    { ...thing, part: 'opinions', reach: row.decided ? open : 'few', pieces: written(row.opinions) },
    { ...thing, part: 'talk', reach: 'few', pieces: written(row.talk) },
  ];
  return [story, ...rest.filter(({ pieces, told }) => pieces.length > 0 || told)];
};
