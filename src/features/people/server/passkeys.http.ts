// Passkeys (WebAuthn): signing in without typing anything, adding and removing.

import {
  type AuthenticationResponseJSON, type AuthenticatorTransport, generateAuthenticationOptions, generateRegistrationOptions,
  type RegistrationResponseJSON, verifyAuthenticationResponse, verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ok, refuse } from '#kernel/result.ts';
import type { House } from '#server/house.ts';
import { deviceOf } from '../rules/device.ts';
import { passkeyAnswer } from '../rules/wire.ts';
import { emailOf } from './accounts.store.ts';
import { beforeDoors } from './before.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { addPasskey, passkeyById, passkeysOf, removePasskey, usePasskey } from './passkeys.store.ts';
import { admit, openSession } from './sessions.ts';
import { tried } from './tries.ts';

const MOST_EACH = 12;
// EdDSA, ES256, RS256: what authenticators in hands speak (IANA COSE algorithms).
const algorithms = [-8, -7, -257];

/** Which site a passkey belongs to: the node's own address, or this machine by whatever loopback name it was opened. */
const site = (house: House, request: FastifyRequest): { rpID: string; origin: string } => {
  const own = new URL(house.origin);
  if (!/^(localhost|127\.0\.0\.1)$/.test(own.hostname)) return { rpID: own.hostname, origin: own.origin };
  return { rpID: 'localhost', origin: request.hostname === 'localhost' ? new URL(`${request.protocol}://${request.host}`).origin : own.origin };
};
const transportsOf = (list: readonly string[]) => list as AuthenticatorTransport[];

export const passkeyDoors = (app: FastifyInstance, house: House): void => {
  signIn(app, house);
  keep(app, house);
};

const signIn = (app: FastifyInstance, house: House): void => {
  const { open } = beforeDoors(app, house);
  open('post', '/api/session/passkey/options', null, 'Begin signing in by passkey', async ({ request, reply }) => {
    const options = await generateAuthenticationOptions({ rpID: site(house, request).rpID, userVerification: 'required', challenge: new Uint8Array(house.random.bytes(32)) });
    keepChallenge(house, request, reply, 'sign-in', options.challenge);
    return ok(options);
  });

  open('post', '/api/session/passkey', passkeyAnswer, 'Sign in by passkey', async ({ body, door, now, request, reply }) => {
    const many = tried(house, 'address', request.ip);
    if (many) return many;
    const expectedChallenge = takeChallenge(house, request, reply, 'sign-in');
    if (!expectedChallenge) return refuse('conflict', 'people.passkeyExpired');
    const found = await door(async (tx) => ok(await passkeyById(tx, body.response.id)));
    const key = found.ok ? found.value : undefined;
    if (!key) return refuse('forbidden', 'people.passkeyUnknown');
    const { rpID, origin } = site(house, request);
    const checked = await verifyAuthenticationResponse({
      response: body.response as unknown as AuthenticationResponseJSON, expectedChallenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true,
      credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter, transports: transportsOf(key.transports) },
    }).catch(() => null);
    if (!checked?.verified) return refuse('forbidden', 'people.passkeyUnknown');
    return admit(house, request, reply, await door(async (tx) => {
      // Removed between the two: no row, no session.
      if ((await usePasskey(tx, key.id, checked.authenticationInfo.newCounter, now)) !== 1) return refuse('forbidden', 'people.passkeyUnknown');
      return ok(await openSession(house, tx, request, key.personId));
    }));
  });
};

const keep = (app: FastifyInstance, house: House): void => {
  const { own } = beforeDoors(app, house);
  own('get', '/api/me/passkeys', null, 'My passkeys', ({ who, door }) => door(async (tx) => ok(await passkeysOf(tx, who.id))));

  own('post', '/api/me/passkeys/options', null, 'Begin adding a passkey', async ({ who, door, request, reply }) => {
    const { rpID } = site(house, request);
    const known = await door(async (tx) => ok({ keys: await passkeysOf(tx, who.id), email: (await emailOf(tx, who.id))?.email ?? 'Hamdel' }));
    if (!known.ok) return known;
    const options = await generateRegistrationOptions({
      rpName: 'Hamdel', rpID, userName: known.value.email, userID: new TextEncoder().encode(who.id), attestationType: 'none', supportedAlgorithmIDs: algorithms, challenge: new Uint8Array(house.random.bytes(32)),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: known.value.keys.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
    });
    keepChallenge(house, request, reply, 'add', options.challenge);
    return ok(options);
  });

  own('post', '/api/me/passkeys', passkeyAnswer, 'Add a passkey', async ({ who, body, door, now, request, reply }) => {
    const expectedChallenge = takeChallenge(house, request, reply, 'add');
    if (!expectedChallenge) return refuse('conflict', 'people.passkeyExpired');
    const { rpID, origin } = site(house, request);
    const checked = await verifyRegistrationResponse({
      response: body.response as unknown as RegistrationResponseJSON, expectedChallenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true, supportedAlgorithmIDs: algorithms,
    }).catch(() => null);
    if (!checked?.verified || !checked.registrationInfo) return refuse('invalid', 'people.passkeyNotTaken');
    const { credential } = checked.registrationInfo;
    return door(async (tx) => {
      if ((await passkeysOf(tx, who.id)).length >= MOST_EACH) return refuse('too-many', 'people.passkeysMany', { most: MOST_EACH });
      await addPasskey(tx, {
        id: credential.id, personId: who.id, publicKey: credential.publicKey, counter: credential.counter, transports: credential.transports ?? [],
        name: body.name || deviceOf(request.headers['user-agent']), now,
      });
      return ok({ id: credential.id });
    });
  });

  own('delete', '/api/me/passkeys/:key', null, 'Remove a passkey', ({ who, params, door }) => door(async (tx) =>
    ((await removePasskey(tx, who.id, params.key ?? '')) === 1 ? ok({}) : refuse('not-found', 'web.notFound'))));
};

