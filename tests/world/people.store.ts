// People are written past every wall, as the owner: signing up and being verified is another story than theirs.

import type { Client } from 'pg';
import { nameKeys } from 'language';
import { after, DAY_MS } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import { type CastMember, castMember, type PersonKey, personKeys } from './cast.ts';
import { cities, type CityKey, institutions, type InstitutionKey } from './places.ts';

export type Ids = { people: Record<PersonKey, Id>; institutions: Record<InstitutionKey, Id>; cities: Record<CityKey, Id> };

const idsFor = <K extends string>(keys: readonly K[], at: Date, random: Random): Record<K, Id> =>
  Object.fromEntries(keys.map((key) => [key, newId(at, random)])) as Record<K, Id>;

/** One statement for many rows: `columns` names them, `rows` holds their values. */
const insert = async (owner: Client, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> => {
  if (rows.length === 0) return;
  const places = rows.map((_, r) => `(${columns.map((_c, c) => `$${r * columns.length + c + 1}`).join(', ')})`).join(', ');
  await owner.query(`insert into app.${table} (${columns.join(', ')}) values ${places}`, rows.flat());
};

const dayOf = (now: Date, days: number): string => after(now, days * DAY_MS).toISOString().slice(0, 10);

const writePlaces = async (owner: Client, ids: Ids, at: Date): Promise<void> => {
  await insert(owner, 'cities', ['id', 'name_en', 'name_fa', 'country', 'time_zone'],
    (Object.keys(cities) as CityKey[]).map((k) => [ids.cities[k], cities[k].en, cities[k].fa, cities[k].country, cities[k].zone]));
  await insert(owner, 'institutions', ['id', 'name_en', 'name_fa', 'city_id', 'added_at'],
    (Object.keys(institutions) as InstitutionKey[]).map((k) => [ids.institutions[k], institutions[k].en, institutions[k].fa, ids.cities[institutions[k].city], at]));
};

const personRow = (key: PersonKey, p: CastMember, ids: Ids, now: Date): unknown[] => {
  const city = institutions[p.at].city;
  return [ids.people[key], ...p.en, ...p.fa, p.title ?? 'dr', p.stage, ids.institutions[p.at], ids.cities[city], p.languages, cities[city].zone, p.askedAbout ?? '',
    p.cap ?? 3, p.quiet?.[0] ?? null, p.quiet?.[1] ?? null, [...new Set([...nameKeys(p.en.join(' ')), ...nameKeys(p.fa.join(' '))])].join(' '), after(now, -p.joinedDaysAgo * DAY_MS)];
};

/** Writes the whole cast with places, knowledge, licences, leave, avoidances, roles and checks. The ids it made. */
export const writeCast = async (owner: Client, now: Date, random: Random): Promise<Ids> => {
  const ids: Ids = { people: idsFor(personKeys, now, random), institutions: idsFor(Object.keys(institutions) as InstitutionKey[], now, random), cities: idsFor(Object.keys(cities) as CityKey[], now, random) };
  const everyone = personKeys.map((key) => ({ key, id: ids.people[key], p: castMember(key) }));
  const one = () => newId(now, random);
  const idOf = (key: string | null): Id | null => (key === null ? null : ids.people[key as PersonKey]);
  await owner.query('begin');
  await writePlaces(owner, ids, after(now, -800 * DAY_MS));
  await insert(owner, 'people', ['id', 'given_en', 'family_en', 'given_fa', 'family_fa', 'title', 'stage', 'institution_id', 'city_id', 'languages', 'time_zone', 'asked_about',
    'weekly_cap', 'quiet_from', 'quiet_to', 'name_keys', 'joined_at'], everyone.map(({ key, p }) => personRow(key, p, ids, now)));
  await insert(owner, 'emails', ['email', 'person_id', 'proved_at'], everyone.map(({ key, id, p }) => [`${key}@hamdel.example`, id, after(now, -p.joinedDaysAgo * DAY_MS)]));
  await insert(owner, 'expertise', ['person_id', 'concept', 'level', 'cases_per_year'], everyone.flatMap(({ id, p }) => p.knows.map((k) => [id, ...k])));
  await insert(owner, 'licences', ['id', 'person_id', 'authority', 'number', 'country', 'expires_on'], everyone.flatMap(({ id, p }) => (p.licence ? [[one(), id, ...p.licence]] : [])));
  await insert(owner, 'absences', ['id', 'person_id', 'from_day', 'to_day'], everyone.flatMap(({ id, p }) => (p.leave ? [[one(), id, dayOf(now, p.leave[0]), dayOf(now, p.leave[1])]] : [])));
  await insert(owner, 'avoidances', ['person_id', 'other_id', 'kind', 'at'], everyone.flatMap(({ id, p }) => (p.avoids ?? []).map(([who, kind]) => [id, idOf(who), kind, after(now, -30 * DAY_MS)])));
  await insert(owner, 'roles', ['id', 'person_id', 'role', 'granted_by', 'granted_at', 'institution_id'], everyone.flatMap(({ id, p }) =>
    (p.roles ?? []).map((role) => [one(), id, role, role === 'steward' ? null : ids.people.nasrin, after(now, -p.joinedDaysAgo * DAY_MS), role === 'privacy-officer' ? ids.institutions[p.at] : null])));
  await insert(owner, 'verifications', ['id', 'person_id', 'layer', 'by_person', 'at'], everyone.flatMap(({ id, p }) =>
    p.checks.map(([layer, by, daysAgo]) => [one(), id, layer, idOf(by), after(now, -daysAgo * DAY_MS)])));
  await owner.query('commit');
  return ids;
};
