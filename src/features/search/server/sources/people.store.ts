import { concepts } from 'language';
import { type Named, nameEn, nameFa } from '#features/people/rules/names.ts';
import type { Source } from './source.ts';

type Row = Named & { id: string; institutionEn: string | null; institutionFa: string | null; cityEn: string | null; cityFa: string | null; topics: string[]; askedAbout: string };

const columns = `p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa", p.title, p.stage,
  i.name_en as "institutionEn", i.name_fa as "institutionFa", c.name_en as "cityEn", c.name_fa as "cityFa", p.asked_about as "askedAbout",
  array(select concept from app.expertise e where e.person_id = p.id order by e.level = 'reference' desc, e.cases_per_year desc nulls last, concept) as topics
  from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)`;

const MOST_SHOWN = 3;
const detail = (row: Row, l: 'en' | 'fa', between: string): string =>
  [l === 'en' ? row.institutionEn : row.institutionFa, l === 'en' ? row.cityEn : row.cityFa, ...row.topics.slice(0, MOST_SHOWN).map((id) => concepts.term(id)?.[l])].filter(Boolean).join(between);

/** Names in both scripts, place and focus; found by colleagues, as the policy of people says. */
export const people: Source = {
  kind: 'person',
  documents: async (tx, ids) => (await tx.rows<Row>(`select ${columns} where p.id = any ($1::uuid[]) order by p.id`, [ids])).map((row) => ({
    kind: 'person', about: row.id, part: 'whole', reach: 'verified' as const, topics: row.topics, names: [nameEn(row), nameFa(row)],
    pieces: [nameEn(row), nameFa(row)].map((text) => ({ text, times: 2 })).concat([row.institutionEn, row.institutionFa, row.cityEn, row.cityFa, row.askedAbout].map((text) => ({ text: text ?? '', times: 1 }))),
  })),
  lines: async (tx, ids) => (await tx.rows<Row>(`select ${columns} where p.id = any ($1::uuid[])`, [ids])).map((row) => ({
    kind: 'person', id: row.id, href: `/people/${row.id}`, titleEn: nameEn(row) || nameFa(row), titleFa: nameFa(row) || nameEn(row), detailEn: detail(row, 'en', ' · '), detailFa: detail(row, 'fa', ' · '),
  })),
};
