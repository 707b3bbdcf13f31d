// What makes an opinion ready to be given, and how several are laid side by side.

import type { OpinionBody, OpinionTexts, SaveOpinion } from './wire.ts';

/** Fields still lacking: a stance, how sure, the rationale, and the disclosure. */
export const opinionLacks = (o: Pick<SaveOpinion, 'lang' | 'body' | 'texts'>): string[] => [
  ...(o.body.stance ? [] : ['stance']),
  ...(o.body.confidence ? [] : ['confidence']),
  ...(o.texts[o.lang]?.rationale?.trim() ? [] : ['rationale']),
  ...(o.body.disclosure ? [] : ['disclosure']),
];

export type Laid = { readonly body: OpinionBody; readonly texts: OpinionTexts };
export type MatrixRow = { readonly field: 'stance' | 'strategy' | 'access' | 'kit' | 'bailOut' | 'stop'; readonly same: boolean; readonly cells: readonly (string | readonly string[] | null)[] };

/** Rows from the structured fields, in order of arrival; `same` when all who said something said the same and all did. No count, no mean, no winner. */
export const matrix = (opinions: readonly Laid[]): MatrixRow[] => {
  const cells: Record<MatrixRow['field'], (o: Laid) => string | readonly string[] | null> = {
    stance: (o) => o.body.stance ?? null,
    strategy: (o) => o.texts.strategy?.trim() || o.texts.headline?.trim() || null,
    access: (o) => (o.body.access?.length ? o.body.access : null),
    kit: (o) => (o.body.kit?.length ? o.body.kit.map((k) => k.item) : null),
    bailOut: (o) => o.texts.bailOut?.trim() || null,
    stop: (o) => o.texts.stop?.trim() || null,
  };
  const rows = (Object.keys(cells) as MatrixRow['field'][]).map((field) => {
    const row = opinions.map(cells[field]);
    const first = JSON.stringify(row[0]);
    return { field, same: opinions.length > 1 && row[0] !== null && row.every((c) => JSON.stringify(c) === first), cells: row };
  });
  return rows.filter((r) => r.cells.some((c) => c !== null)).sort((a, b) => Number(b.same) - Number(a.same));
};
