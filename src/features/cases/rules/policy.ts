// Who may do what with a case. The database asks the same question again (app.standing and the policies of
// db/migrations/0003_cases.sql), and tests/access compares the two in every cell.

import type { Id } from '#kernel/ids.ts';

/** What of a person matters to a policy. */
export type Viewer = {
  readonly id: Id;
  /** Verified, and not of industry. */
  readonly seesCases: boolean;
  readonly steward: boolean;
  readonly coordinator: boolean;
};

export type Phase = 'draft' | 'posted' | 'decided' | 'closed' | 'withdrawn';

/** How far one ask went, as far as a policy needs to know. */
export type AskState = 'open' | 'answered' | 'declined' | 'cancelled';

/** What of a case, seen from one viewer, matters to a policy. */
export type Standpoint = {
  readonly phase: Phase;
  readonly hidden: boolean;
  readonly audience: 'people' | 'node';
  readonly isAsker: boolean;
  readonly ask: AskState | null;
  readonly hasGiven: boolean;
  /** A steward has opened the name of this case's asker, with a reason. */
  readonly unmasked: boolean;
};

/** asker · sealed: asked, neither answered nor declined · open: has · coordinator · reader: the audience is the node. */
export type Standing = 'asker' | 'sealed' | 'open' | 'coordinator' | 'reader';

export const standing = (viewer: Viewer, at: Standpoint): Standing | null => {
  if (at.isAsker) return 'asker';
  if (!viewer.seesCases || at.phase === 'draft' || at.phase === 'withdrawn') return null;
  if (at.ask === 'open') return 'sealed';
  if (at.ask === 'answered' || at.ask === 'declined') return 'open';
  if (viewer.coordinator) return 'coordinator';
  return at.audience === 'node' ? 'reader' : null;
};

export type Act =
  | 'read' | 'read-asker' | 'read-plan' | 'read-opinions' | 'read-decision' | 'read-remarks' | 'read-certificates' | 'read-asks' | 'read-unmasking'
  | 'edit' | 'post' | 'withdraw' | 'decide' | 'close' | 'tell-outcome' | 'write-plan' | 'add-run'
  | 'ask' | 'answer-ask' | 'cancel-ask' | 'give-opinion' | 'save-opinion' | 'remark' | 'mark' | 'unmask' | 'steer';

/** Opinions, the plan and the talk below: after one's own answer; for readers who were not asked, after the decision. */
const unsealed = (s: Standing | null, decided: boolean): boolean =>
  s === 'asker' || s === 'open' || ((s === 'reader' || s === 'coordinator') && decided);

export const may = (viewer: Viewer, act: Act, at: Standpoint): boolean => {
  const s = standing(viewer, at);
  const asker = s === 'asker';
  const { phase } = at;
  const decided = phase === 'decided' || phase === 'closed';
  switch (act) {
    case 'read': return s !== null;
    case 'read-asker': return asker || (s !== null && !at.hidden) || (viewer.steward && at.unmasked);
    case 'read-plan':
    case 'read-opinions': return unsealed(s, decided);
    case 'read-decision': return s !== null && s !== 'sealed';
    case 'read-remarks': return asker || s === 'open';
    case 'read-certificates': return asker;
    case 'read-asks': return asker || s === 'coordinator';
    case 'read-unmasking': return asker || (viewer.steward && at.unmasked);
    case 'edit':
    case 'add-run':
    case 'write-plan': return asker && (phase === 'draft' || phase === 'posted');
    case 'post': return asker && phase === 'draft' && viewer.seesCases;
    case 'withdraw': return asker && (phase === 'draft' || phase === 'posted' || phase === 'decided');
    case 'decide':
    case 'ask': return asker && phase === 'posted';
    case 'cancel-ask': return asker && (phase === 'posted' || phase === 'decided');
    case 'close': return asker && phase === 'decided';
    case 'tell-outcome': return asker && decided;
    case 'answer-ask':
    case 'save-opinion': return s === 'sealed' && (phase === 'posted' || phase === 'decided');
    case 'give-opinion': return (s === 'sealed' || (s === 'open' && at.hasGiven)) && (phase === 'posted' || phase === 'decided');
    case 'remark': return (asker || (s === 'open' && at.hasGiven)) && (phase === 'posted' || phase === 'decided' || phase === 'closed');
    case 'mark':
      return (asker && (phase === 'draft' || phase === 'posted' || phase === 'decided'))
        || ((s === 'sealed' || s === 'open') && (phase === 'posted' || phase === 'decided'));
    case 'steer': return s === 'coordinator' && phase === 'posted';
    case 'unmask': return viewer.steward && phase !== 'draft';
  }
};
