import type { FastifyInstance } from 'fastify';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { addStay, declareGender, keepPassports, keepWish, willing } from '../rules/looking-wire.ts';
import * as actions from './looking.actions.ts';
import * as store from './looking.store.ts';

export const lookingDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/me/looking', ({ who }) => house.db.asViewer(who.id, async (tx) => ok(await actions.view(tx))), 'What I look for, quietly; and who told me what they look for');
  write('put', '/api/me/wishes', keepWish, ({ tx, who, body, now }) => actions.keepWish(tx, who, body, now), 'Keep a wish, and who may read it');
  write('delete', '/api/me/wishes/:id', null, async ({ tx, params, now }) => ((await store.endWish(tx, params.id as string, now)) ? ok({}) : null), 'End a wish');
  write('put', '/api/me/passports', keepPassports, ({ tx, body }) => actions.keepPassports(tx, body.countries), 'My passports, which I alone read');
  write('put', '/api/me/gender', declareGender, async ({ tx, body, now }) => {
    await (body.gender === null ? store.forgetGender(tx) : store.declareGender(tx, body.gender, now));
    return ok({});
  }, 'My gender, if I wish; counted in aggregates alone');
  write('post', '/api/me/stays', addStay, ({ tx, body, now }) => actions.addStay(tx, body, now), 'I was there');
  write('put', '/api/me/stays/:id', willing, async ({ tx, params, body, now }) => ((await store.setWilling(tx, params.id as string, body.willing, now)) ? ok({}) : null), 'May I be asked about it');
  write('delete', '/api/me/stays/:id', null, async ({ tx, params, now }) => ((await store.endStay(tx, params.id as string, now)) ? ok({}) : null), 'Take a stay out');
};
