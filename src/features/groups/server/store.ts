// All SQL of groups. Row-level security stands behind every statement.

import { lineColumns, linePlaces } from '#features/people/server/door.ts';
import type { Tx } from '#server/db.ts';
import type { GroupRole } from '../rules/limits.ts';
import type { GroupRow, MemberRow } from '../rules/present.ts';
import type { FoundGroup } from '../rules/wire.ts';

const columns = `g.id, g.kind, g.name_en as "nameEn", g.name_fa as "nameFa", g.purpose_en as "purposeEn", g.purpose_fa as "purposeFa", g.founded_at as "foundedAt", app.group_standing(g.id) as standing`;

export const groups = (tx: Tx): Promise<GroupRow[]> => tx.rows(`select ${columns} from app.groups g order by g.name_en, g.id limit 500`);
export const groupById = async (tx: Tx, id: string): Promise<GroupRow | undefined> => (await tx.rows<GroupRow>(`select ${columns} from app.groups g where g.id = $1`, [id]))[0];

export const members = (tx: Tx, group: string): Promise<MemberRow[]> =>
  tx.rows(`select ${lineColumns}, m.role, m.joined_at as "joinedAt" from app.memberships m join app.people p on p.id = m.person_id ${linePlaces}
      where m.group_id = $1 and m.ended_at is null order by m.role desc, m.joined_at nulls last, p.family_en, p.id limit 2000`, [group]);

export const foundedBy = async (tx: Tx): Promise<number> => (await tx.rows<{ n: number }>('select count(*) as n from app.groups where founded_by = app.viewer()'))[0]?.n ?? 0;

export const found = (tx: Tx, g: FoundGroup, at: Date): Promise<number> =>
  tx.write('insert into app.groups (id, kind, name_en, name_fa, purpose_en, purpose_fa, founded_by, founded_at) values ($1, $2, $3, $4, $5, $6, app.viewer(), $7)',
    [g.id, g.kind, g.nameEn, g.nameFa, g.purposeEn, g.purposeFa, at]);
export const firstOfficer = (tx: Tx, membership: string, group: string, at: Date): Promise<number> =>
  tx.write(`insert into app.memberships (id, group_id, person_id, role, invited_by, invited_at, joined_at) values ($1, $2, app.viewer(), 'officer', app.viewer(), $3, $3)`, [membership, group, at]);
export const invite = (tx: Tx, m: { id: string; group: string; person: string; role: GroupRole }, at: Date): Promise<number> =>
  tx.write('insert into app.memberships (id, group_id, person_id, role, invited_by, invited_at) values ($1, $2, $3, $4, app.viewer(), $5)', [m.id, m.group, m.person, m.role, at]);
export const join = (tx: Tx, group: string, at: Date): Promise<number> =>
  tx.write('update app.memberships set joined_at = coalesce(joined_at, $2) where group_id = $1 and person_id = app.viewer() and ended_at is null', [group, at]);
export const end = (tx: Tx, group: string, person: string, at: Date): Promise<number> =>
  tx.write('update app.memberships set ended_at = $3, ended_by = app.viewer() where group_id = $1 and person_id = $2 and ended_at is null', [group, person, at]);
export const appoint = (tx: Tx, group: string, person: string, role: GroupRole): Promise<number> =>
  tx.write('update app.memberships set role = $3 where group_id = $1 and person_id = $2 and ended_at is null', [group, person, role]);
export const otherOfficers = async (tx: Tx, group: string): Promise<number> =>
  (await tx.rows<{ n: number }>(`select count(*) as n from app.memberships where group_id = $1 and role = 'officer' and joined_at is not null and ended_at is null and person_id <> app.viewer()`, [group]))[0]?.n ?? 0;
