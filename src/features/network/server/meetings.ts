// What a device kept of a meeting arrives here, from either of the two and in any order; the tie stands when both sides are known.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { newId } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { cardIn, MEETING } from '../rules/meeting.ts';
import type { MeetingKey, Met, Shown } from '../rules/meeting-wire.ts';
import * as store from './meetings.store.ts';
import { tellOf } from './store.ts';

/** A device's key; the oldest go when there are many. */
export const addKey = async (tx: Tx, who: Who, { id, spki }: MeetingKey, now: Date): Promise<Result<object>> => {
  if (!who.verified) return refuse('forbidden', 'network.unverified');
  const known = await store.ownKeys(tx);
  if (known.some((key) => key.id === id)) return ok({});
  await store.dropKeys(tx, known.slice(MEETING.keys - 1).map((key) => key.id));
  await store.addKey(tx, id, Buffer.from(spki, 'hex'), now);
  return ok({});
};

const inTime = (at: Date, now: Date): Refusal | null =>
  now.getTime() - at.getTime() > MEETING.reachesWithinMs ? refuse('conflict', 'network.meetingOld') : at.getTime() - now.getTime() > MEETING.clockMs ? refuse('invalid', 'network.clockAhead') : null;

const settle = async (tx: Tx, who: Who, side: Omit<store.Side, 'codeHash' | 'tieId'>, code: string, now: Date, random: Random): Promise<Result<{ state: 'waits' | 'tied' }>> => {
  if (!who.verified) return refuse('forbidden', 'network.unverified');
  const old = inTime(side.at, now);
  if (old) return old;
  const tieId = newId(now, random);
  const { state, other } = await store.meet(tx, { ...side, codeHash: createHash('sha256').update(code).digest(), tieId }, now);
  if (state === 'used') return refuse('conflict', 'network.codeUsed');
  if (state === 'self') return refuse('invalid', 'network.ownCode');
  if (state === 'late') return refuse('conflict', 'network.cardStale');
  if (state === 'tied' && other) tellOf(tx, 'tie-confirmed', tieId, other, now);
  return ok({ state });
};

export const show = (tx: Tx, who: Who, { code, at, place }: Shown, now: Date, random: Random): Promise<Result<{ state: 'waits' | 'tied' }>> =>
  settle(tx, who, { side: 'shown', signer: null, signedAt: null, at, place }, code, now, random);

/** Whose card it is, if its signature holds. */
const signerOf = async (tx: Tx, scanned: string, code: string): Promise<{ personId: string; at: Date } | null> => {
  const read = cardIn(scanned);
  if (!read || read.card.code !== code) return null;
  const key = await store.keyById(tx, read.card.keyId);
  if (key?.personId !== read.card.personId) return null;
  try {
    const publicKey = createPublicKey({ key: key.spki, format: 'der', type: 'spki' });
    const holds = verify('sha256', Buffer.from(read.text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(read.signature, 'base64url'));
    return holds ? { personId: key.personId, at: read.card.at } : null;
  } catch {
    return null;
  }
};

export const meet = async (tx: Tx, who: Who, { code, at, place, scanned }: Met, now: Date, random: Random): Promise<Result<{ state: 'waits' | 'tied' }>> => {
  const signer = scanned === null ? null : await signerOf(tx, scanned, code);
  // A card that is not signed, or by a key that is not known yet, waits for its owner's own word like a typed code.
  return settle(tx, who, { side: 'met', signer: signer?.personId ?? null, signedAt: signer?.at ?? null, at, place }, code, now, random);
};
