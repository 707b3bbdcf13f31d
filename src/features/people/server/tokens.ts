// Secrets that leave the node: session tokens, links, codes. The tables keep hashes alone.

import { createHash, createHmac } from 'node:crypto';
import { latinDigits } from '#kernel/digits.ts';
import type { Random } from '#kernel/random.ts';

/** No I, O, 0, 1: read over a telephone and typed from a printed sheet. 32 signs, 5 bits each. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_SIGNS = 12;
const LINK_SIGNS = 26;

const signs = (bytes: Uint8Array, count: number): string => Array.from(bytes.subarray(0, count), (b) => alphabet[b % 32]).join('');

/** A session's token: 32 random bytes. Its hash needs no key, because there is nothing to guess. */
export const newToken = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url');
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A code of 60 bits for people to type: `7KQM-2WXA-9PDT`. */
export const newCode = (random: Random): string => (signs(random.bytes(CODE_SIGNS), CODE_SIGNS).match(/.{4}/g) ?? []).join('-');

/** What was typed, in the form that is hashed: capitals, no dashes or spaces, any script's digits. */
export const plainCode = (typed: string): string => latinDigits(typed).toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Short codes are hashed with the node's key, so that a stolen table cannot be tried out elsewhere. */
export const codeHash = (nodeKey: Uint8Array, typed: string): Buffer => createHmac('sha256', nodeKey).update(`code:${plainCode(typed)}`).digest();

/** The token of a mailed link, made again by the job from the link's id: it never lies in the jobs table. 130 bits. */
export const linkToken = (nodeKey: Uint8Array, linkId: string): string => signs(createHmac('sha256', nodeKey).update(`link:${linkId}`).digest(), LINK_SIGNS);

/** A mailed link proves its address; a code handed over by a steward proves none. */
export const isMailed = (token: string): boolean => plainCode(token).length === LINK_SIGNS;
