// Ties, blocks and mutes, read and written as the viewer: row-level security leaves out what is not theirs.

import type { Tx } from '#server/db.ts';
import type { TieRow } from '../rules/present.ts';
import type { TieKind } from '../rules/tie.ts';

const columns = `t.id, case when t.low = app.viewer() then t.high else t.low end as "otherId", t.kind, t.senior, t.from_year as "fromYear", t.to_year as "toYear", t.place,
  t.proposed_by as "proposedBy", t.proposed_at as "proposedAt", t.confirmed_at as "confirmedAt", t.ended_at as "endedAt", t.ended_by as "endedBy",
  exists (select from app.tie_refusals r where r.tie_id = t.id) as refused`;
const open = 'app.viewer() in (t.low, t.high) and t.ended_at is null';
const order = 'order by t.proposed_at, t.id';

export const myTies = (tx: Tx): Promise<TieRow[]> => tx.rows(`select ${columns} from app.ties t where ${open} ${order}`);
export const tiesWith = (tx: Tx, otherId: string): Promise<TieRow[]> => tx.rows(`select ${columns} from app.ties t where ${open} and $1 in (t.low, t.high) ${order}`, [otherId]);
export const tieById = async (tx: Tx, id: string): Promise<TieRow | undefined> => (await tx.rows<TieRow>(`select ${columns} from app.ties t where t.id = $1`, [id]))[0];
export const proposalsOut = async (tx: Tx): Promise<number> =>
  (await tx.rows<{ n: number }>('select count(*) as n from app.ties where proposed_by = app.viewer() and confirmed_at is null and ended_at is null'))[0]?.n ?? 0;

export type NewTie = { id: string; otherId: string; kind: TieKind; senior: string | null; fromYear: number | null; toYear: number | null; place: string; at: Date };
export const addTie = (tx: Tx, t: NewTie): Promise<number> =>
  tx.write(`insert into app.ties (id, low, high, kind, senior, from_year, to_year, place, proposed_by, proposed_at)
    values ($1, least(app.viewer(), $2::uuid), greatest(app.viewer(), $2::uuid), $3, $4, $5, $6, $7, app.viewer(), $8)`, [t.id, t.otherId, t.kind, t.senior, t.fromYear, t.toYear, t.place, t.at]);
export const confirmTie = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.ties set confirmed_at = $2 where id = $1 and confirmed_at is null and ended_at is null', [id, at]);
/** Ended already by the other in the same moment: 0 rows, and the same to see. */
export const endTie = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('update app.ties set ended_at = $2, ended_by = app.viewer() where id = $1 and confirmed_at is not null and ended_at is null', [id, at]);
export const endAllWith = (tx: Tx, otherId: string, at: Date): Promise<number> =>
  tx.write('update app.ties set ended_at = $2, ended_by = app.viewer() where low = least(app.viewer(), $1::uuid) and high = greatest(app.viewer(), $1::uuid) and confirmed_at is not null and ended_at is null', [otherId, at]);
export const takeBack = (tx: Tx, id: string): Promise<number> => tx.write('delete from app.ties where id = $1 and confirmed_at is null', [id]);
export const takeAllBackFrom = (tx: Tx, otherId: string): Promise<number> =>
  tx.write('delete from app.ties where low = least(app.viewer(), $1::uuid) and high = greatest(app.viewer(), $1::uuid) and confirmed_at is null', [otherId]);
export const refuseTie = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.write('insert into app.tie_refusals (tie_id, person_id, at) values ($1, app.viewer(), $2) on conflict (tie_id) do nothing', [id, at]);
export const refuseAllOf = (tx: Tx, otherId: string, at: Date): Promise<number> =>
  tx.write(`insert into app.tie_refusals (tie_id, person_id, at)
    select id, app.viewer(), $2 from app.ties where proposed_by = $1 and confirmed_at is null and ended_at is null on conflict (tie_id) do nothing`, [otherId, at]);
/** As the node: proposals that nobody took up. */
export const sweepProposals = (tx: Tx, before: Date): Promise<number> => tx.write('delete from app.ties where confirmed_at is null and proposed_at < $1', [before]);

export const kept = async (tx: Tx): Promise<{ blocked: string[]; muted: string[] }> =>
  (await tx.rows<{ blocked: string[]; muted: string[] }>(
    `select array(select other_id::text from app.blocks order by at, other_id) as blocked, array(select other_id::text from app.mutes order by at, other_id) as muted`))[0] ?? { blocked: [], muted: [] };
export const addBlock = (tx: Tx, otherId: string, at: Date): Promise<number> =>
  tx.write('insert into app.blocks (person_id, other_id, at) values (app.viewer(), $1, $2) on conflict do nothing', [otherId, at]);
/** What waits between the two on the way of an introduction is over. */
export const partIntroductions = (tx: Tx, otherId: string, at: Date): Promise<unknown> => tx.rows('select app.part_introductions($1, $2)', [otherId, at]);
export const dropBlock = (tx: Tx, otherId: string): Promise<number> => tx.write('delete from app.blocks where other_id = $1', [otherId]);
export const addMute = (tx: Tx, otherId: string, at: Date): Promise<number> =>
  tx.write('insert into app.mutes (person_id, other_id, at) values (app.viewer(), $1, $2) on conflict do nothing', [otherId, at]);
export const dropMute = (tx: Tx, otherId: string): Promise<number> => tx.write('delete from app.mutes where other_id = $1', [otherId]);

export const isBlockedBetween = async (tx: Tx, a: string, b: string): Promise<boolean> =>
  (await tx.rows<{ blocked: boolean }>('select app.blocked_between($1, $2) as blocked', [a, b]))[0]?.blocked ?? false;
/** Whom the viewer is tied with. */
export const tiesOf = async (tx: Tx): Promise<string[]> =>
  (await tx.rows<{ id: string }>(`select distinct case when low = app.viewer() then high else low end as id from app.ties
    where app.viewer() in (low, high) and confirmed_at is not null and ended_at is null order by id`)).map(({ id }) => id);
export const areTied = async (tx: Tx, a: string, b: string): Promise<boolean> =>
  (await tx.rows<{ tied: boolean }>('select app.tied_between($1, $2) as tied', [a, b]))[0]?.tied ?? false;

/** Tells one person, outside any case; a notice waits unless they muted the viewer. */
export const tellOf = (tx: Tx, kind: string, about: string, personId: string, at: Date): void => {
  tx.later('select app.tell_unmuted($1, $2, $3, $4)', [kind, about, personId, at]);
  tx.announced();
};

/** A verified colleague whom no block parts from the viewer, with the place of work; undefined: nobody, or not to be met. */
export const colleagueOf = async (tx: Tx, id: string): Promise<{ institutionId: string | null } | undefined> =>
  (await tx.rows<{ institutionId: string | null }>(`select p.institution_id as "institutionId" from app.people p
    where p.id = $1 and p.id <> app.viewer() and p.verified_at is not null and p.id not in (select app.blocked_people())`, [id]))[0];
export const isColleague = async (tx: Tx, id: string): Promise<boolean> => (await colleagueOf(tx, id)) !== undefined;
