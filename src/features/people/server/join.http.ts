// Joining: by an invitation's code, or openly where the steward decided so.

import type { FastifyInstance } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import type { House } from '#server/house.ts';
import { nameEn, nameFa } from '../rules/names.ts';
import { join } from '../rules/wire.ts';
import { invitationByHash, openSignUp, takeInvitation } from './accounts.store.ts';
import { beforeDoors } from './before.ts';
import { invitationOver, makePerson, sendLink } from './joining.ts';
import { admit, openSession } from './sessions.ts';
import { codeHash } from './tokens.ts';
import { tried } from './tries.ts';

export const joinDoors = (app: FastifyInstance, house: House): void => {
  const { open } = beforeDoors(app, house);

  open('get', '/api/invitations/:code', null, 'What an invitation says', async ({ params, door, now, request }) => {
    const many = tried(house, 'address', request.ip);
    if (many) return many;
    return door(async (tx) => {
      const row = await invitationByHash(tx, codeHash(house.nodeKey, params.code ?? ''));
      const over = invitationOver(row, now);
      if (over || !row) return over ?? refuse('not-found', 'people.invitationUnknown');
      const by = { givenEn: row.byGivenEn, familyEn: row.byFamilyEn, givenFa: row.byGivenFa, familyFa: row.byFamilyFa };
      return ok({ byEn: nameEn(by), byFa: nameFa(by), email: row.email, expiresAt: row.expiresAt.toISOString() });
    });
  });

  open('post', '/api/join', join, 'Join this node', async ({ body: { code, ...who }, door, now, request, reply }) => {
    const many = tried(house, 'joining', request.ip);
    if (many) return many;
    return admit(house, request, reply, await door(async (tx) => {
      const hash = code === undefined ? undefined : codeHash(house.nodeKey, code);
      if (hash) {
        const over = invitationOver(await invitationByHash(tx, hash), now);
        if (over) return over;
      } else if (!(await openSignUp(tx))) return refuse('forbidden', 'people.invitationWanted');
      const made = await makePerson(house, tx, who);
      if (!made.ok) return made;
      if (hash && !(await takeInvitation(tx, hash, made.value, now))) return refuse('conflict', 'people.invitationUsed');
      if (house.mail.works) await sendLink(house, tx, made.value, who.lang);
      return ok(await openSession(house, tx, request, made.value));
    }));
  });
};
