// Who may do what with a sponsorship. The database says the same (policies of app.sponsorships); tests/access/sponsorship.test.ts compares.

import { after, DAY_MS } from '#kernel/clock.ts';

export type Side = 'senior' | 'junior' | null;
export type SponsorshipState = 'proposed' | 'stands' | 'ended';
/** `mine`: the viewer proposed it; `endedByMe`: it was this viewer's own hand. */
export type Standpoint = { readonly side: Side; readonly state: SponsorshipState; readonly mine: boolean; readonly endedByMe: boolean };
export type SponsorshipAct =
  | 'read' | 'agree' | 'refuse' | 'take-back' | 'end' | 'read-brief' | 'write-brief' | 'read-goals' | 'set-goal' | 'remind' | 'lay-aside' | 'think-of';

export const may = (act: SponsorshipAct, { side, state, mine, endedByMe }: Standpoint): boolean => {
  if (side === null || (state === 'ended' && !endedByMe)) return false;
  switch (act) {
    case 'read': return true;
    case 'agree': case 'refuse': return state === 'proposed' && !mine;
    case 'take-back': return state === 'proposed' && mine;
    case 'end': return state === 'stands';
    // Before the junior has said yes, what they write is a draft of their own.
    case 'read-brief': return side === 'junior' || state !== 'proposed' || !mine;
    case 'write-brief': return side === 'junior' && state !== 'ended';
    case 'read-goals': case 'set-goal': case 'remind': return state === 'stands';
    case 'lay-aside': return side === 'senior';
    case 'think-of': return side === 'senior' && state === 'stands';
  }
};

/** A proposal that nobody answered is swept; refused or not read, it looks the same until then. */
export const PROPOSAL_MS = 60 * DAY_MS;
export const proposalEnds = (proposedAt: Date): Date => after(proposedAt, PROPOSAL_MS);

export const stateOf = (s: { readonly agreedAt: unknown; readonly endedAt: unknown }): SponsorshipState => (s.endedAt !== null ? 'ended' : s.agreedAt === null ? 'proposed' : 'stands');
