// The second factor: time-based codes (RFC 6238, SHA-1, 6 digits, 30 s), their secret sealed by the node's key.

import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { latinDigits } from '#kernel/digits.ts';
import type { Random } from '#kernel/random.ts';

const STEP_S = 30;
const SECRET_BYTES = 20;
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM; `for_` binds what is sealed to its person, so that rows cannot be swapped. */
export const seal = (nodeKey: Uint8Array, random: Random, plain: Uint8Array, for_: string): Buffer => {
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', nodeKey, nonce).setAAD(Buffer.from(for_));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Null when it was sealed by another key, for another person, or changed. */
export const unseal = (nodeKey: Uint8Array, sealed: Uint8Array, for_: string): Buffer | null => {
  if (sealed.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', nodeKey, sealed.subarray(0, NONCE)).setAAD(Buffer.from(for_)).setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
  } catch {
    return null;
  }
};

export const newSecret = (random: Random): Uint8Array => random.bytes(SECRET_BYTES);

const totp = (secret: Uint8Array, label: string): TOTP =>
  new TOTP({ issuer: 'Hamdel', label, algorithm: 'SHA1', digits: 6, period: STEP_S, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** What an authenticator app reads: the address for the QR code, and the same secret to type. */
export const enrolment = (secret: Uint8Array, label: string): { uri: string; secret: string } => {
  const one = totp(secret, label);
  return { uri: one.toString(), secret: (one.secret.base32.match(/.{1,4}/g) ?? []).join(' ') };
};

/** The time step a code belongs to (one step early or late is taken), or null. */
export const stepOf = (secret: Uint8Array, typed: string, now: Date): number | null => {
  const token = latinDigits(typed).replace(/\D/g, '');
  if (token.length !== 6) return null;
  const delta = totp(secret, '').validate({ token, window: 1, timestamp: now.getTime() });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_S) + delta;
};
