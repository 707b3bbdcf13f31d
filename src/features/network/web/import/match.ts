// Which contacts are members who let themselves be found: every key is hashed here and looked up in the set that the node gave. Nothing is sent.

import { CONTACT_LIMITS, type Contact, keysOf } from '../../rules/contacts.ts';
import type { SetView } from '../../rules/contacts-wire.ts';

export type Match = { readonly contact: Contact; readonly hashes: readonly string[] };

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const hasher = (salt: string, rounds: number) => async (key: string): Promise<Uint8Array> => {
  const encoder = new TextEncoder();
  const from = await crypto.subtle.importKey('raw', encoder.encode(key), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations: rounds }, from, CONTACT_LIMITS.hashBytes * 8));
};

/** The prefixes as a set of hex strings. */
export const prefixesOf = (base64: string): ReadonlySet<string> => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const found = new Set<string>();
  for (let i = 0; i + CONTACT_LIMITS.prefixBytes <= bytes.length; i += CONTACT_LIMITS.prefixBytes) found.add(hex(bytes.subarray(i, i + CONTACT_LIMITS.prefixBytes)));
  return found;
};

/** `looked` is told how many contacts have been compared. */
export const matching = async (contacts: readonly Contact[], { salt, rounds, prefixes }: SetView, looked: (n: number) => void): Promise<Match[]> => {
  const hash = hasher(salt, rounds);
  const known = prefixesOf(prefixes);
  const found: Match[] = [];
  for (const [i, contact] of contacts.entries()) {
    const hashes = (await Promise.all(keysOf(contact).map(hash))).map(hex).filter((one) => known.has(one.slice(0, CONTACT_LIMITS.prefixBytes * 2)));
    if (hashes.length > 0) found.push({ contact, hashes });
    if (i % 25 === 24) looked(i + 1);
  }
  looked(contacts.length);
  return found;
};
