// The acts of references: asked once, written and signed, revoked, opened, checked.

import { after, DAY_MS } from '#kernel/clock.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { isOf } from '../rules/reference.ts';
import { type CheckView, presentAsk, presentCheck, presentLetter, presentWriting, type ReferencesView, type WritingView } from '../rules/reference-view.ts';
import type { AskReference, GiveReference, ReferenceDraft } from '../rules/reference-wire.ts';
import { REFERENCES } from '../rules/vocabulary.ts';
import * as store from './references.store.ts';
import { readSigned, signLetter, textSha256 } from './signing.ts';

export const references = async (tx: Tx, now: Date): Promise<ReferencesView> => ({
  asked: (await store.askedByMe(tx)).filter(({ expiresAt }) => expiresAt > now).map((a) => presentAsk('writer', a)),
  about: (await store.lettersAboutMe(tx)).map((l) => presentLetter('writer', l, now)),
  toWrite: (await store.askedOfMe(tx, now)).map((a) => presentAsk('person', a)),
  written: (await store.lettersByMe(tx)).map((l) => presentLetter('person', l, now)),
});

export const askFor = async (tx: Tx, who: Who, { id, personId, ...rest }: AskReference, now: Date): Promise<Result<{ id: string }>> => {
  if (!who.verified) return refuse('forbidden', 'candidates.unverified');
  if (personId === who.id || !(await store.isVerified(tx, personId))) return refuse('invalid', 'candidates.writerUnknown', {}, ['personId']);
  await store.closeExpired(tx, personId, now);
  const open = (await store.askedByMe(tx)).filter(({ expiresAt }) => expiresAt > now);
  if (open.some(({ writerId }) => writerId === personId)) return refuse('conflict', 'candidates.askedAlready');
  if (open.length >= REFERENCES.openAsks) return refuse('too-many', 'candidates.tooManyAsks', { n: REFERENCES.openAsks });
  await store.insertAsk(tx, { id, writerId: personId, ...rest, askedAt: now, expiresAt: after(now, REFERENCES.askDays * DAY_MS) });
  tx.announced();
  return ok({ id });
};

/** An ask that still waits for this person's letter. */
const waiting = async (tx: Tx, who: Who, askId: string, now: Date) => {
  const ask = await store.askById(tx, askId);
  return ask && ask.writerId === who.id && ask.closedAt === null && !ask.declined && ask.expiresAt > now ? ask : null;
};

export const writing = async (tx: Tx, who: Who, askId: string, now: Date): Promise<WritingView | null> => {
  const ask = await waiting(tx, who, askId, now);
  return ask && presentWriting(ask, await store.draftOf(tx, askId));
};

export const keepDraft = async (tx: Tx, who: Who, askId: string, version: number, body: ReferenceDraft, now: Date): Promise<Result<{ version: number; savedAt: string }> | null> => {
  if (!(await waiting(tx, who, askId, now))) return null;
  if (await store.saveDraft(tx, askId, version, body, now)) return ok({ version: version + 1, savedAt: now.toISOString() });
  return refuse('conflict', 'candidates.stale', { version: (await store.draftOf(tx, askId))?.version ?? 0 });
};

export const decline = async (tx: Tx, who: Who, askId: string, now: Date): Promise<Result<object> | null> => {
  if (!(await waiting(tx, who, askId, now))) return null;
  await store.declineAsk(tx, askId, now);
  return ok({});
};

const MONTH_DAYS = 30.4375;
export const give = async (house: House, tx: Tx, who: Who, askId: string, letter: GiveReference, now: Date): Promise<Result<{ id: string }> | null> => {
  const ask = await waiting(tx, who, askId, now);
  if (!ask) return null;
  const { id, text, lang, scopes, mayRead, reuse } = letter;
  // Whole seconds, so that what is signed and what is kept are one moment.
  const expiresAt = new Date(Math.floor(after(now, Math.round(letter.months * MONTH_DAYS) * DAY_MS).getTime() / 1000) * 1000);
  const { jws, publicKey } = signLetter(house.nodeKey, {
    iss: who.id, sub: ask.personId, jti: id, iat: Math.floor(now.getTime() / 1000), exp: expiresAt.getTime() / 1000, scopes, lang, textSha256: textSha256(text),
  });
  const checkCode = Buffer.from(house.random.bytes(16)).toString('base64url');
  await store.insertLetter(tx, { id, askId, personId: ask.personId, scopes, mayRead, reuse, lang, jws, publicKey, checkCode, writtenAt: now, expiresAt, text });
  tx.announced();
  return ok({ id });
};

export const revoke = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  const letter = await store.letterById(tx, id);
  if (!letter || letter.writerId !== who.id) return null;
  await store.revokeLetter(tx, id, now);
  tx.announced();
  return ok({});
};

export const setOpen = async (tx: Tx, who: Who, id: string, open: boolean, now: Date): Promise<Result<object> | null> => {
  const letter = await store.letterById(tx, id);
  if (!letter || letter.personId !== who.id) return null;
  if (!open) return (await store.shutLetter(tx, id)) >= 0 ? ok({}) : null;
  if (!letter.mayRead) return refuse('forbidden', 'candidates.notYoursToOpen');
  if (letter.revokedAt !== null) return refuse('conflict', 'candidates.letterRevoked');
  await store.openLetter(tx, id, now);
  return ok({});
};

/** What stands behind a link, for anybody. The signature is checked anew each time, and so are the words where they are shown. */
export const check = async (tx: Tx, code: string, now: Date): Promise<CheckView | null> => {
  const row = await store.letterByCode(tx, code);
  if (!row) return null;
  const signed = readSigned(row.jws, row.publicKey);
  return presentCheck(row, signed !== null && isOf(signed, row) && (row.body === null || signed.textSha256 === textSha256(row.body)), now);
};
