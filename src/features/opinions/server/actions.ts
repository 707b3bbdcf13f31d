import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { announce } from '#server/live.store.ts';
import { may } from '#features/cases/rules/policy.ts';
import { shownTime, withCase } from '#features/cases/server/door.ts';
import { opinionLacks } from '../rules/opinion.ts';
import type { AddRemark, GiveOpinion, SaveOpinion } from '../rules/wire.ts';
import * as store from './store.ts';

export const saveDraft = async (tx: Tx, who: Who, caseId: string, draft: SaveOpinion, now: Date): Promise<Result<{ version: number; savedAt: string }> | null> => {
  const at = await withCase(tx, who, caseId, 'save-opinion');
  if (!at.ok) return at;
  const ask = await store.myAsk(tx, caseId);
  if (!ask) return null;
  if (!(await store.saveDraft(tx, ask.id, draft, now))) return refuse('conflict', 'web.stale', { version: await store.draftVersion(tx, ask.id) });
  return ok({ version: draft.version + 1, savedAt: now.toISOString() });
};

/** The first gives; every later one is a new, marked version. Giving opens what the others wrote. */
export const giveOpinion = async (tx: Tx, who: Who, caseId: string, opinion: GiveOpinion, now: Date): Promise<Result<{ id: string; version: number }> | null> => {
  const at = await store.forGiving(tx, caseId);
  if (!at || !may(who, 'read', at)) return null;
  if (!may(who, 'give-opinion', at)) return refuse('conflict', 'cases.notNow', { phase: at.phase });
  const missing = opinionLacks(opinion);
  if (missing.length > 0) return refuse('invalid', 'opinions.incomplete', { n: missing.length }, missing);
  store.insertOpinion(tx, caseId, at, opinion, now);
  announce(tx, at.version === 1 ? 'opinion-given' : 'opinion-revised', caseId, 'asker', true, now);
  announce(tx, 'opinions-changed', caseId, 'advisers', false, now);
  return ok({ id: opinion.id, version: at.version });
};

export const addRemark = async (tx: Tx, who: Who, caseId: string, remark: AddRemark, now: Date): Promise<Result<{ id: string }>> => {
  const at = await withCase(tx, who, caseId, 'remark');
  if (!at.ok) return at;
  const shown = at.value.isAsker ? shownTime(now, at.value.hidden) : now;
  await store.insertRemark(tx, caseId, remark, at.value.isAsker, shown);
  announce(tx, 'remark', caseId, 'asker', true, shown);
  announce(tx, 'remark', caseId, 'advisers', true, shown);
  return ok({ id: remark.id });
};
