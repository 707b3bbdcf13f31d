import type { LineRow } from '#features/people/rules/present.ts';
import type { Tx } from '#server/db.ts';
import type { OnRota } from '../rules/rota.ts';

export type ShiftRow = LineRow & { shiftId: string; personId: string; timeZone: string; duty: 'on-call' | 'coordinator'; from: Date; to: Date };

export const shiftsBetween = (tx: Tx, from: Date, to: Date): Promise<ShiftRow[]> =>
  tx.rows(`select s.id as "shiftId", s.person_id as "personId", s.duty, s.from_at as "from", s.to_at as "to", p.time_zone as "timeZone", p.id, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa",
      p.title, p.stage, i.name_en as "institutionEn", i.name_fa as "institutionFa", c.name_en as "cityEn", c.name_fa as "cityFa", c.country
    from app.shifts s join app.people p on p.id = s.person_id left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)
   where s.removed_at is null and s.from_at < $2 and s.to_at > $1 order by s.from_at, s.id`, [from, to]);

/** Who may be put on the rota: verified, no student, with a field of their own, and wishing to be asked at all. Leave is nobody's to read, so it is left to them to say no. */
export const onRota = (tx: Tx): Promise<OnRota[]> =>
  tx.rows(`select p.id, p.time_zone as "timeZone", to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_to, 'HH24:MI') as "quietTo", '[]'::json as away from app.people p
    where p.verified_at is not null and p.weekly_cap > 0 and p.stage in ('attending', 'cardiologist', 'surgeon', 'imaging', 'intensivist') and exists (select from app.expertise e where e.person_id = p.id and e.level <> 'learning') order by p.id`);

export const addShift = (tx: Tx, s: { id: string; personId: string; duty: string; from: Date; to: Date }, now: Date): Promise<number> =>
  tx.write('insert into app.shifts (id, person_id, duty, from_at, to_at, added_by, added_at) values ($1, $2, $3, $4, $5, app.viewer(), $6)', [s.id, s.personId, s.duty, s.from, s.to, now]);
export const removeShift = (tx: Tx, id: string, now: Date): Promise<number> => tx.write('update app.shifts set removed_at = $2 where id = $1 and removed_at is null', [id, now]);
