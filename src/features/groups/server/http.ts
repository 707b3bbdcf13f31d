import type { FastifyInstance } from 'fastify';
import { newId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { presentGroupLine } from '../rules/present.ts';
import { appoint, foundGroup, invite } from '../rules/wire.ts';
import * as actions from './actions.ts';
import { groups } from './store.ts';

export const groupsDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/groups', async ({ who }) => ok((await house.db.asViewer(who.id, (tx) => groups(tx))).map(presentGroupLine)), 'Groups of this node, with my place in each');
  read('/api/groups/:id', ({ who, params }) => house.db.asViewer(who.id, (tx) => actions.view(tx, who, params.id as string)), 'One group: its officers, and to its members who belongs to it');
  write('post', '/api/groups', foundGroup, ({ tx, who, body, now }) => actions.found(tx, who, body, newId(now, house.random), now), 'Found a group');
  write('post', '/api/groups/:id/invitations', invite, ({ tx, who, params, body, now }) => actions.invite(tx, who, params.id as string, body, now), 'Invite a colleague');
  write('post', '/api/groups/:id/join', null, ({ tx, who, params, now }) => actions.join(tx, who, params.id as string, now), 'Accept an invitation');
  write('post', '/api/groups/:id/leave', null, ({ tx, who, params, now }) => actions.leave(tx, who, params.id as string, now), 'Leave, or decline an invitation');
  write('put', '/api/groups/:id/members/:personId', appoint, ({ tx, who, params, body }) => actions.appoint(tx, who, params.id as string, params.personId as string, body.role), 'Give or take an office');
  write('delete', '/api/groups/:id/members/:personId', null, ({ tx, who, params, now }) => actions.end(tx, who, params.id as string, params.personId as string, now), 'End a membership');
};
