import type { FastifyInstance } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import { isId } from '#kernel/ids.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';
import { addMark, addRun, editRun, saveCase, startCase, withdrawCase } from '../rules/wire.ts';
import * as actions from './actions.ts';
import { objectFor } from './object-rights.ts';
import { sendObject } from './objects.ts';
import * as store from './store.ts';
import { uploads } from './uploads.ts';

export const casesDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { read, write } = doorsOf(app, house);

  write('post', '/api/cases', startCase, ({ tx, who, body, now }) => actions.startCase(tx, who, body.id, body.lang, now), 'Start a draft');
  write('put', '/api/cases/:id', saveCase, ({ tx, who, params, body, now }) => actions.saveCase(tx, who, params.id as string, body, now), 'Save a draft as typed');
  write('post', '/api/cases/:id/post', null, async ({ tx, who, params, now }) => {
    const id = params.id as string;
    const at = await actions.withCase(tx, who, id, 'post');
    if (!at.ok) return at;
    await actions.bookOutcomes(tx, id, now);
    return actions.postCase(tx, who, id, now);
  }, 'Put the question');
  write('post', '/api/cases/:id/withdraw', withdrawCase, ({ tx, who, params, body, now }) => actions.withdrawCase(tx, who, params.id as string, body.reason, now), 'Withdraw a case');

  write('post', '/api/cases/:id/runs', addRun, ({ tx, who, params, body, now }) => actions.addRun(tx, who, params.id as string, body, now), 'Announce a cleaned run');
  write('put', '/api/cases/:id/runs/:runId', editRun, async ({ tx, who, params, body }) => {
    const at = await actions.withCase(tx, who, params.id as string, 'add-run');
    if (!at.ok) return at;
    return (await store.editRun(tx, params.id as string, params.runId as string, body.label, body.position)) ? ok({}) : null;
  }, 'Rename or move a run');
  write('delete', '/api/cases/:id/runs/:runId', null, ({ tx, who, params, now }) => actions.removeRun(tx, who, params.id as string, params.runId as string, now), 'Take a run out');

  write('post', '/api/cases/:id/marks', addMark, ({ tx, who, params, body, now }) => actions.addMark(tx, who, params.id as string, body, now), 'Mark a frame');
  write('delete', '/api/cases/:id/marks/:markId', null, async ({ tx, params, now }) =>
    (await store.removeMark(tx, params.id as string, params.markId as string, now)) ? ok({}) : null, 'Rub a mark out');

  read('/api/cases/:id/runs/:runId/certificate', async ({ who, params }) => {
    const row = await house.db.asViewer(who.id, (tx) => store.certificateOf(tx, params.id as string, params.runId as string));
    return row ? ok(row) : null;
  }, 'The certificate of one run');

  app.get('/api/objects/:id', { schema: { hide: true } }, async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!request.who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
    const object = isId(id) ? await objectFor(house, request.who.id, id, request.headers.range !== undefined) : undefined;
    if (!object) return sendRefusal(reply, refuse('not-found', 'web.notFound'));
    return sendObject(house, object, request, reply);
  });

  await uploads(app, house);
};
