// Use-cases of a case: load → may → transition → save → announce, in the door's one transaction.

import { hourOf } from '#kernel/clock.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { announce } from '#server/live.store.ts';
import { dueOn, moments } from '../rules/follow-up.ts';
import { lacks } from '../rules/missing.ts';
import { type Act, may } from '../rules/policy.ts';
import { type AddMark, type AddRun, LIMITS, type SaveCase } from '../rules/wire.ts';
import * as store from './store.ts';

export type Standing = NonNullable<Awaited<ReturnType<typeof store.standpoint>>>;

/** The case as it stands to `who`, when they may do `act` with it; a refusal that tells nothing otherwise. */
export const withCase = async (tx: Tx, who: Who, caseId: string, act: Act): Promise<Result<Standing>> => {
  const at = await store.standpoint(tx, caseId);
  if (!at) return refuse('not-found', 'web.notFound');
  if (may(who, act, at)) return ok(at);
  return may(who, 'read', at) ? refuse('conflict', 'cases.notNow', { phase: at.phase }) : refuse('not-found', 'web.notFound');
};

/** The asker of a hidden case acts by the hour, so that no exact time points at who was at a keyboard. */
export const shownTime = (now: Date, hidden: boolean): Date => (hidden ? hourOf(now) : now);

export const startCase = async (tx: Tx, who: Who, id: string, lang: string, now: Date): Promise<Result<{ id: string; version: number }>> => {
  if (!who.seesCases) return refuse('forbidden', 'cases.unverified');
  const known = await store.standpoint(tx, id);
  if (known?.isAsker) return ok({ id, version: known.version });
  await store.insertCase(tx, id, lang, hourOf(now));
  return ok({ id, version: 1 });
};

export const saveCase = async (tx: Tx, who: Who, id: string, content: SaveCase, now: Date): Promise<Result<{ version: number; savedAt: string; lacks: ReturnType<typeof lacks> }>> => {
  const at = await withCase(tx, who, id, 'edit');
  if (!at.ok) return at;
  if (at.value.phase !== 'draft' && content.hidden && !at.value.hidden) return refuse('conflict', 'cases.alreadyNamed');
  const hidden = content.hidden || at.value.hidden;
  const shown = shownTime(now, hidden);
  // Half past by UTC would say that the asker's clock is Tehran's or Kabul's.
  const decideBy = hidden && content.decideBy ? hourOf(new Date(content.decideBy)).toISOString() : content.decideBy;
  if (!(await store.updateCase(tx, id, { ...content, decideBy }, shown))) return refuse('conflict', 'web.stale', { version: at.value.version });
  // Sealed means sealed: once the case is out, a plan may be added where there was none, never changed.
  if (content.plan && (at.value.phase === 'draft')) await store.savePlan(tx, id, content.plan, shown);
  if (hidden && at.value.phase === 'draft') await store.planByTheHour(tx, id);
  if (at.value.phase === 'posted') announce(tx, 'case-edited', id, 'experts', false, shown);
  return ok({ version: content.version + 1, savedAt: now.toISOString(), lacks: lacks(content) });
};

export const postCase = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<{ postedAt: string }>> => {
  const at = await withCase(tx, who, id, 'post');
  if (!at.ok) return at;
  const draft = await store.draftOf(tx, id);
  if (!draft) return refuse('not-found', 'web.notFound');
  const missing = lacks(draft).filter((l) => l.must).map((l) => l.field);
  if (missing.length > 0) return refuse('invalid', 'cases.incomplete', { n: missing.length }, missing);
  const shown = shownTime(now, at.value.hidden);
  await store.post(tx, id, shown);
  return ok({ postedAt: shown.toISOString() });
};

/** Booked with the case, before it is posted: in hospital, 30 days, 1 year. */
export const bookOutcomes = async (tx: Tx, id: string, now: Date): Promise<void> => {
  const at = await store.standpoint(tx, id);
  for (const moment of moments) await store.bookOutcome(tx, id, moment, dueOn(moment, at?.decideBy ?? now));
};

export const withdrawCase = async (tx: Tx, who: Who, id: string, reason: string, now: Date): Promise<Result<object>> => {
  const at = await withCase(tx, who, id, 'withdraw');
  if (!at.ok) return at;
  const shown = shownTime(now, at.value.hidden);
  if (at.value.phase !== 'draft') announce(tx, 'case-withdrawn', id, 'experts', true, shown);
  await store.withdraw(tx, id, reason, shown);
  return ok({});
};

export const addRun = async (tx: Tx, who: Who, id: string, run: AddRun, now: Date): Promise<Result<{ id: string }>> => {
  const at = await withCase(tx, who, id, 'add-run');
  if (!at.ok) return at;
  if ((await store.runCount(tx, id)) >= LIMITS.runs) return refuse('too-many', 'cases.tooManyRuns', { n: LIMITS.runs });
  if (JSON.stringify(run.sidecar).length > LIMITS.sidecarChars) return refuse('invalid', 'cases.sidecarTooLarge');
  await store.insertRun(tx, id, run, shownTime(now, at.value.hidden));
  return ok({ id: run.id });
};

export const removeRun = async (tx: Tx, who: Who, id: string, runId: string, now: Date): Promise<Result<object> | null> => {
  const at = await withCase(tx, who, id, 'add-run');
  if (!at.ok) return at;
  return (await store.removeRun(tx, id, runId, shownTime(now, at.value.hidden))) ? ok({}) : null;
};

export const addMark = async (tx: Tx, who: Who, id: string, mark: AddMark, now: Date): Promise<Result<{ id: string }> | null> => {
  const at = await withCase(tx, who, id, 'mark');
  if (!at.ok) return at;
  if ((await store.markCount(tx, id, at.value.isAsker)) >= LIMITS.marks) return refuse('too-many', 'cases.tooManyMarks', { n: LIMITS.marks });
  const written = await store.insertMark(tx, id, mark, at.value.isAsker, at.value.isAsker ? shownTime(now, at.value.hidden) : now);
  return written ? ok({ id: mark.id }) : null;
};
