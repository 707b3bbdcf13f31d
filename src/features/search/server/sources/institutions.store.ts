import type { Source } from './source.ts';

type Row = { id: string; nameEn: string; nameFa: string; cityEn: string; cityFa: string };
const columns = `i.id, i.name_en as "nameEn", i.name_fa as "nameFa", c.name_en as "cityEn", c.name_fa as "cityFa" from app.institutions i join app.cities c on c.id = i.city_id`;

/** Has no page of its own: leads to its people. */
export const institutions: Source = {
  kind: 'institution',
  documents: async (tx, ids) => (await tx.rows<Row>(`select ${columns} where i.id = any ($1::uuid[]) order by i.id`, [ids])).map((row) => ({
    kind: 'institution', about: row.id, part: 'whole', reach: 'everyone' as const, names: [row.nameEn, row.nameFa, row.cityEn, row.cityFa],
    pieces: [row.nameEn, row.nameFa].map((text) => ({ text, times: 2 })).concat([row.cityEn, row.cityFa].map((text) => ({ text, times: 1 }))),
  })),
  lines: async (tx, ids) => (await tx.rows<Row>(`select ${columns} where i.id = any ($1::uuid[])`, [ids])).map((row) => ({
    kind: 'institution', id: row.id, href: `/search?${new URLSearchParams({ q: row.nameEn, kind: 'person' })}`, titleEn: row.nameEn, titleFa: row.nameFa, detailEn: row.cityEn, detailFa: row.cityFa,
  })),
};
