import type { Tx } from '#server/db.ts';
import type { Document } from '../../rules/document.ts';
import type { HitLine } from '../../rules/hit.ts';

/**
 * One kind of thing that can be found. A feature joins with one file here, one line in `all.ts`, and in a migration of its own: a trigger
 * `to_be_found` on its tables (`app.search_is_due(kind, column of the id)`) and the right of hamdel_node to read them.
 */
export type Source = {
  readonly kind: string;
  /** As the node: what is to be found of these things; nothing for one that is gone. */
  readonly documents: (tx: Tx, ids: readonly string[]) => Promise<Document[]>;
  /** As the viewer, under row-level security: how these things are shown. What is not for the viewer has no line, and so no place among the results. */
  readonly lines: (tx: Tx, ids: readonly string[]) => Promise<HitLine[]>;
};
