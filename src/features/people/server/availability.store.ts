import type { Tx } from '#server/db.ts';
import type { Availability, AvailabilityView } from '../rules/availability.ts';

export const availabilityOf = async (tx: Tx, today: string): Promise<AvailabilityView | undefined> =>
  (await tx.rows<AvailabilityView>(`select weekly_cap as "weeklyCap", to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_to, 'HH24:MI') as "quietTo", wakes_for_now as "wakesForNow",
      (select max(to_day)::text from app.absences a where a.person_id = p.id and $1::date between a.from_day and a.to_day) as "awayUntil" from app.people p where p.id = app.viewer()`, [today]))[0];

/** The version moves on, so that a profile page open elsewhere is asked again instead of writing over this. */
export const saveAvailability = async (tx: Tx, { weeklyCap, quiet, wakesForNow }: Availability): Promise<void> => {
  await tx.write(`update app.people set weekly_cap = coalesce($1, weekly_cap), quiet_from = case when $2 then $3::time else quiet_from end, quiet_to = case when $2 then $4::time else quiet_to end,
      wakes_for_now = coalesce($5, wakes_for_now), version = version + 1 where id = app.viewer()`, [weeklyCap ?? null, quiet !== undefined, quiet?.from ?? null, quiet?.to ?? null, wakesForNow ?? null]);
};
/** Leave under way ends; a new one begins today. */
export const saveAway = async (tx: Tx, id: string, today: string, until: string | null): Promise<void> => {
  await tx.write('delete from app.absences where person_id = app.viewer() and $1::date between from_day and to_day', [today]);
  if (until !== null) await tx.write('insert into app.absences (id, person_id, from_day, to_day) values ($1, app.viewer(), $2, $3)', [id, today, until]);
};
