import { caseLine, type RawCaseLine } from '../../rules/case-line.ts';
import { type CaseRow, documentsOfCase } from '../../rules/of-case.ts';
import type { Source } from './source.ts';

export const cases: Source = {
  kind: 'case',
  documents: async (tx, ids) => (await tx.rows<CaseRow>(
    `select k.id, k.audience, k.texts, k.fields,
            exists (select from app.postings where case_id = k.id) as posted, exists (select from app.withdrawals where case_id = k.id) as withdrawn,
            exists (select from app.decisions where case_id = k.id) as decided, exists (select from app.outcomes where case_id = k.id and result is not null) as told,
            json_build_array((select texts from app.decisions where case_id = k.id), (select json_agg(texts order by due_on) from app.outcomes where case_id = k.id)) as outcome,
            json_build_array((select texts from app.plans where case_id = k.id), (select json_agg(o.texts order by o.at, o.id) from app.opinions o where o.case_id = k.id
              and not exists (select from app.opinions later where later.ask_id = o.ask_id and later.version > o.version))) as opinions,
            (select json_agg(texts order by at, id) from app.remarks where case_id = k.id) as talk
       from app.cases k where k.id = any ($1::uuid[]) order by k.id`, [ids])).flatMap(documentsOfCase),
  lines: async (tx, ids) => (await tx.rows<RawCaseLine>(
    `select k.id, k.lang, k.texts, (select at from app.postings where case_id = k.id) as "postedAt", (select at from app.withdrawals where case_id = k.id) as "withdrawnAt",
            (select at from app.decisions where case_id = k.id) as "decidedAt", (select at from app.closings where case_id = k.id) as "closedAt",
            coalesce((select json_agg(json_build_object('moment', moment, 'result', result) order by due_on) from app.outcomes where case_id = k.id and result is not null), '[]') as outcomes
       from app.cases k where k.id = any ($1::uuid[])`, [ids])).map((line) => {
    const shown = caseLine(line);
    return {
      kind: 'case', id: line.id, href: shown.phase === 'draft' ? `/cases/${line.id}/edit` : `/cases/${line.id}`,
      titleEn: shown.title.en ?? '', titleFa: shown.title.fa ?? '', detailEn: shown.question.en ?? '', detailFa: shown.question.fa ?? '', case: shown,
    };
  }),
};
