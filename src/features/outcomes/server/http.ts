import type { FastifyInstance } from 'fastify';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { decide, tellOutcome } from '../rules/wire.ts';
import * as actions from './actions.ts';

export const outcomesDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { write } = doorsOf(app, house);
  write('post', '/api/cases/:id/decision', decide, ({ tx, who, params, body, now }) => actions.decide(tx, who, params.id as string, body, now), 'Record what was decided');
  write('put', '/api/cases/:id/outcomes/:moment', tellOutcome, ({ tx, who, params, body, now }) => actions.tellOutcome(tx, who, params.id as string, params.moment as string, body, now), 'Tell how it ended');
};
