// One's own profile: read, and saved as typed. A save that is based on an older version is refused, and nothing is lost: the page keeps what was typed.

import type { FastifyInstance } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { nameKeysOf } from '../rules/name-keys.ts';
import { settled } from '../rules/profile.ts';
import { presentProfile } from '../rules/profile-view.ts';
import { profile } from '../rules/wire.ts';
import { ownProfile, profileBefore, saveProfile } from './profile.store.ts';
import { forgetPerson } from './sessions.ts';

export const profileDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);

  read('/api/me/profile', async ({ who }) => {
    const row = await house.db.asViewer(who.id, (tx) => ownProfile(tx));
    return row ? ok(presentProfile(row)) : null;
  }, 'My profile');

  write('put', '/api/me/profile', profile, async ({ who, tx, body, now }) => {
    const before = await profileBefore(tx);
    if (!before) return null;
    const wanted = settled(body, before);
    if (!wanted.ok) return wanted;
    if (!isZone(wanted.value.timeZone)) return refuse('invalid', 'people.timeZoneUnknown', {}, ['timeZone']);
    await saveProfile(tx, who.id, wanted.value, nameKeysOf(wanted.value), now);
    forgetPerson(house, who.id);
    return ok({ version: before.version + 1, savedAt: now.toISOString() });
  }, 'Save my profile');
};

/** Which zones there are is known by the platform alone. */
const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};
