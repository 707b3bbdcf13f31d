// What the two do: offer, ask, agree, let pass, end; and what the senior is shown that fits.

import { linesOf } from '#features/people/server/door.ts';
import { isColleague, tellOf } from '#features/network/server/door.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { openLines } from '#features/opportunities/server/door.ts';
import { LIMITS } from '../rules/limits.ts';
import { may, type SponsorshipAct } from '../rules/policy.ts';
import { type Fit, type Found, named, presentSponsorship, type SponsorshipRow, type SponsorshipsView, standpointOf } from '../rules/present.ts';
import type { Agreement, CaseThought, Goal, Proposal, Reminder, WrittenBrief } from '../rules/wire.ts';
import * as store from './store.ts';

/** Opportunities that the viewer sees anyway and that meet the junior's brief, unless laid aside; and cases open to all under the wished topics. */
const foundFor = async (tx: Tx, row: SponsorshipRow, now: Date, given: Awaited<ReturnType<typeof store.handsGiven>>, aside: Awaited<ReturnType<typeof store.laidAside>>): Promise<Found> => {
  if (row.side !== 'senior' || row.agreedAt === null || row.brief === null) return { fits: [], cases: [] };
  const { wants, passports } = row.brief;
  const because = named(wants);
  if (because.length === 0) return { fits: [], cases: [] };
  const fits: Fit[] = (await openLines(tx, wants, passports, now))
    .filter(({ id, poster }) => poster.id !== row.otherId && !aside.some((one) => one.sponsorshipId === row.id && one.opportunityId === id))
    .map((opportunity) => ({ opportunity, because, handed: given.some((hand) => hand.opportunityId === opportunity.id && hand.personId === row.otherId) }));
  const shown = new Set(row.cases.map(({ caseId }) => caseId));
  const cases = (wants.topics ?? []).length === 0 ? [] : (await store.casesUnder(tx, wants.topics ?? [], 3 + shown.size)).filter(({ caseId }) => !shown.has(caseId)).slice(0, 3);
  return { fits, cases };
};

export const list = async (tx: Tx, now: Date): Promise<SponsorshipsView> => {
  const rows = (await store.mine(tx)).filter(({ mine, refused }) => mine || !refused);
  const lines = new Map((await linesOf(tx, rows.map(({ otherId }) => otherId))).map((line) => [line.id, line]));
  const asSenior = rows.some(({ side }) => side === 'senior');
  const [given, aside] = asSenior ? [await store.handsGiven(tx), await store.laidAside(tx)] : [[], []];
  const views = [];
  for (const row of rows) {
    const line = lines.get(row.otherId);
    if (line) views.push(presentSponsorship(row, line, await foundFor(tx, row, now, given, aside)));
  }
  return { juniors: views.filter(({ side }) => side === 'senior'), seniors: views.filter(({ side }) => side === 'junior') };
};

export const propose = async (tx: Tx, who: Who, p: Proposal, now: Date): Promise<Result<object> | null> => {
  if (!who.verified) return refuse('forbidden', 'sponsorship.unverified');
  if (!(await isColleague(tx, p.personId))) return null;
  const [seniorId, juniorId] = p.side === 'senior' ? [who.id, p.personId] : [p.personId, who.id];
  const there = (await store.between(tx, p.personId)).find(({ side }) => side === p.side);
  // Both said the same: that is a yes.
  if (there && !there.mine && there.agreedAt === null) return agree(tx, there.id, { written: p.written }, now);
  if (there) return refuse('conflict', there.agreedAt ? 'sponsorship.standsAlready' : 'sponsorship.proposedAlready');
  const all = await store.mine(tx);
  if (p.side === 'senior' && all.filter(({ side }) => side === 'senior').length >= LIMITS.juniors) return refuse('too-many', 'sponsorship.tooManyJuniors', { n: LIMITS.juniors });
  if (p.side === 'junior' && all.filter(({ side, mine, agreedAt }) => side === 'junior' && mine && agreedAt === null).length >= LIMITS.asked) return refuse('too-many', 'sponsorship.tooManyAsked', { n: LIMITS.asked });
  await store.propose(tx, { id: p.id, seniorId, juniorId }, now);
  if (p.written) await store.writeBrief(tx, p.id, p.written, now);
  tellOf(tx, p.side === 'senior' ? 'sponsor-offered' : 'sponsor-asked', p.id, p.personId, now);
  return ok({});
};

const allowed = async (tx: Tx, id: string, act: SponsorshipAct): Promise<SponsorshipRow | null> => {
  const row = await store.byId(tx, id);
  return row && may(act, standpointOf(row)) ? row : null;
};

export const agree = async (tx: Tx, id: string, { written }: Agreement, now: Date): Promise<Result<object> | null> => {
  const row = await allowed(tx, id, 'agree');
  if (!row) return null;
  if (row.side === 'junior') {
    if (!written && !row.brief) return refuse('invalid', 'sponsorship.briefFirst', {}, ['written']);
    if (written && !(await store.writeBrief(tx, id, written, now))) return refuse('conflict', 'web.stale', { version: row.briefVersion ?? 1 });
  }
  await store.agree(tx, id, now);
  tellOf(tx, 'sponsor-agreed', id, row.otherId, now);
  return ok({});
};

export const writeBrief = async (tx: Tx, id: string, written: WrittenBrief, now: Date): Promise<Result<{ version: number }> | null> => {
  const row = await allowed(tx, id, 'write-brief');
  if (!row) return null;
  if (!(await store.writeBrief(tx, id, written, now))) return refuse('conflict', 'web.stale', { version: row.briefVersion ?? 1 });
  return ok({ version: (row.briefVersion ?? 0) + 1 });
};

/** Quietly: the other is not told. What stands ends, what was proposed is taken back, what was offered is let pass. */
export const leave = async (tx: Tx, id: string, now: Date): Promise<Result<object> | null> => {
  const row = await store.byId(tx, id);
  if (!row) return null;
  const at = standpointOf(row);
  if (may('end', at)) await store.end(tx, id, now);
  else if (may('take-back', at)) await store.takeBack(tx, id);
  else if (may('refuse', at)) await store.refuse(tx, id, now);
  else if (!at.endedByMe) return null;
  return ok({});
};

export const setGoal = async (tx: Tx, id: string, goal: Goal, now: Date): Promise<Result<object> | null> => {
  const row = await allowed(tx, id, 'set-goal');
  if (!row) return null;
  if (row.goals.length >= LIMITS.goals) return refuse('too-many', 'sponsorship.tooManyGoals', { n: LIMITS.goals });
  await store.addGoal(tx, id, goal, now);
  tellOf(tx, 'sponsor-goal', id, row.otherId, now);
  return ok({});
};
export const reachGoal = async (tx: Tx, goalId: string, at: Date | null): Promise<Result<object> | null> => ((await store.reachGoal(tx, goalId, at)) > 0 ? ok({}) : null);
export const dropGoal = async (tx: Tx, goalId: string): Promise<Result<object> | null> => ((await store.dropGoal(tx, goalId)) > 0 ? ok({}) : null);

export const remind = async (tx: Tx, id: string, reminder: Reminder | null, now: Date): Promise<Result<object> | null> => {
  if (!(await allowed(tx, id, 'remind'))) return null;
  if (reminder === null) await store.dropReminder(tx, id);
  else await store.remind(tx, id, reminder, now);
  return ok({});
};

/** "Not this one": it leaves the senior's list and nobody hears of it. */
export const layAside = async (tx: Tx, id: string, opportunityId: string, now: Date): Promise<Result<object> | null> => {
  if (!(await allowed(tx, id, 'lay-aside'))) return null;
  await store.layAside(tx, id, opportunityId, now);
  return ok({});
};

export const thinkOf = async (tx: Tx, id: string, thought: CaseThought, now: Date): Promise<Result<object> | null> => {
  const row = await allowed(tx, id, 'think-of');
  if (!row || !(await store.isOpenToAll(tx, thought.caseId))) return null;
  if (row.cases.length >= LIMITS.cases) return refuse('too-many', 'sponsorship.tooManyCases', { n: LIMITS.cases });
  await store.thinkOfCase(tx, id, thought, now);
  tellOf(tx, 'case-thought-of', id, row.otherId, now);
  return ok({});
};
