import type { Source } from './source.ts';

type Texts = Partial<Record<'en' | 'fa', { title?: string; text?: string }>>;
type Row = { id: string; texts: Texts; topics: string[]; nameEn: string | null; nameFa: string | null; readers: string[] };
const columns = `o.id, o.texts, o.topics, i.name_en as "nameEn", i.name_fa as "nameFa"`;
const tables = 'app.opportunities o left join app.institutions i on i.id = o.institution_id';

/** Found by those to whom it has come, by name: there is no lane in which one who is barred could stumble upon it. */
export const opportunities: Source = {
  kind: 'opportunity',
  documents: async (tx, ids) => (await tx.rows<Row>(`select ${columns}, array(select app.opportunity_readers(o.id)) as readers from ${tables} where o.id = any ($1::uuid[]) order by o.id`, [ids])).map((row) => ({
    kind: 'opportunity', about: row.id, part: 'whole', reach: 'few' as const, readers: row.readers, topics: row.topics, names: [row.nameEn ?? '', row.nameFa ?? ''],
    pieces: [row.texts.en, row.texts.fa].flatMap((one) => [{ text: one?.title ?? '', times: 2 }, { text: one?.text ?? '', times: 1 }]).concat([row.nameEn, row.nameFa].map((text) => ({ text: text ?? '', times: 1 }))),
  })),
  lines: async (tx, ids) => (await tx.rows<Row>(`select ${columns} from ${tables} where o.id = any ($1::uuid[])`, [ids])).map((row) => ({
    kind: 'opportunity', id: row.id, href: `/opportunities/${row.id}`, titleEn: row.texts.en?.title ?? '', titleFa: row.texts.fa?.title ?? '', detailEn: row.nameEn ?? '', detailFa: row.nameFa ?? '',
  })),
};
