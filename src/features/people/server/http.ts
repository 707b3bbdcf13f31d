// Doors to people: sign-in, joining, one's own account and profile, colleagues.

import type { FastifyInstance } from 'fastify';
import type { House } from '#server/house.ts';
import { availabilityDoors } from './availability.http.ts';
import { colleagueDoors } from './colleagues.http.ts';
import { demoDoors } from './demo.http.ts';
import { deviceDoors } from './devices.http.ts';
import { joinDoors } from './join.http.ts';
import { me } from './me.ts';
import { passkeyDoors } from './passkeys.http.ts';
import { passwordDoors } from './password.http.ts';
import { profileDoors } from './profile.http.ts';
import { keepCookie } from './sessions.ts';
import { signInDoors } from './sign-in.http.ts';

export const peopleDoors = (app: FastifyInstance, house: House): void => {
  app.get('/api/me', { schema: { summary: 'Who looks, and at which node', tags: ['me'] } }, async (request, reply) => {
    keepCookie(house, request, reply);
    reply.header('cache-control', 'private, no-cache');
    return me(house, request.who);
  });
  signInDoors(app, house);
  passwordDoors(app, house);
  passkeyDoors(app, house);
  joinDoors(app, house);
  deviceDoors(app, house);
  profileDoors(app, house);
  availabilityDoors(app, house);
  colleagueDoors(app, house);
  demoDoors(app, house);
};
