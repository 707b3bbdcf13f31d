import type { FastifyInstance } from 'fastify';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { proposal } from '../rules/wire.ts';
import * as actions from './actions.ts';

export const networkDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { read, write } = doorsOf(app, house);
  const id = (params: Record<string, string>): string => params.id as string;
  read('/api/ties', ({ who }) => house.db.asViewer(who.id, async (tx) => ok(await actions.list(tx, who))), 'My ties, what waits for confirmation, whom I block or mute');
  read('/api/ties/with/:id', ({ who, params }) => house.db.asViewer(who.id, async (tx) => ok(await actions.withPerson(tx, who, id(params)))), 'What stands between me and a colleague');
  write('post', '/api/ties', proposal, ({ tx, who, body, now }) => actions.propose(tx, who, body, now), 'Propose a tie; what the other proposed already is confirmed');
  write('post', '/api/ties/:id/confirm', null, ({ tx, who, params, now }) => actions.confirm(tx, who, id(params), now), 'Confirm a tie');
  write('post', '/api/ties/:id/let-pass', null, ({ tx, who, params, now }) => actions.letPass(tx, who, id(params), now), 'Not this one; nobody is told');
  write('delete', '/api/ties/:id', null, ({ tx, who, params, now }) => actions.end(tx, who, id(params), now), 'End one ground, or take a proposal back');
  write('delete', '/api/ties/with/:id', null, ({ tx, params, now }) => actions.endAll(tx, id(params), now), 'End the tie with somebody');
  write('put', '/api/blocks/:id', null, ({ tx, who, params, now }) => actions.block(tx, who, id(params), now), 'Block: neither sees the other');
  write('delete', '/api/blocks/:id', null, ({ tx, params }) => actions.unblock(tx, id(params)), 'Lift a block');
  write('put', '/api/mutes/:id', null, ({ tx, who, params, now }) => actions.mute(tx, who, id(params), now), 'Mute: no notices of this person');
  write('delete', '/api/mutes/:id', null, ({ tx, params }) => actions.unmute(tx, id(params)), 'Lift a mute');
};
