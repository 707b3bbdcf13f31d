// Where I am signed in, and ending it there.

import type { FastifyInstance } from 'fastify';
import { isId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { House } from '#server/house.ts';
import { emailOf } from './accounts.store.ts';
import { beforeDoors } from './before.ts';
import { passwordState } from './credentials.store.ts';
import { passkeysOf } from './passkeys.store.ts';
import { endOtherSessions, endSession, sessionsOf } from './sessions.store.ts';
import { closeSession, forgetPerson } from './sessions.ts';

export const deviceDoors = (app: FastifyInstance, house: House): void => {
  const { open, own } = beforeDoors(app, house);

  open('delete', '/api/session', null, 'Sign out here', async ({ request, reply }) => {
    await closeSession(house, request, reply);
    return ok({});
  });

  own('get', '/api/me/sessions', null, 'Where I am signed in', ({ who, door, now }) => door(async (tx) =>
    ok((await sessionsOf(tx, who.id, now)).map((s) => ({ ...s, here: s.id === who.sessionId })))));

  own('get', '/api/me/ways-in', null, 'How I can sign in', ({ who, door }) => door(async (tx) => {
    const email = await emailOf(tx, who.id);
    return ok({ email: email?.email ?? '', emailProved: Boolean(email?.provedAt), ...(await passwordState(tx, who.id)), passkeys: await passkeysOf(tx, who.id) });
  }));

  own('delete', '/api/me/sessions/:id', null, 'Sign out one device', async ({ who, params, door, now }) => {
    if (!isId(params.id)) return refuse('not-found', 'web.notFound');
    const ended = await door(async (tx) => ((await endSession(tx, who.id, params.id ?? '', now)) === 1 ? ok({}) : refuse('not-found', 'web.notFound')));
    forgetPerson(house, who.id);
    return ended;
  });

  own('delete', '/api/me/sessions', null, 'Sign out everywhere else', async ({ who, door, now }) => {
    const ended = await door(async (tx) => ok({ ended: await endOtherSessions(tx, who.id, who.sessionId, now) }));
    forgetPerson(house, who.id);
    return ended;
  });
};
