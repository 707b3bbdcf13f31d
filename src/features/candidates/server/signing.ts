// Letters signed by Ed25519 as compact JWS (RFC 7515, 8037), so that any program can check one with the public key alone.
// A person's private key is derived from the node's key and lies nowhere; its public half is kept with every letter (docs/decisions: who holds the key of a reference).

import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import type { Signed } from '../rules/reference.ts';

// PKCS#8 and SPKI of Ed25519 (RFC 8410): a fixed head, then the 32 bytes.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const privateKeyOf = (nodeKey: Uint8Array, person: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(hkdfSync('sha256', nodeKey, 'hamdel reference', person, 32))]), format: 'der', type: 'pkcs8' });

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const textSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The letter's JWS and the 32 bytes of the public key that checks it. */
export const signLetter = (nodeKey: Uint8Array, payload: Signed): { jws: string; publicKey: Buffer } => {
  const key = privateKeyOf(nodeKey, payload.iss);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const head = `${encoded({ alg: 'EdDSA', typ: 'hamdel-reference+jws' })}.${encoded(payload)}`;
  return { jws: `${head}.${sign(null, Buffer.from(head), key).toString('base64url')}`, publicKey };
};

/** What was signed, or null when the signature is none of this key's. */
export const readSigned = (jws: string, publicKey: Uint8Array): Signed | null => {
  const [head = '', payload = '', signature = '', ...more] = jws.split('.');
  if (more.length > 0 || publicKey.length !== 32) return null;
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url'))) return null;
  const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as { alg?: string };
  return header.alg === 'EdDSA' ? (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Signed) : null;
};
