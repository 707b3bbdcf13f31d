// What was chosen and how it ended, told to every adviser. "Not done", "lost" and "died" are answers.

import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { announce } from '#server/live.store.ts';
import { shownTime, withCase } from '#features/cases/server/door.ts';
import { moments } from '#features/cases/rules/follow-up.ts';
import { endsStory } from '../rules/outcome.ts';
import type { Decide, TellOutcome } from '../rules/wire.ts';
import * as store from './store.ts';

export const decide = async (tx: Tx, who: Who, caseId: string, decision: Decide, now: Date): Promise<Result<{ told: number }>> => {
  const at = await withCase(tx, who, caseId, 'decide');
  if (!at.ok) return at;
  const shown = shownTime(now, at.value.hidden);
  await store.insertDecision(tx, caseId, decision, shown);
  announce(tx, 'decided', caseId, 'advisers', true, shown);
  return ok({ told: await store.adviserCount(tx, caseId) });
};

export const tellOutcome = async (tx: Tx, who: Who, caseId: string, moment: string, outcome: TellOutcome, now: Date): Promise<Result<{ told: number; closed: boolean }> | null> => {
  if (!moments.some((m) => m === moment)) return null;
  const at = await withCase(tx, who, caseId, 'tell-outcome');
  if (!at.ok) return at;
  if (outcome.result === 'event' && !outcome.details.event?.trim() && !outcome.details.complications?.length && !Object.values(outcome.texts).some((t) => t?.text?.trim())) return refuse('invalid', 'outcomes.whichEvent', {}, ['event']);
  const shown = shownTime(now, at.value.hidden);
  if (!(await store.tellOutcome(tx, caseId, moment, outcome, shown))) return null;
  if (endsStory(outcome.result)) await store.endLater(tx, caseId, moment, outcome.result, shown);
  announce(tx, 'outcome-told', caseId, 'advisers', true, shown);
  const closed = at.value.phase === 'closed' || (await store.openOutcomes(tx, caseId)) === 0;
  if (closed && at.value.phase === 'decided') await store.close(tx, caseId, shown);
  return ok({ told: await store.adviserCount(tx, caseId), closed });
};
