import type { Source } from './source.ts';

type Row = { id: string; nameEn: string; nameFa: string; purposeEn: string; purposeFa: string };
const columns = `g.id, g.name_en as "nameEn", g.name_fa as "nameFa", g.purpose_en as "purposeEn", g.purpose_fa as "purposeFa" from app.groups g`;

/** That a group exists is known to verified colleagues; who belongs to it is not searched. */
export const groups: Source = {
  kind: 'group',
  documents: async (tx, ids) => (await tx.rows<Row>(`select ${columns} where g.id = any ($1::uuid[]) order by g.id`, [ids])).map((row) => ({
    kind: 'group', about: row.id, part: 'whole', reach: 'verified' as const, names: [row.nameEn, row.nameFa],
    pieces: [row.nameEn, row.nameFa].map((text) => ({ text, times: 2 })).concat([row.purposeEn, row.purposeFa].map((text) => ({ text, times: 1 }))),
  })),
  lines: async (tx, ids) => (await tx.rows<Row>(`select ${columns} where g.id = any ($1::uuid[])`, [ids])).map((row) => ({
    kind: 'group', id: row.id, href: `/groups/${row.id}`, titleEn: row.nameEn, titleFa: row.nameFa, detailEn: row.purposeEn, detailFa: row.purposeFa,
  })),
};
