// Who looks, and at which node: the answer of GET /api/me, embedded in every page.

export type Viewer = {
  readonly id: string;
  readonly nameEn: string;
  readonly nameFa: string;
  readonly initialsEn: string;
  readonly initialsFa: string;
  readonly roles: readonly ('steward' | 'coordinator' | 'privacy-officer')[];
  readonly verified: boolean;
  /** The unverified see no case. */
  readonly seesCases: boolean;
  /** Highest layer of verification reached. */
  readonly layer: string;
};

export type Me = {
  readonly person: Viewer | null;
  readonly demo: boolean;
  readonly node: { readonly nameEn: string; readonly nameFa: string };
  readonly unread: number;
  readonly mailWorks: boolean;
  /** Joining needs no invitation. */
  readonly openSignUp: boolean;
};

export const nobody: Me = { person: null, demo: false, node: { nameEn: '', nameFa: '' }, unread: 0, mailWorks: false, openSignUp: false };
