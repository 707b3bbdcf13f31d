import { expect, test } from 'vitest';
import { readSigned, signLetter, textSha256 } from './signing.ts';

/** As a browser would: no code of ours. */
const webVerifies = async (jws: string, publicKey: Uint8Array): Promise<boolean> => {
  const [head = '', body = '', signature = ''] = jws.split('.');
  const imported = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, new Uint8Array(Buffer.from(signature, 'base64url')), new TextEncoder().encode(`${head}.${body}`));
};

const key = new Uint8Array(32).fill(5);
const payload = { iss: 'writer', sub: 'person', jti: 'letter', iat: 1, exp: 2, scopes: ['fellowship'], lang: 'fa', textSha256: textSha256('خوب است') };

test('a letter is read with its own key alone, and any change of it is seen', () => {
  const { jws, publicKey } = signLetter(key, payload);
  expect(readSigned(jws, publicKey)).toEqual(payload);
  const [head = '', body = '', signature = ''] = jws.split('.');
  const other = Buffer.from(JSON.stringify({ ...payload, exp: 3 })).toString('base64url');
  expect(readSigned(`${head}.${other}.${signature}`, publicKey)).toBeNull();
  expect(readSigned(`${head}.${body}.${Buffer.from(signature, 'base64url').map((byte, i) => (i === 9 ? byte ^ 1 : byte)).toString()}`, publicKey)).toBeNull();
  expect(readSigned(jws, signLetter(key, { ...payload, iss: 'another' }).publicKey)).toBeNull();
  expect(readSigned('no.jws', publicKey)).toBeNull();
  // "none" and friends: what the header says does not choose the way of checking.
  expect(readSigned(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`, publicKey)).toBeNull();
});

test('the key of a person is the same each time, and another on another node', () => {
  expect(signLetter(key, payload).publicKey).toEqual(signLetter(key, payload).publicKey);
  expect(signLetter(new Uint8Array(32).fill(6), payload).publicKey).not.toEqual(signLetter(key, payload).publicKey);
});

test('another program checks it by the web’s own cryptography', async () => {
  const { jws, publicKey } = signLetter(key, payload);
  expect(await webVerifies(jws, publicKey)).toBe(true);
  expect(await webVerifies(jws.replace(/\.(.)/, (_, sign) => `.${sign === 'A' ? 'B' : 'A'}`), publicKey)).toBe(false);
});
