import type { FastifyInstance } from 'fastify';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { addShift, sendWave } from '../rules/wire.ts';
import * as actions from './coordinator.actions.ts';

export const coordinatorDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/coordinator', ({ who, now }) => house.db.asViewer(who.id, (tx) => actions.console(tx, who, now)), 'What waits for a coordinator');
  read('/api/coordinator/rota', ({ who, now }) => house.db.asViewer(who.id, (tx) => actions.rota(tx, who, now)), 'Who is on call');
  write('post', '/api/coordinator/cases/:id/waves/:step', sendWave, ({ tx, who, params, body, now }) => actions.sendWave(tx, who, params.id as string, Number(params.step), body, now, house.random), 'Let a wave go');
  write('post', '/api/coordinator/rota', null, ({ tx, who, now }) => actions.fillRota(tx, who, now, house.random), 'Fill the gaps of the rota');
  write('post', '/api/coordinator/shifts', addShift, ({ tx, who, body, now }) => actions.addShift(tx, who, body, now), 'Add a shift');
  write('delete', '/api/coordinator/shifts/:id', null, ({ tx, who, params, now }) => actions.removeShift(tx, who, params.id as string, now), 'Take a shift out');
};
