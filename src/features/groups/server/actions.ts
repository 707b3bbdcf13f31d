import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { tellOne } from '#server/live.store.ts';
import { type GroupRole, LIMITS } from '../rules/limits.ts';
import { type GroupAct, may } from '../rules/policy.ts';
import { type GroupRow, type GroupView, presentGroup } from '../rules/present.ts';
import type { FoundGroup, Invite } from '../rules/wire.ts';
import * as store from './store.ts';

/** The group as it stands to `who`, when they may do `act` with it. */
const withGroup = async (tx: Tx, who: Who, id: string, act: GroupAct): Promise<Result<GroupRow>> => {
  const group = await store.groupById(tx, id);
  if (!group || !may(who.verified, 'read', group.standing)) return refuse('not-found', 'web.notFound');
  return may(who.verified, act, group.standing) ? ok(group) : refuse('forbidden', 'groups.notYours');
};

export const view = async (tx: Tx, who: Who, id: string): Promise<Result<GroupView>> => {
  const group = await withGroup(tx, who, id, 'read');
  return group.ok ? ok(presentGroup(who.verified, group.value, await store.members(tx, id))) : group;
};

export const found = async (tx: Tx, who: Who, g: FoundGroup, membership: string, now: Date): Promise<Result<{ id: string }>> => {
  if (!who.verified) return refuse('forbidden', 'groups.unverified');
  const known = await store.groupById(tx, g.id);
  if (known?.standing === 'officer') return ok({ id: g.id });
  if ((await store.foundedBy(tx)) >= LIMITS.foundedEach) return refuse('too-many', 'groups.tooMany', { n: LIMITS.foundedEach });
  await store.found(tx, g, now);
  await store.firstOfficer(tx, membership, g.id, now);
  return ok({ id: g.id });
};

export const invite = async (tx: Tx, who: Who, groupId: string, { id, personId, role }: Invite, now: Date): Promise<Result<object>> => {
  const group = await withGroup(tx, who, groupId, 'invite');
  if (!group.ok) return group;
  const there = await store.members(tx, groupId);
  if (there.some((one) => one.id === personId)) return refuse('conflict', 'groups.there');
  if (there.length >= LIMITS.members) return refuse('too-many', 'groups.full', { n: LIMITS.members });
  await store.invite(tx, { id, group: groupId, person: personId, role }, now);
  tellOne(tx, 'group-invited', groupId, personId, true, now);
  return ok({});
};

export const join = async (tx: Tx, who: Who, groupId: string, now: Date): Promise<Result<object>> => {
  const group = await withGroup(tx, who, groupId, 'join');
  if (!group.ok) return group;
  await store.join(tx, groupId, now);
  return ok({});
};

export const leave = async (tx: Tx, who: Who, groupId: string, now: Date): Promise<Result<object>> => {
  const group = await withGroup(tx, who, groupId, 'leave');
  if (!group.ok) return group;
  if (group.value.standing === 'officer' && (await store.otherOfficers(tx, groupId)) === 0) return refuse('conflict', 'groups.lastOfficer');
  await store.end(tx, groupId, who.id, now);
  return ok({});
};

/** An officer ends another's membership or invitation: quietly, without a notice. */
export const end = async (tx: Tx, who: Who, groupId: string, personId: string, now: Date): Promise<Result<object> | null> => {
  const group = await withGroup(tx, who, groupId, 'end');
  if (!group.ok) return group;
  if (personId === who.id) return leave(tx, who, groupId, now);
  return (await store.end(tx, groupId, personId, now)) ? ok({}) : null;
};

export const appoint = async (tx: Tx, who: Who, groupId: string, personId: string, role: GroupRole): Promise<Result<object> | null> => {
  const group = await withGroup(tx, who, groupId, 'appoint');
  if (!group.ok) return group;
  if (personId === who.id) return refuse('conflict', 'groups.ownOffice');
  return (await store.appoint(tx, groupId, personId, role)) ? ok({}) : null;
};
