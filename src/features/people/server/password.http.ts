// Password with a second factor: never one without the other. Set up in one flow: password, QR, code, recovery codes.

import { hash, verify } from '@node-rs/argon2';
import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { ok, refuse, type Refusal } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { weakness } from '../rules/password.ts';
import { passwordBegin, passwordConfirm, passwordSignIn } from '../rules/wire.ts';
import { emailOf } from './accounts.store.ts';
import { beforeDoors } from './before.ts';
import { dropPassword, passwordByEmail, type PasswordRow, passwordState, replaceCodes, setPassword, takeRecovery, takeStep } from './credentials.store.ts';
import { enrolment, newSecret, seal, stepOf, unseal } from './second-factor.ts';
import { endOtherSessions, sessionOpenedAt } from './sessions.store.ts';
import { admit, forgetPerson, openSession } from './sessions.ts';
import { codeHash, newCode } from './tokens.ts';
import { tried, wipeTries } from './tries.ts';

const RECOVERY_CODES = 10;
const FRESH_MS = HOUR_MS / 4;
// OWASP Password Storage, Argon2id: 19 MiB, 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
// Verified where there is no such account, so that the time tells nothing. The password behind it is thrown away.
let nobodysHash: Promise<string> | undefined;

/** What stands at the person's name while the flow is under way travels sealed with the browser: the old factor works until the new one is confirmed. */
const pendingFor = (personId: string, now: Date): string => `pending ${personId} ${Math.floor(now.getTime() / HOUR_MS)}`;

export const passwordDoors = (app: FastifyInstance, house: House): void => {
  signIn(app, house);
  setUp(app, house);
};

const signIn = (app: FastifyInstance, house: House): void => {
  beforeDoors(app, house).open('post', '/api/session/password', passwordSignIn, 'Sign in by password and second factor', async ({ body, door, now, request, reply }) => {
    const many = tried(house, 'account', body.email) ?? tried(house, 'address', request.ip);
    if (many) return many;
    const found = await door(async (tx) => ok(await passwordByEmail(tx, body.email)));
    const row = found.ok ? found.value : undefined;
    nobodysHash ??= hash(newCode(house.random), cost);
    const right = await verify(row?.hash ?? (await nobodysHash), body.password);
    if (!row || !right) return refuse('forbidden', 'people.signInWrong');
    return admit(house, request, reply, await door(async (tx) => {
      const refusal = await secondFactor(house, tx, row, body, now);
      if (refusal) return refusal;
      wipeTries(house, 'account', body.email);
      return ok(await openSession(house, tx, request, row.personId));
    }));
  });
};

const secondFactor = async (house: House, tx: Tx, row: PasswordRow, { otp, recovery }: { otp?: string | undefined; recovery?: string | undefined }, now: Date): Promise<Refusal | null> => {
  if (recovery) return (await takeRecovery(tx, row.personId, codeHash(house.nodeKey, recovery), now)) ? null : refuse('forbidden', 'people.recoveryWrong', {}, ['recovery']);
  if (!otp) return refuse('forbidden', 'people.codeWanted', {}, ['otp']);
  const secret = row.sealed && unseal(house.nodeKey, row.sealed, row.personId);
  const step = secret ? stepOf(secret, otp, now) : null;
  if (step === null) return refuse('forbidden', 'people.codeWrong', {}, ['otp']);
  return (await takeStep(tx, row.personId, step)) ? null : refuse('forbidden', 'people.codeUsed', {}, ['otp']);
};

/** Changing what is there wants a sign-in of the last quarter of an hour: a session left open is not enough. */
const freshEnough = async (tx: Tx, sessionId: Id, now: Date): Promise<Refusal | null> => {
  const opened = await sessionOpenedAt(tx, sessionId);
  return opened && now.getTime() - opened.getTime() <= FRESH_MS ? null : refuse('forbidden', 'people.signInAgain');
};

const setUp = (app: FastifyInstance, house: House): void => {
  const { own } = beforeDoors(app, house);
  const freshCodes = () => Array.from({ length: RECOVERY_CODES }, () => newCode(house.random));
  const hashes = (codes: readonly string[]) => codes.map((code) => codeHash(house.nodeKey, code));
  const weak = async (tx: Tx, personId: Id, password: string): Promise<Refusal | null> => {
    const why = weakness(password, [(await emailOf(tx, personId))?.email ?? '']);
    return why && refuse('invalid', `people.${why}`, {}, ['password']);
  };

  own('post', '/api/me/password/begin', passwordBegin, 'Begin: a secret for the authenticator app', ({ who, body, door, now }) => door(async (tx) => {
    const refusal = (await weak(tx, who.id, body.password)) ?? ((await passwordState(tx, who.id)).hasPassword ? await freshEnough(tx, who.sessionId, now) : null);
    if (refusal) return refusal;
    const secret = newSecret(house.random);
    const { uri, secret: shown } = enrolment(secret, (await emailOf(tx, who.id))?.email ?? 'Hamdel');
    return ok({ secret: shown, uri, qr: renderSVG(uri, { border: 2 }), pending: seal(house.nodeKey, house.random, secret, pendingFor(who.id, now)).toString('base64url') });
  }));

  own('post', '/api/me/password/confirm', passwordConfirm, 'Confirm by a first code; recovery codes are shown once', async ({ who, body, door, now }) => {
    const many = tried(house, 'account', who.id);
    if (many) return many;
    const pending = Buffer.from(body.pending, 'base64url');
    const secret = unseal(house.nodeKey, pending, pendingFor(who.id, now)) ?? unseal(house.nodeKey, pending, pendingFor(who.id, new Date(now.getTime() - HOUR_MS)));
    if (!secret) return refuse('conflict', 'people.setUpExpired');
    const step = stepOf(secret, body.otp, now);
    if (step === null) return refuse('forbidden', 'people.codeWrong', {}, ['otp']);
    const codes = freshCodes();
    const hashed = await hash(body.password, cost);
    return door(async (tx) => {
      const refusal = (await weak(tx, who.id, body.password)) ?? ((await passwordState(tx, who.id)).hasPassword ? await freshEnough(tx, who.sessionId, now) : null);
      if (refusal) return refusal;
      await setPassword(tx, { personId: who.id, hash: hashed, sealed: seal(house.nodeKey, house.random, secret, who.id), step, codes: hashes(codes), now });
      await endOtherSessions(tx, who.id, who.sessionId, now);
      forgetPerson(house, who.id);
      wipeTries(house, 'account', who.id);
      return ok({ recoveryCodes: codes });
    });
  });

  own('post', '/api/me/recovery-codes', null, 'Fresh recovery codes; the old ones end', ({ who, door, now }) => door(async (tx) => {
    if (!(await passwordState(tx, who.id)).hasPassword) return refuse('conflict', 'people.noPassword');
    const stale = await freshEnough(tx, who.sessionId, now);
    if (stale) return stale;
    const codes = freshCodes();
    await replaceCodes(tx, who.id, hashes(codes), now);
    return ok({ recoveryCodes: codes });
  }));

  own('delete', '/api/me/password', null, 'Remove password, second factor and recovery codes', ({ who, door, now }) => door(async (tx) => {
    const stale = await freshEnough(tx, who.sessionId, now);
    if (stale) return stale;
    await dropPassword(tx, who.id);
    return ok({});
  }));
};
