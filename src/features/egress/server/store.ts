// Ledgers and certificates as the viewer may read them: row-level security answers whose they are. Nothing here writes; triggers do (0011_egress.sql).

import type { Named } from '#features/people/rules/names.ts';
import type { Tx } from '#server/db.ts';
import type { Head, LedgerKind, LedgerRow } from '../rules/ledger.ts';

export type Owner = { owner: string; kind: LedgerKind; nameEn: string; nameFa: string };

export const ownLedger = async (tx: Tx): Promise<Owner> => (await tx.rows<Owner>(`select app.viewer() as owner, 'person' as kind, '' as "nameEn", '' as "nameFa"`))[0] as Owner;

/** The institution whose privacy officer the viewer is. */
export const officersLedger = async (tx: Tx): Promise<Owner | undefined> =>
  (await tx.rows<Owner>(
    `select i.id as owner, 'institution' as kind, i.name_en as "nameEn", i.name_fa as "nameFa" from app.roles r join app.institutions i on i.id = r.institution_id
      where r.person_id = app.viewer() and r.role = 'privacy-officer' and r.ended_at is null`))[0];

export const headOf = async (tx: Tx, owner: string): Promise<Head | undefined> =>
  (await tx.rows<Head>(`select seq, encode(hash, 'hex') as hash from app.egress_heads where owner = $1`, [owner]))[0];

const row = `e.entry || jsonb_build_object('hash', encode(e.hash, 'hex'))`;
export const rowsOf = async (tx: Tx, owner: string): Promise<LedgerRow[]> =>
  (await tx.rows<{ row: LedgerRow }>(`select ${row} as row from app.egress_rows e where e.owner = $1 order by e.seq`, [owner])).map((one) => one.row);

export const totalOf = async (tx: Tx, owner: string): Promise<{ runs: number; bytes: number }> =>
  (await tx.rows<{ runs: number; bytes: number }>(
    `select count(distinct entry->>'run') as runs, coalesce(sum((entry->>'bytes')::bigint), 0)::bigint as bytes from app.egress_rows where owner = $1`, [owner]))[0] ?? { runs: 0, bytes: 0 };

export type RunRow = {
  run: string; at: string; certificate: string | null; case: string | null; titleEn: string | null; titleFa: string | null; masks: number | null;
  person: Named & { id: string }; objects: { tier: 't0' | 't1' | 't2'; bytes: number; sha256: string }[];
};
/** The newest runs of a ledger, each with its objects. A title comes with a case that the viewer may read as its asker. */
export const runsOf = (tx: Tx, owner: string, most: number): Promise<RunRow[]> =>
  tx.rows(`select r.run, r.at, r.certificate, case when r.kind = 'person' then r."case" end as "case", k.texts #>> '{en,title}' as "titleEn", k.texts #>> '{fa,title}' as "titleFa",
        jsonb_array_length(case when jsonb_typeof(c.body->'masks') = 'array' then c.body->'masks' end) as masks, r.objects,
        json_build_object('id', p.id, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) as person
      from (select e.entry->>'run' as run, e.kind, max(e.seq) as last, min(e.entry->>'at') as at, min(e.entry->>'certificate') as certificate, min(e.entry->>'case') as "case", min(e.entry->>'person') as person,
              json_agg(json_build_object('tier', e.entry->>'tier', 'bytes', e.entry->'bytes', 'sha256', e.entry->>'sha256') order by e.entry->>'tier') as objects
            from app.egress_rows e where e.owner = $1 group by 1, 2 order by last desc limit $2) r
      join app.people p on p.id = r.person::uuid left join app.certificates c on c.id = r.certificate::uuid
      left join app.cases k on k.id = r."case"::uuid order by r.last desc`, [owner, most]);

export type CertificateRow = { id: string; at: Date; body: Record<string, unknown>; person: (Named & { id: string }) | null; institutionEn: string | null; institutionFa: string | null; rows: LedgerRow[] };
/** A certificate of the viewer's own run, or one that their institution's ledger lists; its rows are those of that ledger. */
export const certificate = async (tx: Tx, id: string): Promise<CertificateRow | undefined> =>
  (await tx.rows<CertificateRow>(
    `select c.id, c.at, c.body, coalesce((select json_agg(${row} order by e.seq) from app.egress_rows e where e.certificate_id = c.id and e.owner = w.owner), '[]') as rows,
        case when p.id is not null then json_build_object('id', p.id, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) end as person,
        i.name_en as "institutionEn", i.name_fa as "institutionFa"
      from app.certificates c
      left join lateral (select e.owner, e.kind, e.entry->>'person' as person from app.egress_rows e where e.certificate_id = c.id order by e.kind desc, e.seq limit 1) w on true
      left join app.people p on p.id = w.person::uuid left join app.institutions i on w.kind = 'institution' and i.id = w.owner where c.id = $1`, [id]))[0];
