import type { FastifyInstance } from 'fastify';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { addRemark, giveOpinion, saveOpinion } from '../rules/wire.ts';
import * as actions from './actions.ts';

export const opinionsDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { write } = doorsOf(app, house);
  write('put', '/api/cases/:id/opinion', saveOpinion, ({ tx, who, params, body, now }) => actions.saveDraft(tx, who, params.id as string, body, now), 'Save my opinion as typed');
  write('post', '/api/cases/:id/opinions', giveOpinion, ({ tx, who, params, body, now }) => actions.giveOpinion(tx, who, params.id as string, body, now), 'Give or revise my opinion');
  write('post', '/api/cases/:id/remarks', addRemark, ({ tx, who, params, body, now }) => actions.addRemark(tx, who, params.id as string, body, now), 'Say something below');
};
