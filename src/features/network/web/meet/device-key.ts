// The key of this device: made here, its signing half never leaves the browser's own store. It is forgotten with everything else at sign-out.

import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { device } from '#web/device.ts';
import { browserRandom } from '#web/random.ts';
import { type Card, cardText } from '../../rules/meeting.ts';

type Kept = { readonly id: string; readonly personId: string; readonly pair: CryptoKeyPair; readonly known: boolean };
const NAME = 'meeting-key';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64url = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Made at the first visit, told to the node as soon as it is reached. */
const keyOf = async (personId: string): Promise<Kept> => {
  const there = await device.get<Kept>('kept', NAME);
  const kept = there?.personId === personId ? there : { id: newId(new Date(), browserRandom), personId, pair: await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']), known: false };
  if (kept !== there) await device.put('kept', NAME, kept);
  if (kept.known) return kept;
  const spki = hex(await crypto.subtle.exportKey('spki', kept.pair.publicKey));
  const told = await api.post('/api/meetings/keys', { id: kept.id, spki }, { key: `meeting-key ${kept.id}` });
  if (told.ok) await device.put('kept', NAME, { ...kept, known: true });
  return kept;
};

export const readyKey = async (personId: string): Promise<void> => { await keyOf(personId); };

/** The text of the QR code: the card and its signature. */
export const signedCard = async (card: Omit<Card, 'keyId'>): Promise<string> => {
  const there = await device.get<Kept>('kept', NAME);
  const { id, pair } = there !== undefined && there.personId === card.personId ? there : await keyOf(card.personId);
  const text = cardText({ ...card, keyId: id });
  return `${text}|${base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new TextEncoder().encode(text)))}`;
};
