// What one does about ties: propose, confirm, let pass, end; and block or mute.

import { linesOf } from '#features/people/server/door.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { LIMITS } from '../rules/limits.ts';
import { may, type TieAct } from '../rules/policy.ts';
import { presentGrounds, presentTies, standpointOf, type TiesView, type TieRow, type WithView } from '../rules/present.ts';
import type { Proposal } from '../rules/wire.ts';
import * as store from './store.ts';

export const list = async (tx: Tx, who: Who): Promise<TiesView> => {
  const [rows, kept] = [await store.myTies(tx), await store.kept(tx)];
  const lines = await linesOf(tx, [...new Set([...rows.map((r) => r.otherId), ...kept.blocked, ...kept.muted])]);
  return presentTies(who.id, rows, lines, kept);
};

/** What stands between the viewer and one person. Somebody who is not there and somebody whom a block parts look the same. */
export const withPerson = async (tx: Tx, who: Who, otherId: string): Promise<WithView> => {
  const [rows, kept, colleague] = [await store.tiesWith(tx, otherId), await store.kept(tx), await store.colleagueOf(tx, otherId)];
  const grounds = presentGrounds(who.id, rows);
  return {
    grounds, tied: grounds.some(({ state }) => state === 'tied'), blocked: kept.blocked.includes(otherId), muted: kept.muted.includes(otherId),
    institutionId: colleague?.institutionId ?? null, may: { propose: who.verified && colleague !== undefined },
  };
};

const sameGround = (a: { kind: string; senior: string | null }) => (b: TieRow): boolean => a.kind === b.kind && a.senior === b.senior;

export const propose = async (tx: Tx, who: Who, p: Proposal, now: Date): Promise<Result<{ state: 'proposed' | 'tied' }> | null> => {
  if (!who.verified) return refuse('forbidden', 'network.unverified');
  if (!(await store.isColleague(tx, p.personId))) return null;
  const lastYear = now.getUTCFullYear() + 1;
  if ((p.fromYear ?? 0) > lastYear || (p.toYear ?? 0) > lastYear) return refuse('invalid', 'network.yearAhead', {}, ['toYear']);
  const senior = p.senior === null ? null : p.senior === 'me' ? who.id : p.personId;
  const there = (await store.tiesWith(tx, p.personId)).find(sameGround({ kind: p.kind, senior }));
  if (there?.confirmedAt) return refuse('conflict', 'network.tiedAlready');
  if (there?.proposedBy === who.id) return refuse('conflict', 'network.proposedAlready');
  // Both said the same: that is a confirmation, also of what was let pass before.
  if (there) {
    await store.confirmTie(tx, there.id, now);
    store.tellOf(tx, 'tie-confirmed', there.id, p.personId, now);
    return ok({ state: 'tied' });
  }
  if ((await store.proposalsOut(tx)) >= LIMITS.proposals) return refuse('too-many', 'network.tooManyProposals', { n: LIMITS.proposals });
  await store.addTie(tx, { id: p.id, otherId: p.personId, kind: p.kind, senior, fromYear: p.fromYear, toYear: p.toYear, place: p.place, at: now });
  store.tellOf(tx, 'tie-proposed', p.id, p.personId, now);
  return ok({ state: 'proposed' });
};

const allowed = async (tx: Tx, who: Who, id: string, act: TieAct): Promise<TieRow | null> => {
  const row = await store.tieById(tx, id);
  return row && may(act, standpointOf(who.id, row)) ? row : null;
};

export const confirm = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  const row = await allowed(tx, who, id, 'confirm');
  if (!row) return null;
  await store.confirmTie(tx, id, now);
  store.tellOf(tx, 'tie-confirmed', row.id, row.otherId, now);
  return ok({});
};

/** Nobody is told: the proposal stands with its proposer until it is swept, as one that was never read. */
export const letPass = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  if (!(await allowed(tx, who, id, 'refuse'))) return null;
  await store.refuseTie(tx, id, now);
  return ok({});
};

/** Ends one ground, or takes an unanswered proposal back. What the other ended in the same moment is ended: both are told the same. */
export const end = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  const row = await store.tieById(tx, id);
  if (!row) return null;
  const at = standpointOf(who.id, row);
  if (may('take-back', at)) await store.takeBack(tx, id);
  else if (may('end', at)) await store.endTie(tx, id, now);
  else if (!at.endedByMe) return null;
  return ok({});
};

export const endAll = async (tx: Tx, otherId: string, now: Date): Promise<Result<object>> => {
  await store.endAllWith(tx, otherId, now);
  return ok({});
};

/** A block ends what stands between the two and hides each from the other; the other is told nothing. */
export const block = async (tx: Tx, who: Who, otherId: string, now: Date): Promise<Result<object> | null> => {
  if (otherId === who.id) return refuse('invalid', 'network.notYourself');
  if ((await linesOf(tx, [otherId])).length === 0) return null;
  await store.endAllWith(tx, otherId, now);
  await store.takeAllBackFrom(tx, otherId);
  await store.refuseAllOf(tx, otherId, now);
  await store.partIntroductions(tx, otherId, now);
  await store.addBlock(tx, otherId, now);
  return ok({});
};
export const unblock = async (tx: Tx, otherId: string): Promise<Result<object>> => {
  await store.dropBlock(tx, otherId);
  return ok({});
};

export const mute = async (tx: Tx, who: Who, otherId: string, now: Date): Promise<Result<object> | null> => {
  if (otherId === who.id) return refuse('invalid', 'network.notYourself');
  if ((await linesOf(tx, [otherId])).length === 0) return null;
  await store.addMute(tx, otherId, now);
  return ok({});
};
export const unmute = async (tx: Tx, otherId: string): Promise<Result<object>> => {
  await store.dropMute(tx, otherId);
  return ok({});
};
