// Asking the index, as the viewer.

import type { CaseFields } from '#features/cases/rules/wire.ts';
import type { Tx } from '#server/db.ts';
import type { Asked, Mode } from '../rules/asked.ts';
import type { FoundDocument } from '../rules/gathered.ts';

type Wish = {
  /** Null: all kinds. */
  readonly kinds: readonly string[] | null;
  /** The index's word of a concept, `#cor.lm`. */
  readonly topic: string | null;
  readonly told: boolean;
  /** Documents of each kind. */
  readonly most: number;
};

const modes: Record<Mode, number> = { exact: 0, alike: 1, begun: 2 };

/** Best first. Each row is looked at once more under row-level security: what the index says too early or too late is not shown. */
export const find = (tx: Tx, { terms }: Asked, { kinds, topic, told, most }: Wish): Promise<FoundDocument[]> =>
  tx.rows<FoundDocument>(`select f.kind, f.about, f.part, f.score, f.met
      from app.search($1::int[], $2::text[], $3::real[], $4::smallint[], $5::text[], $6, $7, $8) with ordinality f(doc, kind, about, part, score, met, i)
      join app.search_docs d on d.id = f.doc order by f.i`,
    [terms.map((t) => t.n), terms.map((t) => t.word), terms.map((t) => t.weight), terms.map((t) => modes[t.mode]), kinds, topic, told, most]);

/** What a case is made of, where the viewer may read it. */
export const fieldsOf = async (tx: Tx, id: string): Promise<CaseFields | undefined> =>
  (await tx.rows<{ fields: CaseFields }>('select fields from app.cases where id = $1', [id]))[0]?.fields;
