// A draft and its posting: load → may → transition → save, in the door's one transaction.

import { hourOf } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { lacks } from '../rules/fields.ts';
import { LIMITS } from '../rules/limits.ts';
import { blankPlan, kindsOf } from '../rules/plan.ts';
import { may, type OpportunityAct } from '../rules/policy.ts';
import type { OpportunityRow } from '../rules/present.ts';
import type { Plan, SaveOpportunity } from '../rules/wire.ts';
import * as circulation from './circulation.store.ts';
import * as store from './store.ts';

/** The opportunity as it stands to `who`, when they may do `act` with it; what one may not see is not found. */
export const withOpportunity = async (tx: Tx, who: Who, id: string, act: OpportunityAct): Promise<Result<OpportunityRow>> => {
  const o = await store.opportunityById(tx, id);
  if (!o) return refuse('not-found', 'web.notFound');
  return may(act, { ...o, seesCases: who.seesCases }) ? ok(o) : refuse('conflict', 'opportunities.notNow', { phase: o.phase });
};

export const planOf = async (tx: Tx, id: string): Promise<Plan> => ({ ...blankPlan, ...(await circulation.planOf(tx, id)) });

export const start = async (tx: Tx, who: Who, id: string, lang: string, now: Date): Promise<Result<{ id: string; version: number }>> => {
  if (!who.seesCases) return refuse('forbidden', 'opportunities.unverified');
  const known = await store.opportunityById(tx, id);
  if (known?.standing === 'poster') return ok({ id, version: known.version });
  if ((await store.draftsOf(tx)) >= LIMITS.drafts) return refuse('too-many', 'opportunities.tooManyDrafts', { n: LIMITS.drafts });
  await store.insertOpportunity(tx, id, lang, await store.viewerZone(tx), hourOf(now));
  return ok({ id, version: 1 });
};

export const save = async (tx: Tx, who: Who, id: string, body: SaveOpportunity, now: Date): Promise<Result<{ version: number; savedAt: string; lacks: ReturnType<typeof lacks> }>> => {
  const o = await withOpportunity(tx, who, id, 'write');
  if (!o.ok) return o;
  // Once told, what its type asks for may be corrected and not taken out.
  const missing = lacks(body).filter((one) => one !== 'named');
  if (o.value.phase !== 'draft' && missing.length > 0) return refuse('invalid', 'opportunities.incomplete', { n: missing.length }, missing);
  if (!(await store.updateOpportunity(tx, id, body, now))) return refuse('conflict', 'web.stale', { version: o.value.version });
  if (o.value.phase === 'draft') await store.savePlan(tx, id, body.plan);
  return ok({ version: body.version + 1, savedAt: now.toISOString(), lacks: lacks(body) });
};

/** Makes the acts of the plan into rows: bars first, so that nothing reaches whom they keep it from; then the hands. */
export const post = async (tx: Tx, who: Who, id: string, newId: () => Id, now: Date): Promise<Result<object>> => {
  const at = await withOpportunity(tx, who, id, 'post');
  if (!at.ok) return at;
  const o = at.value;
  const plan = await planOf(tx, id);
  const missing = lacks({ ...o, institutionId: (o.place?.id ?? null) as Id | null, deadline: o.deadline?.toISOString() ?? null, plan });
  if (missing.length > 0) return refuse('invalid', 'opportunities.incomplete', { n: missing.length }, missing);
  if (o.deadline !== null && o.deadline <= now) return refuse('invalid', 'opportunities.deadlinePast', {}, ['deadline']);
  if ((await circulation.plannedBarred(tx, plan)).length > 0) return refuse('invalid', 'opportunities.barredNamed', {}, ['named']);
  await circulation.post(tx, id, now);
  for (const personId of plan.barredPeople) await circulation.insertBar(tx, id, { id: newId(), personId }, now);
  for (const institutionId of plan.barredInstitutions) await circulation.insertBar(tx, id, { id: newId(), institutionId }, now);
  if (plan.hands > 1) await circulation.widen(tx, id, { id: newId(), step: 'hands', hands: plan.hands }, kindsOf(plan.via), now);
  for (const personId of plan.named) if (personId !== who.id) await circulation.insertHand(tx, id, { id: newId(), personId }, plan.note, o.lang, now);
  tx.announced();
  return ok({});
};
