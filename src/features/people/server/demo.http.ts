// The demo's sign-in: every cast member in one tap. These doors exist in the demo alone.

import type { FastifyInstance } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import type { House } from '#server/house.ts';
import { presentCast } from '../rules/present.ts';
import { demoSignIn } from '../rules/wire.ts';
import { beforeDoors } from './before.ts';
import { cast } from './demo.store.ts';
import { admit, openSession } from './sessions.ts';

export const demoDoors = (app: FastifyInstance, house: House): void => {
  if (house.mode !== 'demo') return;
  const { open } = beforeDoors(app, house);
  open('get', '/api/demo/cast', null, 'The fictional cast', ({ door }) => door(async (tx) => ok(presentCast(await cast(tx)))));
  open('post', '/api/session/demo', demoSignIn, 'Sign in as one of the cast', async ({ door, body, request, reply }) =>
    admit(house, request, reply, await door(async (tx) => {
      const one = (await cast(tx)).find(({ id }) => id === body.personId);
      return one ? ok(await openSession(house, tx, request, body.personId)) : refuse('not-found', 'web.notFound');
    })));
};
