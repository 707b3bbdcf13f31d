// Who may do what with an application. The database says the same (policies of app.applications and its tables); tests/access/applications.test.ts compares every cell.

/** How one stands to it: whose it is · who chooses (the poster and those named) · nothing. */
export type ApplicationStanding = 'candidate' | 'chooser' | null;
export type ApplicationPhase = 'standing' | 'withdrawn' | 'decided';
export type ApplicationAct = 'read' | 'read-notes' | 'write-note' | 'shortlist' | 'decide' | 'withdraw' | 'read-decision';

export const may = (act: ApplicationAct, standing: ApplicationStanding, phase: ApplicationPhase): boolean => {
  const chooser = standing === 'chooser' && phase !== 'withdrawn';
  switch (act) {
    case 'read': return standing === 'candidate' || chooser;
    case 'read-decision': return phase === 'decided' && (standing === 'candidate' || chooser);
    case 'read-notes':
    case 'write-note':
    case 'shortlist': return chooser;
    case 'decide': return chooser && phase === 'standing';
    case 'withdraw': return standing === 'candidate' && phase === 'standing';
  }
};
