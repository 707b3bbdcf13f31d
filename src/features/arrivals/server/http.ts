// Doors of what waits to be looked at, for its owner alone; and, where the node's operator opened it, the door through which programs send.

import type { FastifyInstance } from 'fastify';
import { after, DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { isId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';
import { LIMITS } from '../rules/limits.ts';
import { type ArrivalsView, presentArrival, presentToken } from '../rules/present.ts';
import { newToken } from '../rules/wire.ts';
import { quarantineOf } from './quarantine.ts';
import { addToken, arrival, arrivals, dropArrival, openTokens, tokens, withdrawToken } from './store.ts';
import { stowDoor } from './stow.http.ts';

/** Only who runs the machine knows whether it stands inside the hospital, so only the environment opens this door. */
export const importIsOpen = (): boolean => process.env.HAMDEL_IMPORT === '1';

export const arrivalsDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { read, write } = doorsOf(app, house);
  const quarantine = quarantineOf(house);
  const open = importIsOpen();

  read('/api/arrivals', async ({ who, now }) => {
    const { waiting, own } = await house.db.asViewer(who.id, async (tx) => ({ waiting: await arrivals(tx), own: await tokens(tx) }));
    const view: ArrivalsView = { open, address: `${house.origin}/dicom-web`, arrivals: waiting.map((row) => presentArrival(row, LIMITS.days)), tokens: own.map((row) => presentToken(row, now)) };
    return ok(view);
  }, 'What programs sent to me and nobody has looked at');

  write('post', '/api/arrivals/tokens', newToken, async ({ who, tx, body, now }) => {
    if (!who.seesCases) return refuse('forbidden', 'arrivals.unverified');
    if ((await openTokens(tx, now)) >= LIMITS.tokens) return refuse('too-many', 'arrivals.tooManyTokens', { n: LIMITS.tokens });
    await addToken(tx, body, now, after(now, body.days * DAY_MS));
    return ok({ id: body.id });
  }, 'Make a token: its hash is told, never the token itself');
  write('delete', '/api/arrivals/tokens/:id', null, async ({ tx, params, now }) => ((await withdrawToken(tx, params.id ?? '', now)) > 0 ? ok({}) : null), 'Withdraw a token');

  write('delete', '/api/arrivals/:id', null, async ({ tx, params }) => {
    const id = params.id as Id;
    if ((await dropArrival(tx, id)) === 0) return null;
    // Should the commit fail, the row stays without its bytes, and the sweep takes it.
    await quarantine.remove(id);
    return ok({});
  }, 'Delete what waits');

  app.get('/api/arrivals/:id/bytes', { schema: { hide: true } }, async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!request.who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
    const found = isId(id) ? await house.db.asViewer(request.who.id, (tx) => arrival(tx, id)) : undefined;
    if (!found) return sendRefusal(reply, refuse('not-found', 'web.notFound'));
    reply.headers({ 'content-type': 'application/octet-stream', 'content-length': found.bytes, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-disposition': 'attachment' });
    return reply.send(await quarantine.read(found.id));
  });

  if (open) await stowDoor(app, house, quarantine);
};
