/** Bounds of the quarantine: what one instance may be, what waits for one person, what waits on the whole node, and for how long. */
export const LIMITS = {
  instanceBytes: 512 * 1024 * 1024,
  personBytes: 4 * 1024 * 1024 * 1024,
  personCount: 1000,
  nodeBytes: 16 * 1024 * 1024 * 1024,
  /** Parts of one STOW-RS request. */
  parts: 500,
  /** What must stay free on the disk: the database stands on it too. */
  spareBytes: 256 * 1024 * 1024,
  days: 7,
  tokens: 10,
  tokenDays: 365,
  tokenName: 60,
} as const;
