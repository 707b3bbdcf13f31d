// Doors of the steward. Who is none does not find them.

import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import { after, DAY_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { codeHash, me, newCode } from '#features/people/server/door.ts';
import { presentLine } from '#features/people/rules/present.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { announce } from '#server/live.store.ts';
import { presentInvitation, presentTrail } from '../rules/present.ts';
import { invitation, LIMITS, settings, unmask } from '../rules/wire.ts';
import { firstDoors } from './first.http.ts';
import { stewardPeopleDoors } from './people.http.ts';
import { secretWrite } from './secret.ts';
import { addInvitation, addUnmasking, askerOf, invitations, noteAct, setSetting, trail, withdrawInvitation } from './store.ts';

export const stewardshipDoors = (app: FastifyInstance, house: House): void => {
  firstDoors(app, house);
  stewardPeopleDoors(app, house);
  invitationDoors(app, house);
  settingDoors(app, house);
  nameDoors(app, house);
};

const invitationDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/steward/invitations', async ({ who, now }) =>
    (who.steward ? ok((await house.db.asViewer(who.id, (tx) => invitations(tx))).map((row) => presentInvitation(row, now))) : null), 'Invitations');

  secretWrite(app, house, '/api/steward/invitations', invitation, 'Invite; the code is shown once', async ({ who, tx, body, now }) => {
    const code = newCode(house.random);
    const expiresAt = after(now, body.days * DAY_MS);
    await addInvitation(tx, { id: body.id, hash: codeHash(house.nodeKey, code), email: body.email, note: body.note, by: who.id, now, expiresAt });
    await noteAct(tx, { id: newId(now, house.random), who: who.id, verb: 'invitation-made', about: body.id, now });
    const link = `${house.origin}/join/${code}`;
    return ok({ id: body.id, code, link, qr: renderSVG(link, { border: 2 }), expiresAt: expiresAt.toISOString() });
  });

  write('delete', '/api/steward/invitations/:id', null, async ({ who, tx, params, now }) => {
    if (!who.steward || (await withdrawInvitation(tx, params.id ?? '', now)) === 0) return null;
    await noteAct(tx, { id: newId(now, house.random), who: who.id, verb: 'invitation-withdrawn', about: params.id ?? '', now });
    return ok({});
  }, 'Withdraw an invitation');
};

const settingDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/steward/settings', async ({ who }) => {
    if (!who.steward) return null;
    const { node, openSignUp, mailWorks } = await me(house, who);
    return ok({ node, openSignUp, mailWorks });
  }, 'Settings of the node');

  write('put', '/api/steward/settings', settings, async ({ who, tx, body, now }) => {
    if (!who.steward) return null;
    await setSetting(tx, 'node', body.node, who.id, now);
    await setSetting(tx, 'openSignUp', body.openSignUp, who.id, now);
    await noteAct(tx, { id: newId(now, house.random), who: who.id, verb: 'settings-changed', about: null, now });
    return ok({ savedAt: now.toISOString() });
  }, 'Save the settings');
};

const nameDoors = (app: FastifyInstance, house: House): void => {
  const { read } = doorsOf(app, house);
  read('/api/steward/trail', async ({ who }) => (who.steward ? ok((await house.db.asViewer(who.id, (tx) => trail(tx, LIMITS.trail))).map(presentTrail)) : null), 'Privileged acts, with who and why');

  // The order matters: the act, its trail and the word to the asker stand before the name is read, in one transaction.
  secretWrite(app, house, '/api/steward/unmask', unmask, 'Open a hidden name: reasoned, logged, and told to the asker', async ({ who, tx, body, now }) => {
    await addUnmasking(tx, { id: body.id, caseId: body.caseId, steward: who.id, reason: body.reason, now });
    await noteAct(tx, { id: newId(now, house.random), who: who.id, verb: 'name-opened', about: body.caseId, note: body.reason, now });
    announce(tx, 'name-opened', body.caseId, 'asker', true, now);
    const asker = await askerOf(tx, body.caseId);
    return asker ? ok({ asker: presentLine(asker) }) : null;
  });
};
