// The first visit to an empty node: the code on the terminal makes the first steward.

import type { FastifyInstance } from 'fastify';
import { newId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import { admit, beforeDoors, codeHash, forgetPerson, makePerson, openSession, personByEmail, tried } from '#features/people/server/door.ts';
import { first } from '#features/people/rules/wire.ts';
import type { House } from '#server/house.ts';
import { makeSteward, stewardCodeState, takeStewardCode } from './first.store.ts';

export const firstDoors = (app: FastifyInstance, house: House): void => {
  const { open } = beforeDoors(app, house);
  open('post', '/api/steward/first', first, 'Become steward by the code of the terminal', async ({ body: { code, ...who }, door, now, request, reply }) => {
    const many = tried(house, 'address', request.ip);
    if (many) return many;
    return admit(house, request, reply, await door(async (tx) => {
      const hash = codeHash(house.nodeKey, code);
      if (!(await takeStewardCode(tx, hash, now))) {
        const state = await stewardCodeState(tx, hash);
        if (!state) return refuse('not-found', 'stewardship.codeUnknown', {}, ['code']);
        return refuse('conflict', state.usedAt ? 'stewardship.codeUsed' : 'stewardship.codeExpired', {}, ['code']);
      }
      // Who reads the terminal owns the node: an account that is there already becomes steward too.
      const known = await personByEmail(tx, who.email);
      const made = known ? ok(known) : await makePerson(house, tx, who);
      if (!made.ok) return made;
      await makeSteward(tx, { personId: made.value, roleId: newId(now, house.random), layerId: newId(now, house.random), now });
      forgetPerson(house, made.value);
      return ok(await openSession(house, tx, request, made.value));
    }));
  });
};
