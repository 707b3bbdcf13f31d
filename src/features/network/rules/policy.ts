// Who may do what with a tie. The database says the same (policies of app.ties); tests/access/network.test.ts compares.

import type { TieState } from './tie.ts';

export type TieAct = 'read' | 'confirm' | 'refuse' | 'end' | 'take-back';
/** How the viewer stands to a tie: who proposed it, the other of the two, or nobody. `endedByMe`: it was this viewer's own hand. */
export type Standpoint = { readonly side: 'proposer' | 'other' | 'none'; readonly state: TieState; readonly endedByMe: boolean };

export const may = (act: TieAct, { side, state, endedByMe }: Standpoint): boolean => {
  if (side === 'none') return false;
  switch (act) {
    case 'read': return state !== 'ended' || endedByMe;
    case 'confirm': case 'refuse': return side === 'other' && state === 'proposed';
    case 'take-back': return side === 'proposer' && state === 'proposed';
    case 'end': return state === 'tied';
  }
};
