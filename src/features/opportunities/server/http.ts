import type { FastifyInstance, FastifyReply } from 'fastify';
import { after, DAY_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { wantsFrom } from '../rules/wants.ts';
import { ask, bar, close, handOn, reply, saveOpportunity, showInterest, startOpportunity, widen } from '../rules/wire.ts';
import * as actions from './actions.ts';
import * as circulate from './circulate.ts';
import { fairness } from './fairness.store.ts';
import { passports } from './looking.store.ts';
import { list, view } from './view.ts';
import { tellWishers } from './weigh.ts';

export const opportunitiesDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  const at = '/api/opportunities/:id';
  /** Once the answer is out, and so after the commit: whose wish it fits is told. What fails here the clock's job finds. */
  const moves = <T>(reply: FastifyReply, id: string, done: T): T => {
    reply.raw.once('finish', () => { if (reply.statusCode < 300) void tellWishers(house, [id]).catch(() => house.log('warn', 'task-failed', { task: 'tell-wishers' })); });
    return done;
  };

  read('/api/opportunities', ({ who, query, now }) => house.db.asViewer(who.id, async (tx) => ok(await list(tx, wantsFrom(query), await passports(tx), now))), 'What there is for me, by filters; and what I posted');
  read(at, ({ who, params, now }) => house.db.asViewer(who.id, (tx) => view(tx, who, params.id as string, now)), 'One opportunity');
  write('post', '/api/opportunities', startOpportunity, ({ tx, who, body, now }) => actions.start(tx, who, body.id, body.lang, now), 'Start a draft');
  write('put', at, saveOpportunity, ({ tx, who, params, body, now }) => actions.save(tx, who, params.id as string, body, now), 'Save a draft as typed');
  write('post', `${at}/post`, null, ({ tx, who, params, now, reply }) => moves(reply, params.id as string, actions.post(tx, who, params.id as string, () => newId(now, house.random), now)), 'Tell the people who are named');

  write('post', `${at}/hands`, handOn, ({ tx, who, params, body, now, reply }) => moves(reply, params.id as string, circulate.handOn(tx, who, params.id as string, body, now)), 'Hand it on');
  write('post', `${at}/seen`, null, ({ tx, who, params, now }) => circulate.seen(tx, who, params.id as string, now), 'I have seen it');
  write('post', `${at}/nobody`, null, ({ tx, who, params, now }) => circulate.nobody(tx, who, params.id as string, now), 'I can think of nobody');
  write('put', `${at}/interest`, showInterest, ({ tx, who, params, body, now }) => circulate.showInterest(tx, who, params.id as string, body.note, body.lang, now), 'I am interested');
  write('delete', `${at}/interest`, null, ({ tx, who, params, now }) => circulate.withdrawInterest(tx, who, params.id as string, now), 'Take my interest back');

  write('post', `${at}/widenings`, widen, ({ tx, who, params, body, now, reply }) => moves(reply, params.id as string, circulate.widen(tx, who, params.id as string, body, now)), 'Open it one step wider');
  write('post', `${at}/bars`, bar, ({ tx, who, params, body, now }) => circulate.bar(tx, who, params.id as string, body, now), 'Keep it from a person or an institution');
  write('post', `${at}/questions`, ask, ({ tx, who, params, body, now }) => circulate.ask(tx, who, params.id as string, body, now), 'Ask the poster, without a name');
  write('post', '/api/opportunity-questions/:id/answer', reply, ({ tx, who, params, body, now }) => circulate.reply(tx, who, params.id as string, body.lang, body.text, now), 'Answer once for all who may see it');
  write('post', `${at}/closing`, close, ({ tx, who, params, body, now }) => circulate.close(tx, who, params.id as string, body, now), 'Close it with its result');

  read('/api/steward/fairness', ({ who, now }) => (who.steward ? house.db.asViewer(who.id, async (tx) => ok(await fairness(tx, after(now, -365 * DAY_MS)))) : Promise.resolve(null)), 'Who hears of opportunities, in groups of eight and more');
};
