// Doors of references; the one behind a link is open to everybody who has it.

import type { FastifyInstance } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';
import { askReference, draftReference, giveReference } from '../rules/reference-wire.ts';
import { askFor, check, decline, give, keepDraft, references, revoke, setOpen, writing } from './references.ts';
import { letterById, withdrawAsk } from './references.store.ts';

export const referencesDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);

  read('/api/me/references', async ({ who, now }) => ok(await house.db.asViewer(who.id, (tx) => references(tx, now))), 'References: asked, about me, to write, written');
  write('post', '/api/reference-asks', askReference, ({ who, tx, body, now }) => askFor(tx, who, body, now), 'Ask a colleague for a reference');
  write('delete', '/api/reference-asks/:id', null, async ({ tx, params, now }) => ((await withdrawAsk(tx, params.id ?? '', now)) > 0 ? ok({}) : null), 'Take my ask back');
  read('/api/reference-asks/:id', async ({ who, params, now }) => {
    const view = await house.db.asViewer(who.id, (tx) => writing(tx, who, params.id ?? '', now));
    return view && ok(view);
  }, 'A reference that I am asked for, with its draft');
  write('put', '/api/reference-asks/:id/draft', draftReference, ({ who, tx, params, body: { version, ...body }, now }) => keepDraft(tx, who, params.id ?? '', version, body, now), 'Save the draft of a reference');
  write('post', '/api/reference-asks/:id/decline', null, ({ who, tx, params, now }) => decline(tx, who, params.id ?? '', now), 'Decline; who asked is not told');
  write('post', '/api/reference-asks/:id/letter', giveReference, ({ who, tx, params, body, now }) => give(house, tx, who, params.id ?? '', body, now), 'Sign and give the reference');
  write('delete', '/api/references/:id', null, ({ who, tx, params, now }) => revoke(tx, who, params.id ?? '', now), 'Revoke a reference that I wrote');
  write('put', '/api/references/:id/opening', null, ({ who, tx, params, now }) => setOpen(tx, who, params.id ?? '', true, now), 'Let who has the link read the words');
  write('delete', '/api/references/:id/opening', null, ({ who, tx, params, now }) => setOpen(tx, who, params.id ?? '', false, now), 'Show the words behind the link no more');
  read('/api/references/:id/jws', async ({ who, params, reply }) => {
    const letter = await house.db.asViewer(who.id, (tx) => letterById(tx, params.id ?? ''));
    if (!letter) return null;
    reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="reference-${letter.id}.json"`);
    return ok({ jws: letter.jws, publicKey: letter.publicKey.toString('base64url') });
  }, 'The signature as a file that any program can check: compact JWS by Ed25519');

  app.get('/api/reference-check/:code', { schema: { summary: 'Whether a reference holds, for who has its link', tags: ['references'] } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const view = /^[\w-]{22}$/.test(code) ? await house.db.asDoor((tx) => check(tx, code, house.clock.now())) : null;
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    return view ?? sendRefusal(reply, refuse('not-found', 'candidates.noSuchLetter'));
  });
};
