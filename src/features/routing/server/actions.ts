import { linesOf } from '#features/people/server/door.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { announce, announceTo } from '#server/live.store.ts';
import { shownTime, withCase } from '#features/cases/server/door.ts';
import { presentSuggestions, type SuggestionsView } from '../rules/present.ts';
import { POLICY } from '../rules/policy.ts';
import { type Rule, ruleKey } from '../rules/route-rules.ts';
import { type Decline, type HandOn, type Invite, LIMITS } from '../rules/wire.ts';
import * as evidence from './evidence.store.ts';
import * as ladder from './ladder.store.ts';
import { send } from './sending.ts';
import * as store from './store.ts';
import { look, routed, ruleOf, why } from './whom.ts';

/** As many as a first look can take in. */
const SHOWN = 8;

export const suggestions = async (tx: Tx, who: Who, caseId: string, now: Date): Promise<Result<SuggestionsView>> => {
  const at = await withCase(tx, who, caseId, 'edit');
  if (!at.ok) return at;
  const seen = await look(tx, caseId, now);
  // Whom the asker names may sleep on it, but where minutes count; a wave that the node sends goes to those awake.
  const of = { ...seen, asked: { ...seen.asked, waits: seen.asked.urgency !== 'now' } };
  const found = routed(of);
  const shown = found.waves.flatMap(({ people }) => people).slice(0, SHOWN);
  const open = await evidence.openTo(tx, [...new Set(shown.flatMap(({ reasons }) => reasons.flatMap(({ pieces }) => pieces ?? [])))]);
  const sites = of.asked.hidden ? await evidence.plausibleSites(tx, caseId) : null;
  return ok(presentSuggestions({ ...found, shown }, await linesOf(tx, shown.map(({ person }) => person)), open, sites !== null && sites < POLICY.plausibleSites ? sites : null));
};

/** Whom the asker names is asked, also from the same city or at night; leave, cap and conflict hold for everybody. */
const allowedAnyway: ReadonlySet<Rule> = new Set(['own-institution', 'own-city', 'could-recognise', 'no-common-language', 'quiet-hours']);

export const invite = async (tx: Tx, who: Who, caseId: string, { asks }: Invite, now: Date): Promise<Result<{ asked: { id: string; personId: string }[] }>> => {
  const at = await withCase(tx, who, caseId, 'ask');
  if (!at.ok) return at;
  await ladder.lockSending(tx);
  const known = await store.asksOf(tx, caseId);
  if (known.length + asks.length > LIMITS.asksPerCase) return refuse('too-many', 'routing.tooManyAsks', { n: LIMITS.asksPerCase });
  const of = await look(tx, caseId, now);
  for (const ask of asks) {
    if (known.some((k) => k.expertId === ask.personId && k.id === ask.id)) continue;
    const rule = ruleOf(of, ask.personId);
    if (rule && !allowedAnyway.has(rule)) return refuse('conflict', 'routing.leftOut', { rule: ruleKey(rule) }, [ask.personId]);
    // Why someone is asked rests on what they know alone: reasons that hang on the asker's place or tongue would tell where a hidden asker is.
    const reasons = why(of, ask.personId);
    await send(tx, { caseId, ...at.value }, { ...ask, reasons: reasons.some(({ concept }) => concept !== undefined) ? reasons : [{ key: 'named' }], step: null }, now);
  }
  return ok({ asked: asks.map(({ id, personId }) => ({ id, personId })) });
};

const mine = async (tx: Tx, who: Who, askId: string) => {
  const ask = await store.askById(tx, askId);
  if (!ask || ask.expertId !== who.id) return null;
  const at = await withCase(tx, who, ask.caseId, 'answer-ask');
  return at.ok ? { ask, hidden: at.value.hidden } : at;
};

export const seen = async (tx: Tx, who: Who, askId: string, now: Date): Promise<Result<object> | null> => {
  const found = await mine(tx, who, askId);
  if (!found || 'ok' in found) return found;
  if (!found.ask.seenAt) {
    await store.markSeen(tx, askId, now);
    announce(tx, 'ask-seen', found.ask.caseId, 'asker', false, now);
  }
  return ok({});
};

export const accept = async (tx: Tx, who: Who, askId: string, now: Date): Promise<Result<object> | null> => {
  const found = await mine(tx, who, askId);
  if (!found || 'ok' in found) return found;
  await store.accept(tx, askId, now);
  if (!found.ask.acceptedAt) announce(tx, 'ask-accepted', found.ask.caseId, 'asker', true, now);
  return ok({});
};

/** Whatever the reason: nobody is thought less of. The ladder, where there is one, fills the seat at once. */
export const decline = async (tx: Tx, who: Who, askId: string, { note, why }: Decline, now: Date): Promise<Result<object> | null> => {
  const found = await mine(tx, who, askId);
  if (!found || 'ok' in found) return found;
  announce(tx, 'ask-declined', found.ask.caseId, 'asker', true, now);
  await store.decline(tx, askId, note, why, now);
  ladder.enqueueClimb(tx, found.ask.caseId, null);
  return ok({});
};

/**
 * "Not me, but …" ends one's own ask and puts a name before the asker, who asks that person or does not; where the asker has let the node ask,
 * the name comes first in what it asks next. That one colleague named another for these topics is kept.
 */
export const handOn = async (tx: Tx, who: Who, askId: string, { personId, note }: HandOn, now: Date): Promise<Result<object> | null> => {
  const found = await mine(tx, who, askId);
  if (!found || 'ok' in found) return found;
  if (personId === who.id) return refuse('invalid', 'routing.notYourself');
  announce(tx, 'ask-handed-on', found.ask.caseId, 'asker', true, now);
  await ladder.insertNaming(tx, askId, personId, now);
  await store.handOn(tx, askId, personId, note, now);
  ladder.enqueueClimb(tx, found.ask.caseId, null);
  return ok({});
};

export const cancel = async (tx: Tx, who: Who, askId: string, now: Date): Promise<Result<object> | null> => {
  const ask = await store.askById(tx, askId);
  if (!ask) return null;
  const at = await withCase(tx, who, ask.caseId, 'cancel-ask');
  if (!at.ok) return at;
  announceTo(tx, 'ask-cancelled', ask.caseId, ask.expertId, false, shownTime(now, at.value.hidden));
  return (await store.cancel(tx, askId, shownTime(now, at.value.hidden))) ? ok({}) : refuse('conflict', 'routing.answeredAlready');
};
