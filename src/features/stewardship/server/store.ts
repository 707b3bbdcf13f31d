// Invitations, settings, the trail, and the one act that opens a hidden name. As the viewer, who must be a steward.

import type { Id } from '#kernel/ids.ts';
import type { LineRow } from '#features/people/rules/present.ts';
import type { Tx } from '#server/db.ts';
import type { InvitationRow, TrailRow, Verb } from '../rules/present.ts';

const MOST = 300;

export const invitations = (tx: Tx): Promise<InvitationRow[]> =>
  tx.rows(`select v.id, v.email, v.note, v.made_at as "madeAt", v.expires_at as "expiresAt", v.used_at as "usedAt", v.withdrawn_at as "withdrawnAt",
                  case when p.id is not null then json_build_object('id', p.id, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) end as "usedBy"
             from app.invitations v left join app.people p on p.id = v.used_by order by v.made_at desc, v.id limit ${MOST}`);

export const addInvitation = (tx: Tx, v: { id: Id; hash: Buffer; email: string; note: string; by: Id; now: Date; expiresAt: Date }): Promise<number> =>
  tx.write('insert into app.invitations (id, code_hash, email, note, by_person, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)', [v.id, v.hash, v.email, v.note, v.by, v.now, v.expiresAt]);

export const withdrawInvitation = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.write('update app.invitations set withdrawn_at = $2 where id = $1 and withdrawn_at is null and used_at is null', [id, now]);

export const setSetting = (tx: Tx, key: string, value: unknown, by: Id, now: Date): Promise<number> =>
  tx.write(`insert into app.settings (key, value, set_by, set_at) values ($1, $2::jsonb, $3, $4)
            on conflict (key) do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at`, [key, JSON.stringify(value), by, now]);

export const noteAct = (tx: Tx, t: { id: Id; who: Id; verb: Verb; about: string | null; note?: string; now: Date }): Promise<number> =>
  tx.write('insert into app.trail (id, who, verb, about, note, at) values ($1, $2, $3, $4, $5, $6)', [t.id, t.who, t.verb, t.about, t.note ?? '', t.now]);

const named = (p: string) => `json_build_object('id', ${p}.id, 'givenEn', ${p}.given_en, 'familyEn', ${p}.family_en, 'givenFa', ${p}.given_fa, 'familyFa', ${p}.family_fa)`;
export const trail = (tx: Tx, most: number): Promise<TrailRow[]> =>
  tx.rows(`select t.id, t.verb, t.about, t.note, t.at, ${named('w')} as who, case when p.id is not null then ${named('p')} end as person
             from app.trail t join app.people w on w.id = t.who left join app.people p on p.id = t.about order by t.at desc, t.id desc limit $1`, [most]);

export const addUnmasking = (tx: Tx, u: { id: Id; caseId: Id; steward: Id; reason: string; now: Date }): Promise<number> =>
  tx.write('insert into app.unmaskings (id, case_id, steward_id, reason, at) values ($1, $2, $3, $4, $5)', [u.id, u.caseId, u.steward, u.reason, u.now]);

/** Readable only to the steward whose unmasking stands (app.knows_asker). */
export const askerOf = async (tx: Tx, caseId: Id): Promise<LineRow | undefined> =>
  (await tx.rows<LineRow>(
    `select p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa", p.title, p.stage,
            i.name_en as "institutionEn", i.name_fa as "institutionFa", c.name_en as "cityEn", c.name_fa as "cityFa", c.country
       from app.case_askers a join app.people p on p.id = a.person_id left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)
      where a.case_id = $1`, [caseId]))[0];
