import type { Tx } from '#server/db.ts';
import type { City, Institution } from '../rules/wire.ts';

// A node has some hundreds of them; matching is done on folded names in TypeScript.
const MOST_READ = 5000;

export type CityRow = { id: string; nameEn: string; nameFa: string; country: string; timeZone: string };
export type InstitutionRow = { id: string; nameEn: string; nameFa: string; cityId: string; cityEn: string; cityFa: string; country: string };

export const cities = (tx: Tx): Promise<CityRow[]> =>
  tx.rows(`select id, name_en as "nameEn", name_fa as "nameFa", trim(country) as country, time_zone as "timeZone" from app.cities order by name_en, id limit ${MOST_READ}`);

export const institutions = (tx: Tx): Promise<InstitutionRow[]> =>
  tx.rows(`select i.id, i.name_en as "nameEn", i.name_fa as "nameFa", i.city_id as "cityId", c.name_en as "cityEn", c.name_fa as "cityFa", trim(c.country) as country
             from app.institutions i join app.cities c on c.id = i.city_id order by i.name_en, i.id limit ${MOST_READ}`);

export const addCity = (tx: Tx, c: City): Promise<number> =>
  tx.write('insert into app.cities (id, name_en, name_fa, country, time_zone) values ($1, $2, $3, $4, $5)', [c.id, c.nameEn, c.nameFa, c.country, c.timeZone]);

export const addInstitution = (tx: Tx, i: Institution, now: Date): Promise<number> =>
  tx.write('insert into app.institutions (id, name_en, name_fa, city_id, added_at) values ($1, $2, $3, $4, $5)', [i.id, i.nameEn, i.nameFa, i.cityId, now]);
