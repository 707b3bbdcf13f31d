// Doors to people: sign-in, joining, one's own account and profile, colleagues.

import type { FastifyInstance } from 'fastify';
import type { House } from '#server/house.ts';
import { demoDoors } from './demo.http.ts';
import { me } from './me.ts';
import { closeSession, greet } from './sessions.ts';
import { sessionToken } from './cookie.ts';

export const peopleDoors = (app: FastifyInstance, house: House): void => {
  app.get('/api/me', { schema: { summary: 'Who looks, and at which node', tags: ['me'] } }, async (request, reply) => {
    const token = sessionToken(house, request);
    // The cookie slides with the session, or a browser used every day would be signed out after a month.
    if (request.who && token) greet(house, request, reply, token);
    reply.header('cache-control', 'private, no-cache');
    return me(house, request.who);
  });
  app.delete('/api/session', { schema: { summary: 'Sign out here', tags: ['session'] } }, async (request, reply) => {
    await closeSession(house, request, reply);
    return reply.send({});
  });
  demoDoors(app, house);
};
