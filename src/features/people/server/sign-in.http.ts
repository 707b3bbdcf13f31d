// Signing in by a link: mailed to an address, or a code that a steward handed over.

import type { FastifyInstance } from 'fastify';
import type { Id } from '#kernel/ids.ts';
import { ok, refuse, type Refusal } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { askLink, useLink } from '../rules/wire.ts';
import { linkByHash, personByEmail, proveEmail, takeLink } from './accounts.store.ts';
import { beforeDoors } from './before.ts';
import { dropCredentials } from './credentials.store.ts';
import { sendLink } from './joining.ts';
import { endOtherSessions } from './sessions.store.ts';
import { admit, forgetPerson, openSession } from './sessions.ts';
import { codeHash, isMailed } from './tokens.ts';
import { tried } from './tries.ts';

// The same for a known and an unknown address: the slower of the two takes about 15 ms.
const ANSWER_FLOOR_MS = 150;

const whyNot = async (tx: Tx, hash: Buffer, now: Date): Promise<Refusal> => {
  const link = await linkByHash(tx, hash);
  if (!link) return refuse('not-found', 'people.linkUnknown');
  if (link.usedAt) return refuse('conflict', 'people.linkUsed');
  return refuse('conflict', link.expiresAt <= now ? 'people.linkExpired' : 'people.linkUsed');
};

/**
 * The first proof of an address ends whatever was set up before it: somebody else could have joined with it and waited.
 * Not when it is proved from the very browser that is signed in.
 */
const firstProof = async (house: House, tx: Tx, personId: Id, now: Date, here: Id | undefined): Promise<void> => {
  if (!(await proveEmail(tx, personId, now)) || here === personId) return;
  await endOtherSessions(tx, personId, null, now);
  await dropCredentials(tx, personId);
  forgetPerson(house, personId);
};

export const signInDoors = (app: FastifyInstance, house: House): void => {
  const { open } = beforeDoors(app, house);

  open('post', '/api/session/email', askLink, 'Ask for a sign-in link by mail', async ({ body: { email, lang }, door, request }) => {
    if (!house.mail.works) return refuse('offline', 'people.noMail');
    const many = tried(house, 'letter', email) ?? tried(house, 'address', request.ip);
    if (many) return many;
    return door(async (tx) => {
      const personId = await personByEmail(tx, email);
      if (personId) await sendLink(house, tx, personId, lang);
      return ok({});
    });
  }, { status: 202, floorMs: ANSWER_FLOOR_MS });

  open('post', '/api/session/link', useLink, 'Sign in by a link or a code', async ({ body: { token }, door, now, request, reply }) => {
    const many = tried(house, 'address', request.ip);
    if (many) return many;
    return admit(house, request, reply, await door(async (tx) => {
      const hash = codeHash(house.nodeKey, token);
      const personId = await takeLink(tx, hash, now);
      if (!personId) return whyNot(tx, hash, now);
      if (isMailed(token)) await firstProof(house, tx, personId, now, request.who?.id);
      return ok(await openSession(house, tx, request, personId));
    }));
  });
};
