import type { FastifyInstance } from 'fastify';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { begin, decline, handOn, invite } from '../rules/wire.ts';
import * as actions from './actions.ts';
import { coordinatorDoors } from './coordinator.http.ts';
import * as ladder from './ladder.actions.ts';

export const routingDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  coordinatorDoors(app, house);
  const { read, write } = doorsOf(app, house);
  read('/api/cases/:id/suggestions', ({ who, params, now }) => house.db.asViewer(who.id, (tx) => actions.suggestions(tx, who, params.id as string, now)), 'Whom to ask, and who was left out by which rule');
  write('post', '/api/cases/:id/asks', invite, ({ tx, who, params, body, now }) => actions.invite(tx, who, params.id as string, body, now), 'Ask colleagues');
  read('/api/cases/:id/ladder', ({ who, params, now }) => house.db.asViewer(who.id, (tx) => ladder.view(tx, who, params.id as string, now)), 'How the node looks for people for my case');
  write('post', '/api/cases/:id/ladder', begin, ({ tx, who, params, body, now }) => ladder.begin(tx, who, params.id as string, body, now, house.random), 'Ask the right people for me');
  write('delete', '/api/cases/:id/ladder', null, ({ tx, who, params, now }) => ladder.stop(tx, who, params.id as string, now), 'Ask nobody more for me');
  write('post', '/api/asks/:id/seen', null, ({ tx, who, params, now }) => actions.seen(tx, who, params.id as string, now), 'I have seen it');
  write('post', '/api/asks/:id/accept', null, ({ tx, who, params, now }) => actions.accept(tx, who, params.id as string, now), 'Accept');
  write('post', '/api/asks/:id/decline', decline, ({ tx, who, params, body, now }) => actions.decline(tx, who, params.id as string, body, now), 'Not this time');
  write('post', '/api/asks/:id/hand-on', handOn, ({ tx, who, params, body, now }) => actions.handOn(tx, who, params.id as string, body, now), 'Not me, but …');
  write('delete', '/api/asks/:id', null, ({ tx, who, params, now }) => actions.cancel(tx, who, params.id as string, now), 'Take an ask back');
};
