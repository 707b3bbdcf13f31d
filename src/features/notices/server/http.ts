import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import * as store from './store.ts';

const LIST = 100;
const readSome = z.strictObject({ ids: z.array(z.uuid()).max(LIST).nullable().default(null) });

export const noticesDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { read, write } = doorsOf(app, house);
  read('/api/notices', async ({ who }) => house.db.asViewer(who.id, async (tx) => ok({ notices: await store.notices(tx, LIST), unread: await store.unread(tx) })), 'My notices');
  write('post', '/api/notices/read', readSome, async ({ tx, body, now }) => ok({ read: await store.markRead(tx, body.ids, now) }), 'I have read them');
};
