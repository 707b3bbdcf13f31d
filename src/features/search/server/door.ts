// A collection from outside, put into an index and asked there: the node's own writing and ranking, with one reader who sees all.

import type { Id } from '#kernel/ids.ts';
import type { Db } from '#server/db.ts';
import { askedOf } from '../rules/asked.ts';
import type { DocumentLine } from '../rules/search-lines.ts';
import { find } from './find.store.ts';
import { putDocuments } from './index.store.ts';

const KIND = 'document';
const BATCH = 500;

/** A document's place in the collection, as an id of the index. */
const idOf = (n: number): Id => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as Id;
const reader = 'ffffffff-ffff-7fff-bfff-ffffffffffff' as Id;

export type Hit = { readonly id: string | number; readonly score: number };

export const indexCollection = async (db: Db, collection: readonly DocumentLine[]): Promise<void> => {
  for (let from = 0; from < collection.length; from += BATCH) {
    const documents = collection.slice(from, from + BATCH).map(({ text, title }, i) => ({
      kind: KIND, about: idOf(from + i), part: 'whole', reach: 'everyone' as const, pieces: [...(title === undefined ? [] : [{ text: title, times: 2 }]), { text }],
    }));
    await db.asNode((tx) => putDocuments(tx, [], documents));
  }
};

/** The best of a collection for one question. `cut`: the question was longer than what is read. */
export const searchCollection = async (db: Db, collection: readonly DocumentLine[], text: string, top: number): Promise<{ hits: Hit[]; cut: boolean }> => {
  const asked = askedOf(text);
  const rows = asked.terms.length === 0 ? [] : await db.asViewer(reader, (tx) => find(tx, asked, { kinds: null, topic: null, told: false, most: top }));
  return { cut: asked.cut, hits: rows.map(({ about, score }) => ({ id: collection[Number.parseInt(about.slice(24), 16)]?.id ?? about, score })) };
};
