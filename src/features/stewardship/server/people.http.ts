// The steward's queue and people: layers, roles, a one-time code for who cannot get in.

import type { FastifyInstance } from 'fastify';
import { nameKeys } from 'language';
import { after, DAY_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import { renderSVG } from 'uqr';
import { addLink, codeHash, forgetPerson, newCode } from '#features/people/server/door.ts';
import { likeness } from '#features/people/rules/find.ts';
import type { Tx } from '#server/db.ts';
import { doorsOf, type Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { presentStewardPerson, type Verb } from '../rules/present.ts';
import { layer, role, signInCode } from '../rules/wire.ts';
import { addLayer, endLayer, endRole, everybody, grantRole, onePerson, stewards, tellPerson, waiting } from './people.store.ts';
import { secretWrite } from './secret.ts';
import { noteAct } from './store.ts';

export const stewardPeopleDoors = (app: FastifyInstance, house: House): void => {
  readDoors(app, house);
  layerDoors(app, house);
  roleDoors(app, house);
  codeDoor(app, house);
};

const noteWith = (house: House) => (tx: Tx, who: Who, now: Date, verb: Verb, about: string, text = '') =>
  noteAct(tx, { id: newId(now, house.random), who: who.id, verb, about, note: text, now });

const person = async (tx: Tx, id: string) => {
  const row = await onePerson(tx, id);
  return row ? ok(presentStewardPerson(row)) : null;
};

const readDoors = (app: FastifyInstance, house: House): void => {
  const { read } = doorsOf(app, house);
  read('/api/steward/queue', async ({ who }) => (who.steward ? ok((await house.db.asViewer(who.id, (tx) => waiting(tx))).map(presentStewardPerson)) : null), 'Who waits for verification');

  read('/api/steward/people', async ({ who, query }) => {
    if (!who.steward) return null;
    const typed = (query.q ?? '').slice(0, 200).trim();
    const rows = await house.db.asViewer(who.id, (tx) => everybody(tx, typed === '' ? null : nameKeys(typed)));
    return ok((typed === '' ? rows : rows.filter((row) => likeness(typed, row) > 0)).map(presentStewardPerson));
  }, 'Everybody on this node');
};

const layerDoors = (app: FastifyInstance, house: House): void => {
  const { write } = doorsOf(app, house);
  const note = noteWith(house);
  write('post', '/api/steward/people/:id/layers', layer, async ({ who, tx, params, body, now }) => {
    const row = who.steward ? await onePerson(tx, params.id ?? '') : undefined;
    if (!row) return null;
    if (row.id === who.id) return refuse('forbidden', 'stewardship.notOneself');
    if (row.layers.some((l) => l.layer === body.layer)) return refuse('conflict', 'stewardship.layerThere');
    await addLayer(tx, { id: newId(now, house.random), personId: row.id, layer: body.layer, by: who.id, note: body.note, now });
    await note(tx, who, now, 'layer-added', row.id, body.layer);
    await tellPerson(tx, 'verified', row.id, now);
    forgetPerson(house, row.id);
    return person(tx, row.id);
  }, 'Record a checked document or register');

  write('delete', '/api/steward/people/:id/layers/:layerId', null, async ({ who, tx, params, now }) => {
    const row = who.steward ? await onePerson(tx, params.id ?? '') : undefined;
    if (!row || (await endLayer(tx, row.id, params.layerId ?? '', who.id, now)) === 0) return null;
    await note(tx, who, now, 'layer-ended', row.id);
    forgetPerson(house, row.id);
    return person(tx, row.id);
  }, 'End a layer');
};

const roleDoors = (app: FastifyInstance, house: House): void => {
  const { write } = doorsOf(app, house);
  const note = noteWith(house);
  write('post', '/api/steward/people/:id/roles', role, async ({ who, tx, params, body, now }) => {
    const row = who.steward ? await onePerson(tx, params.id ?? '') : undefined;
    if (!row) return null;
    if (!row.verified) return refuse('conflict', 'stewardship.verifyFirst');
    if (row.roles.includes(body.role)) return refuse('conflict', 'stewardship.roleThere');
    // Bound to where they work now: whom one says to work for can be changed by oneself, what one may read cannot.
    if (body.role === 'privacy-officer' && row.institutionEn === null && row.institutionFa === null) return refuse('conflict', 'stewardship.officerWhere');
    await grantRole(tx, { id: newId(now, house.random), personId: row.id, role: body.role, by: who.id, now });
    await note(tx, who, now, 'role-granted', row.id, body.role);
    forgetPerson(house, row.id);
    return person(tx, row.id);
  }, 'Give a role');

  write('delete', '/api/steward/people/:id/roles/:role', null, async ({ who, tx, params, now }) => {
    if (!who.steward) return null;
    const id = params.id ?? '';
    if (params.role === 'steward' && (await stewards(tx)).filter(({ personId }) => personId !== id).length === 0) return refuse('conflict', 'stewardship.lastSteward');
    await note(tx, who, now, 'role-ended', id, params.role ?? '');
    if ((await endRole(tx, id, params.role ?? '', now)) === 0) return null;
    forgetPerson(house, id);
    // One's own steward's role may just have ended, and with it this view.
    return (await person(tx, id)) ?? ok({});
  }, 'End a role');
};

const codeDoor = (app: FastifyInstance, house: House): void => {
  secretWrite(app, house, '/api/steward/people/:id/sign-in-code', signInCode, 'A one-time sign-in code for a person; shown once, and the person is told', async ({ who, tx, params, body, now }) => {
    const row = await onePerson(tx, params.id ?? '');
    if (!row) return null;
    const code = newCode(house.random);
    const expiresAt = after(now, DAY_MS);
    // The act's own id as the row's: a repeated request meets it and makes no second code.
    await noteAct(tx, { id: body.id, who: who.id, verb: 'sign-in-code', about: row.id, now });
    await tellPerson(tx, 'sign-in-code', row.id, now);
    await house.db.asDoor((door) => addLink(door, codeHash(house.nodeKey, code), row.id as typeof who.id, now, expiresAt));
    const link = `${house.origin}/sign-in/link/${code}`;
    return ok({ code, link, qr: renderSVG(link, { border: 2 }), expiresAt: expiresAt.toISOString() });
  });
};
