// On what grounds two people know each other. Two are tied while one ground stands that both have confirmed.

import { after, DAY_MS } from '#kernel/clock.ts';

export const tieKinds = ['trained-with', 'proctor', 'operated', 'co-managed', 'co-author', 'group', 'congress', 'mentor'] as const;
export type TieKind = (typeof tieKinds)[number];

/** In these one of the two was the senior: the proctor, the mentor. */
export const hasSenior = (kind: TieKind): boolean => kind === 'proctor' || kind === 'mentor';

/** A proposal that nobody answered is swept; refused or not read, it looks the same until then. */
export const PROPOSAL_MS = 60 * DAY_MS;
export const proposalEnds = (proposedAt: Date): Date => after(proposedAt, PROPOSAL_MS);

export type TieState = 'proposed' | 'tied' | 'ended';
export const stateOf = (tie: { readonly confirmedAt: unknown; readonly endedAt: unknown }): TieState =>
  tie.endedAt !== null ? 'ended' : tie.confirmedAt === null ? 'proposed' : 'tied';
