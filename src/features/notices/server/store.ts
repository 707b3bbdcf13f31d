import type { Tx } from '#server/db.ts';
import type { NoticeView } from '../rules/view.ts';


// Within one moment by case and kind: the id is random, and of a hidden asker's acts many share an hour.
export const notices = (tx: Tx, limit: number): Promise<NoticeView[]> =>
  tx.rows('select id, kind, case_id as "caseId", about, at, read_at as "readAt" from app.notices where person_id = app.viewer() order by at desc, case_id, about, kind, id limit $1', [limit]);
export const unread = async (tx: Tx): Promise<number> => (await tx.rows<{ n: number }>('select count(*) as n from app.notices where person_id = app.viewer() and read_at is null'))[0]?.n ?? 0;
export const markRead = (tx: Tx, ids: readonly string[] | null, at: Date): Promise<number> =>
  tx.write('update app.notices set read_at = $2 where person_id = app.viewer() and read_at is null and ($1::uuid[] is null or id = any($1))', [ids, at]);

export type Waiting = { person: string; email: string; languages: string[]; timeZone: string; quietFrom: string | null; quietTo: string | null; kinds: string[]; ids: string[] };

/** As the node: notices of the last day that no mail has told of, unread ones and those of the kinds `anyway`, a row a person. */
export const waiting = (tx: Tx, since: Date, until: Date, anyway: readonly string[]): Promise<Waiting[]> =>
  tx.rows(
    `select p.id as person, e.email, p.languages, p.time_zone as "timeZone", p.quiet_from as "quietFrom", p.quiet_to as "quietTo",
        array_agg(distinct n.kind) as kinds, array_agg(n.id) as ids
       from app.notices n join app.people p on p.id = n.person_id join lateral (select email from app.emails m where m.person_id = p.id and m.proved_at is not null order by email limit 1) e on true
      where n.mailed_at is null and (n.read_at is null or n.kind = any($3)) and n.at >= $1 and n.at <= $2 group by p.id, e.email`, [since, until, anyway]);
export const markMailed = (tx: Tx, ids: readonly string[], at: Date): Promise<number> => tx.write('update app.notices set mailed_at = $2 where id = any($1)', [ids, at]);
