// Who may do what with an opportunity. The database says the same (0013_opportunities.sql); tests/access/opportunities.test.ts compares every cell.

/** How one stands to it: whose it is · into whose hands it was given · to whom it is open. Null: not there. A bar of the poster makes it null. */
export type OpportunityStanding = 'poster' | 'handed' | 'group' | 'node' | 'public' | null;
export type OpportunityPhase = 'draft' | 'posted' | 'closed';
export type OpportunityAct =
  | 'read' | 'read-chain' | 'read-bars' | 'read-widenings' | 'read-plan' | 'read-interests'
  | 'write' | 'post' | 'name' | 'hand-on' | 'answer-hand' | 'widen' | 'bar' | 'show-interest' | 'ask' | 'reply' | 'close';

export type Standpoint = { readonly standing: OpportunityStanding; readonly phase: OpportunityPhase; /** It may go one hand further from here. */ readonly handsLeft: boolean; readonly seesCases: boolean };

export const may = (act: OpportunityAct, { standing, phase, handsLeft, seesCases }: Standpoint): boolean => {
  const poster = standing === 'poster';
  const reader = standing !== null && !poster;
  switch (act) {
    case 'read': return standing !== null;
    case 'read-chain':
    case 'read-bars':
    case 'read-widenings':
    case 'read-plan':
    case 'read-interests': return poster;
    case 'write': return poster && phase !== 'closed';
    case 'post': return poster && phase === 'draft' && seesCases;
    case 'name': return poster && phase === 'posted';
    case 'hand-on': return standing !== null && phase === 'posted' && handsLeft;
    case 'answer-hand': return standing === 'handed';
    case 'widen':
    case 'close': return poster && phase === 'posted';
    case 'bar': return poster && phase !== 'closed';
    case 'show-interest':
    case 'ask': return reader && phase === 'posted';
    case 'reply': return poster && phase !== 'draft';
  }
};
