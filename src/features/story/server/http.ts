import type { FastifyInstance } from 'fastify';
import { concepts } from 'language';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { caseLine, homeView } from '../rules/lines.ts';
import { presentCase, type Terms } from '../rules/present.ts';
import { caseList, casePage, homePage } from './store.ts';

const LIST = 200;
const terms: Terms = (id) => {
  const term = concepts.term(id);
  return { en: term?.en ?? id, fa: term?.fa ?? id };
};
const lists = new Set(['mine', 'asked', 'node']);

export const storyDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { read } = doorsOf(app, house);
  read('/api/cases/:id', async ({ who, params }) => {
    const raw = await casePage(house.db, who.id, params.id as string);
    return raw ? ok(presentCase(raw, who, terms)) : null;
  }, 'A whole case, as I may see it');
  read('/api/cases', async ({ who, query }) => {
    const which = lists.has(query.list ?? '') ? (query.list as string) : 'mine';
    return ok({ list: which, cases: (await caseList(house.db, who.id, which, LIST)).map((r) => caseLine(r, terms)) });
  }, 'Cases: mine, asked of me, the node’s');
  read('/api/home', async ({ who, now }) => {
    const raw = await homePage(house.db, who.id, now.toISOString().slice(0, 10));
    return raw ? ok(homeView(raw, terms)) : null;
  }, 'What waits for me');
};
