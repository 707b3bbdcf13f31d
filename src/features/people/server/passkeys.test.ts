import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors], { mode: 'up' }); });
afterAll(() => node[Symbol.asyncDispose]());

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();

// CBOR (RFC 8949) as far as an attestation of kind "none" needs it.
const head = (major: number, n: number): Buffer => (n < 24 ? Buffer.from([(major << 5) | n]) : n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255]));
const int = (n: number): Buffer => (n >= 0 ? head(0, n) : head(1, -1 - n));
const text = (s: string): Buffer => Buffer.concat([head(3, s.length), Buffer.from(s)]);
const bytes = (b: Uint8Array): Buffer => Buffer.concat([head(2, b.length), b]);
const map = (...pairs: Buffer[]): Buffer => Buffer.concat([head(5, pairs.length / 2), ...pairs]);

/** An authenticator in software (W3C WebAuthn level 3, section 6.1): ES256, user verified, resident. */
const authenticator = (rpId = 'localhost', origin = 'http://localhost') => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;
  const cose = map(int(1), int(2), int(3), int(-7), int(-1), int(1), int(-2), bytes(Buffer.from(x, 'base64url')), int(-3), bytes(Buffer.from(y, 'base64url')));
  const data = (flags: number, attested: Uint8Array = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested]);
  };
  const client = (type: string, challenge: string): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  return {
    id: b64(id),
    make: (challenge: string) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const object = map(text('fmt'), text('none'), text('attStmt'), map(), text('authData'), bytes(data(0x45, attested)));
      return { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: b64(client('webauthn.create', challenge)), attestationObject: b64(object), transports: ['internal'] } };
    },
    use: (challenge: string, { flags = 0x05 } = {}) => {
      const auth = data(flags);
      const clientData = client('webauthn.get', challenge);
      const signature = sign('sha256', Buffer.concat([auth, sha256(clientData)]), privateKey);
      return { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: b64(clientData), authenticatorData: b64(auth), signature: b64(signature) } };
    },
    back: () => { counter = 0; },
  };
};

const add = async (browser: Browser, key = authenticator()) => {
  const { challenge } = (await browser.post('/api/me/passkeys/options')).body as { challenge: string };
  expect((await browser.post('/api/me/passkeys', { response: key.make(challenge), name: 'Pixel 8' })).status).toBe(200);
  return key;
};
const challengeOf = async (browser: Browser): Promise<string> => (await browser.post('/api/session/passkey/options')).body.challenge as string;

test('a passkey is added, signs in without any address typed, is listed and removed', async () => {
  const one = await node.person({ email: 'key@example.org' });
  const mine = await node.as(one);
  const key = await add(mine);
  const browser = node.browser();
  expect((await browser.post('/api/session/passkey', { response: key.use(await challengeOf(browser)) })).status).toBe(200);
  expect((await browser.get('/api/me')).body.person).toMatchObject({ id: one });
  expect((await mine.get('/api/me/passkeys')).body).toMatchObject([{ id: key.id, name: 'Pixel 8', usedAt: node.clock.now().toISOString() }]);
  expect((await (await node.as(await node.person())).delete(`/api/me/passkeys/${key.id}`)).status).toBe(404);
  expect((await mine.delete(`/api/me/passkeys/${key.id}`)).status).toBe(200);
  const later = node.browser();
  expect((await later.post('/api/session/passkey', { response: key.use(await challengeOf(later)) })).body.code).toBe('people.passkeyUnknown');
});

test('an answer is taken once: replayed with its cookie it is refused', async () => {
  const key = await add(await node.as(await node.person({ email: 'replay@example.org' })));
  const browser = node.browser();
  const answer = key.use(await challengeOf(browser));
  const cookies = new Map(browser.cookies);
  expect((await browser.post('/api/session/passkey', { response: answer })).status).toBe(200);
  const thief = node.browser();
  for (const [name, value] of cookies) thief.cookies.set(name, value);
  expect((await thief.post('/api/session/passkey', { response: answer })).body.code).toBe('people.passkeyExpired');
});

test('an old challenge, one of another purpose and a forged one are refused', async () => {
  const one = await node.as(await node.person({ email: 'old@example.org' }));
  const key = await add(one);
  const slow = node.browser();
  const challenge = await challengeOf(slow);
  node.clock.step(6 * 60_000);
  expect((await slow.post('/api/session/passkey', { response: key.use(challenge) })).body.code).toBe('people.passkeyExpired');
  const { challenge: toAdd } = (await one.post('/api/me/passkeys/options')).body as { challenge: string };
  expect((await one.post('/api/session/passkey', { response: key.use(toAdd) })).body.code).toBe('people.passkeyExpired');
  const forger = node.browser();
  const until = Math.floor(node.clock.now().getTime() / 1000) + 300;
  forger.cookies.set('__Host-hamdel-passkey', `sign-in.AAAA.${until}.AAAA`);
  expect((await forger.post('/api/session/passkey', { response: key.use('AAAA') })).body.code).toBe('people.passkeyExpired');
});

test('a passkey of another site, without the person verified, or with its counter gone back is refused', async () => {
  const one = await node.as(await node.person({ email: 'odd@example.org' }));
  const key = await add(one);
  const browser = node.browser();
  for (const spoil of [
    () => authenticator('evil.example', 'https://evil.example').use,
    () => (challenge: string) => key.use(challenge, { flags: 0x01 }),
    () => { key.back(); return key.use; },
  ]) {
    const use = spoil();
    expect((await browser.post('/api/session/passkey', { response: use(await challengeOf(browser)) })).body.code).toBe('people.passkeyUnknown');
  }
  expect((await browser.get('/api/me')).body.person).toBeNull();
});
