// Institutions and cities: chosen from what is there, or added with both names.

import type { FastifyInstance } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import { tried } from '#features/people/server/door.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { matching, sameName } from '../rules/find.ts';
import { city, institution, LIMITS } from '../rules/wire.ts';
import { addCity, addInstitution, cities, institutions } from './store.ts';

const typedIn = (query: Record<string, string>): string => (query.q ?? '').slice(0, LIMITS.name);

export const institutionsDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);

  read('/api/cities', async ({ who, query }) =>
    ok(matching(typedIn(query), await house.db.asViewer(who.id, (tx) => cities(tx)), LIMITS.found)), 'Cities by name');

  read('/api/institutions', async ({ who, query }) =>
    ok(matching(typedIn(query), await house.db.asViewer(who.id, (tx) => institutions(tx)), LIMITS.found)), 'Institutions by name or city');

  write('post', '/api/cities', city, async ({ tx, who, body }) => {
    const known = (await cities(tx)).find((one) => one.country === body.country && sameName(one, body));
    if (known) return ok(known);
    // Anybody who joined may add a place, so that lists could be drowned.
    const many = tried(house, 'joining', who.id);
    if (many) return many;
    if (!isZone(body.timeZone)) return refuse('invalid', 'institutions.timeZoneUnknown', {}, ['timeZone']);
    await addCity(tx, body);
    return ok(body);
  }, 'Add a city; one already there is answered instead');

  write('post', '/api/institutions', institution, async ({ tx, who, body, now }) => {
    const all = await institutions(tx);
    const known = all.find((one) => one.cityId === body.cityId && sameName(one, body));
    if (known) return ok(known);
    const many = tried(house, 'joining', who.id);
    if (many) return many;
    const where = (await cities(tx)).find(({ id }) => id === body.cityId);
    if (!where) return refuse('invalid', 'institutions.cityUnknown', {}, ['cityId']);
    await addInstitution(tx, body, now);
    return ok({ ...body, cityEn: where.nameEn, cityFa: where.nameFa, country: where.country });
  }, 'Add an institution; one already there is answered instead');
};

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};
