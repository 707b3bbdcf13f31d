import type { FastifyInstance } from 'fastify';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { agreement, caseThought, goal, pass, proposal, reminder, writtenBrief } from '../rules/wire.ts';
import * as actions from './actions.ts';

export const sponsorshipDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  const at = '/api/sponsorships/:id';
  const id = (params: Record<string, string>): string => params.id as string;
  read('/api/sponsorships', ({ who, now }) => house.db.asViewer(who.id, async (tx) => ok(await actions.list(tx, now))), 'Whom I look out for, with what fits; and who looks out for me');
  write('post', '/api/sponsorships', proposal, ({ tx, who, body, now }) => actions.propose(tx, who, body, now), 'Offer to look out for somebody, or ask somebody to');
  write('post', `${at}/agree`, agreement, ({ tx, params, body, now }) => actions.agree(tx, id(params), body, now), 'Agree; a junior with a brief');
  write('put', `${at}/brief`, writtenBrief, ({ tx, params, body, now }) => actions.writeBrief(tx, id(params), body, now), 'Write the brief anew');
  write('delete', at, null, ({ tx, params, now }) => actions.leave(tx, id(params), now), 'End it, take it back or let it pass; nobody is told');
  write('post', `${at}/goals`, goal, ({ tx, params, body, now }) => actions.setGoal(tx, id(params), body, now), 'Set a goal');
  write('post', '/api/sponsorship-goals/:id/reached', null, ({ tx, params, now }) => actions.reachGoal(tx, id(params), now), 'The goal is reached');
  write('delete', '/api/sponsorship-goals/:id/reached', null, ({ tx, params }) => actions.reachGoal(tx, id(params), null), 'Not yet after all');
  write('delete', '/api/sponsorship-goals/:id', null, ({ tx, params }) => actions.dropGoal(tx, id(params)), 'Take a goal of mine away');
  write('put', `${at}/reminder`, reminder, ({ tx, params, body, now }) => actions.remind(tx, id(params), body, now), 'Remind me on a day');
  write('delete', `${at}/reminder`, null, ({ tx, params, now }) => actions.remind(tx, id(params), null, now), 'No reminder');
  write('post', `${at}/passes`, pass, ({ tx, params, body, now }) => actions.layAside(tx, id(params), body.opportunityId, now), 'Not this one for them; nobody is told');
  write('post', `${at}/cases`, caseThought, ({ tx, params, body, now }) => actions.thinkOf(tx, id(params), body, now), 'Show them a case that is open to all');
};
