// Two who meet where no network is: one shows a card as a QR code or reads out its short code, the other scans or types it.
// Both devices keep what they know and send it later. A scanned card is signed by its owner's device, so that one of the two is enough.

import { latinDigits } from '#kernel/digits.ts';

export const MEETING = { validMs: 15 * 60_000, reachesWithinMs: 14 * 86_400_000, codeLength: 10, name: 80, keys: 20, clockMs: 10 * 60_000 } as const;

/** No letter that looks or sounds like another: 32 signs, so ten of them hold 50 bits. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten signs from ten bytes. */
export const codeFrom = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, MEETING.codeLength), (byte) => signs[byte % 32]).join('');
export const codeText = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
/** What somebody typed, as a code: either script's digits, small letters, dashes and look-alikes are taken; undefined: not a code. */
export const codeIn = (typed: string): string | undefined => {
  const plain = latinDigits(typed).toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V');
  return plain.length === MEETING.codeLength && [...plain].every((sign) => signs.includes(sign)) ? plain : undefined;
};

export type Card = { readonly personId: string; readonly keyId: string; readonly at: Date; readonly code: string; readonly name: string };
const HEAD = 'HAMDEL1';

/** The text that is signed. */
export const cardText = ({ personId, keyId, at, code, name }: Card): string =>
  [HEAD, personId, keyId, Math.floor(at.getTime() / 1000).toString(36), code, name.replaceAll('|', ' ').slice(0, MEETING.name)].join('|');

/** A scanned text as a card and its signature (base64url); undefined: something else was scanned. Whether the signature holds, the node says. */
export const cardIn = (scanned: string): { card: Card; text: string; signature: string } | undefined => {
  const parts = scanned.split('|');
  const [head, personId = '', keyId = '', seconds = '', code = '', name = '', signature = ''] = parts;
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  if (head !== HEAD || parts.length !== 7 || scanned.length > 600 || !uuid.test(personId) || !uuid.test(keyId) || codeIn(code) !== code || !/^[0-9a-z]{1,8}$/.test(seconds) || !/^[\w-]{80,100}$/.test(signature)) return undefined;
  return { card: { personId, keyId, at: new Date(Number.parseInt(seconds, 36) * 1000), code, name }, text: parts.slice(0, 6).join('|'), signature };
};

/** A card that is older than its time, by the clock of the device that reads it. */
export const isStale = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > MEETING.validMs;
