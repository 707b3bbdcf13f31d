// Who may do what to whom. The database says the same (policies of app.people and app.verifications); tests compare.

export type Viewer = { readonly id: string; readonly verified: boolean; readonly steward: boolean };
export type Other = { readonly id: string; readonly verified: boolean };
export type Action = 'see' | 'vouch';

/** The verified see their colleagues, those who wait for a voucher included; the steward sees all; the unverified see themselves. */
export const may = (viewer: Viewer, action: Action, other: Other): boolean => {
  const own = viewer.id === other.id;
  switch (action) {
    case 'see': return own || viewer.verified || viewer.steward;
    case 'vouch': return viewer.verified && !own;
  }
};
