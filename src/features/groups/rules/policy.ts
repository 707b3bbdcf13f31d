// Who may do what with a group. The database says the same (0012_groups.sql); tests/access/groups.test.ts compares.

import type { GroupRole } from './limits.ts';

/** The viewer's own place in a group; null: none. */
export type GroupStanding = GroupRole | 'invited' | null;
export type GroupAct = 'read' | 'read-officers' | 'read-members' | 'read-invited' | 'invite' | 'join' | 'leave' | 'end' | 'appoint' | 'word';

export const may = (verified: boolean, act: GroupAct, standing: GroupStanding): boolean => {
  switch (act) {
    case 'read': return verified || standing !== null;
    case 'read-officers': return verified || standing === 'member' || standing === 'officer';
    case 'read-members': return standing === 'member' || standing === 'officer';
    case 'read-invited':
    case 'invite':
    case 'end':
    case 'appoint':
    case 'word': return standing === 'officer';
    case 'join': return standing === 'invited';
    case 'leave': return standing !== null;
  }
};
