// A group as a viewer sees it. Members stand in the order in which they joined; nobody is counted before others than members.

import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import type { GroupKind, GroupRole } from './limits.ts';
import { type GroupAct, type GroupStanding, may } from './policy.ts';

export type GroupRow = { id: string; kind: GroupKind; nameEn: string; nameFa: string; purposeEn: string; purposeFa: string; foundedAt: Date; standing: GroupStanding };
export type MemberRow = LineRow & { role: GroupRole; joinedAt: Date | null };

export type GroupLine = { readonly id: string; readonly kind: GroupKind; readonly nameEn: string; readonly nameFa: string; readonly purposeEn: string; readonly purposeFa: string; readonly standing: GroupStanding };
export type MemberView = { readonly person: PersonLine; readonly role: GroupRole; readonly joinedAt: string | null };
export type GroupView = GroupLine & { readonly foundedAt: string; readonly members: readonly MemberView[]; readonly may: Readonly<Record<'readMembers' | 'invite' | 'join' | 'leave', boolean>> };

export const presentGroupLine = ({ foundedAt: _foundedAt, ...line }: GroupRow): GroupLine => line;

export const presentGroup = (verified: boolean, group: GroupRow, members: readonly MemberRow[]): GroupView => {
  const can = (act: GroupAct): boolean => may(verified, act, group.standing);
  return {
    ...presentGroupLine(group),
    foundedAt: group.foundedAt.toISOString(),
    members: members.filter(({ joinedAt, role }) => (joinedAt === null ? can('read-invited') : can('read-members') || role === 'officer'))
      .map((row) => ({ person: presentLine(row), role: row.role, joinedAt: row.joinedAt?.toISOString() ?? null })),
    may: { readMembers: can('read-members'), invite: can('invite'), join: can('join'), leave: can('leave') },
  };
};
