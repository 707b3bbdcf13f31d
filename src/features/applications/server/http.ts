// Doors of applications.

import type { FastifyInstance } from 'fastify';
import { pdfOf, sheetIn } from '#features/candidates/server/door.ts';
import { isLocale } from '#kernel/locale.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import * as wire from '../rules/wire.ts';
import { addNote, apply, decide, nameHirer, shortlist, withdraw } from './actions.ts';
import { applicationById, dropHirer } from './store.ts';
import { applyView, choosing, mine } from './view.ts';

export const applicationsDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);

  read('/api/me/applications', ({ who, now }) => house.db.asViewer(who.id, (tx) => mine(tx, now)), 'Where I have applied');
  read('/api/opportunities/:id/application', ({ who, params, now }) => house.db.asViewer(who.id, (tx) => applyView(tx, params.id ?? '', now)), 'What I could give with an application, and who would read it');
  write('post', '/api/opportunities/:id/application', wire.apply, ({ who, tx, params, body, now }) => apply(tx, who, params.id ?? '', body, now), 'Apply, with a frozen copy');
  read('/api/opportunities/:id/candidates', ({ who, params, now }) => house.db.asViewer(who.id, (tx) => choosing(tx, params.id ?? '', now)), 'Candidates in order of arrival, for those who choose');
  write('post', '/api/opportunities/:id/hirers', wire.hirer, ({ who, tx, params, body, now }) => nameHirer(tx, who, params.id ?? '', body.personId, now), 'Name somebody who chooses');
  write('delete', '/api/opportunities/:id/hirers/:personId', null, async ({ tx, params }) => ((await dropHirer(tx, params.id ?? '', params.personId ?? '')) > 0 ? ok({}) : null), 'Take somebody out of those who choose');

  write('delete', '/api/applications/:id', null, ({ who, tx, params, now }) => withdraw(tx, who, params.id ?? '', now), 'Withdraw my application');
  for (const on of [true, false]) write(on ? 'put' : 'delete', '/api/applications/:id/shortlist', null, ({ who, tx, params, now }) => shortlist(tx, who, params.id ?? '', on, now), on ? 'Put on the shortlist' : 'Take off the shortlist');
  write('post', '/api/applications/:id/notes', wire.note, ({ who, tx, params, body, now }) => addNote(tx, who, params.id ?? '', body, now), 'Write a note for those who choose');
  write('post', '/api/applications/:id/decision', wire.decide, ({ who, tx, params, body, now }) => decide(tx, who, params.id ?? '', body, now), 'Tell the candidate what was decided, with a kind word');
  read('/api/applications/:id/pdf', async ({ who, params, query, reply, now }) => {
    const l = isLocale(query.lang) ? query.lang : 'en';
    const row = await house.db.asViewer(who.id, (tx) => applicationById(tx, params.id ?? ''));
    if (!row) return null;
    const pdf = pdfOf(sheetIn(l, row.copy, row.at, row.copy.parts), now);
    if (!pdf) return refuse('conflict', 'candidates.noPaper');
    reply.type('application/pdf').header('content-disposition', `inline; filename="cv-${l}.pdf"`);
    return ok(pdf);
  }, 'The copy of the CV that was given, as PDF');
};
