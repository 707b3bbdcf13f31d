// What people do with an opportunity once it travels.

import { linesOf } from '#features/people/server/door.ts';
import type { Id } from '#kernel/ids.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { LIMITS } from '../rules/limits.ts';
import type { Ask, Bar, Close, HandOn, Widen } from '../rules/wire.ts';
import { withOpportunity } from './actions.ts';
import * as store from './circulation.store.ts';


/**
 * Hands it to people: by the poster, or by who has it, one hand further. Answered alike whether or not it reaches them: who is barred, has it already
 * or does not want to hear of the sender is nothing the sender may learn.
 */
export const handOn = async (tx: Tx, who: Who, id: string, { hands, note, lang }: HandOn, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'hand-on');
  if (!o.ok) return o;
  const before = await store.given(tx, id);
  const fresh = hands.filter((one, i) => !before.some((had) => had.id === one.personId) && hands.findIndex(({ personId }) => personId === one.personId) === i);
  if (hands.some(({ personId }) => personId === who.id)) return refuse('invalid', 'opportunities.notYourself');
  if (before.length + fresh.length > LIMITS.handsEach) return refuse('too-many', 'opportunities.tooManyHands', { n: LIMITS.handsEach });
  if ((await linesOf(tx, fresh.map(({ personId }) => personId))).length < fresh.length) return refuse('not-found', 'web.notFound');
  const beyond = await store.beyondReach(tx, id, fresh.map(({ personId }) => personId));
  if (beyond.length > 0) return refuse('conflict', 'opportunities.notTied', {}, beyond);
  for (const hand of fresh) await store.insertHand(tx, id, hand, note, lang, now);
  tx.announced();
  return ok({});
};

export const seen = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'read');
  if (!o.ok) return o;
  await store.markSeen(tx, id, now);
  return ok({});
};

/** "Thank you; I can think of nobody." */
export const nobody = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'answer-hand');
  if (!o.ok) return o;
  if (o.value.interested) return refuse('conflict', 'opportunities.interested');
  await store.answerHands(tx, id, 'nobody', now);
  return ok({});
};

export const showInterest = async (tx: Tx, who: Who, id: string, note: string, lang: string, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'show-interest');
  if (!o.ok) return o;
  if (o.value.deadline !== null && o.value.deadline <= now) return refuse('conflict', 'opportunities.over');
  await store.answerHands(tx, id, 'interested', now);
  await store.showInterest(tx, id, note, lang, now);
  tx.announced();
  return ok({});
};

export const withdrawInterest = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  const o = await withOpportunity(tx, who, id, 'read');
  if (!o.ok) return o;
  if (!(await store.withdrawInterest(tx, id, now))) return null;
  await store.answerHands(tx, id, null, now);
  return ok({});
};

export const widen = async (tx: Tx, who: Who, id: string, body: Widen, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'widen');
  if (!o.ok) return o;
  await store.widen(tx, id, body, body.step === 'hands' ? await store.viaOf(tx, id) : [], now);
  return ok({});
};

/** From now on whom it names sees nothing of it, whatever they saw. */
export const bar = async (tx: Tx, who: Who, id: string, body: Bar, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'bar');
  if (!o.ok) return o;
  if (body.personId === who.id) return refuse('invalid', 'opportunities.notYourself');
  await store.insertBar(tx, id, body, now);
  return ok({});
};

export const ask = async (tx: Tx, who: Who, id: string, body: Ask, now: Date): Promise<Result<{ id: Id }>> => {
  const o = await withOpportunity(tx, who, id, 'ask');
  if (!o.ok) return o;
  if ((await store.questions(tx, id)).filter(({ mine }) => mine).length >= LIMITS.questionsEach) return refuse('too-many', 'opportunities.tooManyQuestions', { n: LIMITS.questionsEach });
  await store.insertQuestion(tx, id, body, now);
  tx.announced();
  return ok({ id: body.id });
};

/** Once, for all who may see it; the question stands there without a name. */
export const reply = async (tx: Tx, who: Who, question: string, lang: string, text: string, now: Date): Promise<Result<object> | null> => {
  const id = await store.opportunityOfQuestion(tx, question);
  if (id === undefined) return null;
  const o = await withOpportunity(tx, who, id, 'reply');
  if (!o.ok) return o;
  await store.insertAnswer(tx, question, lang, text, now);
  tx.announced();
  return ok({});
};

export const close = async (tx: Tx, who: Who, id: string, body: Close, now: Date): Promise<Result<object>> => {
  const o = await withOpportunity(tx, who, id, 'close');
  if (!o.ok) return o;
  await store.close(tx, id, body, now);
  tx.announced();
  return ok({});
};
