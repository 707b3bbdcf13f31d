import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/groups.ts';
import type { GroupKind } from '../rules/limits.ts';
import type { GroupStanding } from '../rules/policy.ts';

export const kindText = (l: Locale, kind: GroupKind): string => ({ society: say.kindSociety, 'working-group': say.kindWorkingGroup, club: say.kindClub })[kind](l);

export const standingText = (l: Locale, standing: GroupStanding): string | undefined =>
  standing === null ? undefined : { officer: say.standingOfficer, member: say.standingMember, invited: say.standingInvited }[standing](l);
