// Wishes, passports and stays: the viewer's own, and the wishes of those who chose the viewer. Row-level security says which those are.

import { lineColumns, linePlaces } from '#features/people/server/door.ts';
import type { LineRow } from '#features/people/rules/present.ts';
import type { Tx } from '#server/db.ts';
import type { Gender, StayView, WishKind } from '../rules/looking.ts';
import type { AddStay, KeepWish } from '../rules/looking-wire.ts';
import type { Wants } from '../rules/wants.ts';


export type WishRow = { id: string; kind: WishKind; wants: Wants; lang: string; note: string };
export const ownWishes = (tx: Tx): Promise<WishRow[]> => tx.rows(`select id, kind, wants, lang, note from app.wishes where person_id = app.viewer() and ended_at is null order by at, id`);
export const readersOf = (tx: Tx): Promise<(LineRow & { wish: string })[]> =>
  tx.rows(`select r.wish_id as wish, ${lineColumns} from app.wish_readers r join app.people p on p.id = r.person_id ${linePlaces} where r.ended_at is null order by r.at, p.id`);
/** Wishes of others who chose the viewer. */
export const toldMe = (tx: Tx): Promise<(LineRow & Pick<WishRow, 'kind' | 'wants' | 'note'> & { lang: string })[]> =>
  tx.rows(`select ${lineColumns}, w.kind, w.wants, w.lang, w.note from app.wishes w join app.people p on p.id = w.person_id ${linePlaces} where w.person_id <> app.viewer() order by p.family_en, p.id, w.at`);

export const keepWish = (tx: Tx, w: KeepWish, at: Date): Promise<number> =>
  tx.write(`insert into app.wishes (id, person_id, kind, wants, lang, note, at) values ($1, app.viewer(), $2, $3, $4, $5, $6)
    on conflict (id) do update set wants = excluded.wants, lang = excluded.lang, note = excluded.note`, [w.id, w.kind, JSON.stringify(w.wants), w.lang, w.note, at]);
export const chooseReader = (tx: Tx, wish: string, person: string, at: Date): Promise<number> =>
  tx.write('insert into app.wish_readers (wish_id, person_id, at) values ($1, $2, $3) on conflict (wish_id, person_id) do update set ended_at = null', [wish, person, at]);
export const endReaders = (tx: Tx, wish: string, but: readonly string[], at: Date): Promise<number> =>
  tx.write('update app.wish_readers set ended_at = $3 where wish_id = $1 and ended_at is null and not (person_id = any($2::uuid[]))', [wish, but, at]);
export const endWish = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.wishes set ended_at = $2 where id = $1 and person_id = app.viewer() and ended_at is null', [id, at]);
/** Of these people, those of the viewer's own institution: they never read a wish. */
export const ofOwnInstitution = async (tx: Tx, people: readonly string[]): Promise<string[]> =>
  (await tx.rows<{ id: string }>('select p as id from unnest($1::uuid[]) p where app.of_own_institution(p)', [people])).map(({ id }) => id);

export const passports = async (tx: Tx): Promise<string[]> => (await tx.rows<{ country: string }>('select trim(country) as country from app.passports where person_id = app.viewer() order by country')).map(({ country }) => country);
export const clearPassports = (tx: Tx): Promise<number> => tx.write('delete from app.passports where person_id = app.viewer()');
export const addPassport = (tx: Tx, country: string): Promise<number> => tx.write('insert into app.passports (person_id, country) values (app.viewer(), $1) on conflict do nothing', [country]);

export const gender = async (tx: Tx): Promise<Gender | null> => (await tx.rows<{ gender: Gender }>('select gender from app.declared_genders where person_id = app.viewer()'))[0]?.gender ?? null;
export const forgetGender = (tx: Tx): Promise<number> => tx.write('delete from app.declared_genders where person_id = app.viewer()');
export const declareGender = (tx: Tx, said: Gender, at: Date): Promise<number> =>
  tx.write('insert into app.declared_genders (person_id, gender, at) values (app.viewer(), $1, $2) on conflict (person_id) do update set gender = excluded.gender, at = excluded.at', [said, at]);

const stay = `s.id, s.type, s.from_year as "fromYear", s.to_year as "toYear", s.willing_at is not null as willing,
  json_build_object('id', i.id, 'nameEn', i.name_en, 'nameFa', i.name_fa, 'cityEn', c.name_en, 'cityFa', c.name_fa, 'country', trim(c.country)) as institution`;
export const ownStays = (tx: Tx): Promise<StayView[]> =>
  tx.rows(`select ${stay} from app.stays s join app.institutions i on i.id = s.institution_id join app.cities c on c.id = i.city_id where s.person_id = app.viewer() and s.ended_at is null order by s.from_year desc, s.id`);
export const addStay = (tx: Tx, s: AddStay, at: Date): Promise<number> =>
  tx.write('insert into app.stays (id, person_id, institution_id, type, from_year, to_year, willing_at, at) values ($1, app.viewer(), $2, $3, $4, $5, $6, $7)', [s.id, s.institutionId, s.type, s.fromYear, s.toYear, s.willing ? at : null, at]);
export const setWilling = (tx: Tx, id: string, on: boolean, at: Date): Promise<number> =>
  tx.write('update app.stays set willing_at = $2 where id = $1 and person_id = app.viewer() and ended_at is null', [id, on ? at : null]);
export const endStay = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('update app.stays set ended_at = $2 where id = $1 and person_id = app.viewer() and ended_at is null', [id, at]);

/** Who was there and is within two hops and willing: named; the others of the willing are a number. */
export const wereThere = (tx: Tx, institution: string): Promise<(LineRow & { fromYear: number; toYear: number | null })[]> =>
  tx.rows(`select distinct on (p.id) ${lineColumns}, s.from_year as "fromYear", s.to_year as "toYear" from app.stays s join app.people p on p.id = s.person_id ${linePlaces}
    where s.institution_id = $1 and s.person_id <> app.viewer() and s.ended_at is null order by p.id, s.from_year desc limit 20`, [institution]);
export const willingAbout = async (tx: Tx, institution: string): Promise<number> => (await tx.rows<{ n: number }>('select app.willing_about($1) as n', [institution]))[0]?.n ?? 0;
