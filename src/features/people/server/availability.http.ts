import type { FastifyInstance } from 'fastify';
import { DAY_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { availability, LONGEST_LEAVE_DAYS } from '../rules/availability.ts';
import { availabilityOf, saveAvailability, saveAway } from './availability.store.ts';
import { forgetPerson } from './sessions.ts';

export const availabilityDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/me/availability', async ({ who, now }) => {
    const view = await house.db.asViewer(who.id, (tx) => availabilityOf(tx, now.toISOString().slice(0, 10)));
    return view ? ok(view) : null;
  }, 'When and how often I may be asked');
  write('put', '/api/me/availability', availability, async ({ who, tx, body, now }) => {
    const today = now.toISOString().slice(0, 10);
    if (body.awayUntil && (body.awayUntil < today || new Date(body.awayUntil).getTime() > now.getTime() + LONGEST_LEAVE_DAYS * DAY_MS)) return refuse('invalid', 'people.awaySpan', {}, ['awayUntil']);
    await saveAvailability(tx, body);
    if (body.awayUntil !== undefined) await saveAway(tx, newId(now, house.random), today, body.awayUntil);
    forgetPerson(house, who.id);
    return ok({});
  }, 'Change when and how often I may be asked');
};
