// Verification in layers: declared → document checked → register checked → vouched by two verified people.
// The database reckons `verified_at` by the same rule (app.reckon_verified); a test compares the two.

export const checkedLayers = ['document', 'register', 'vouched'] as const;
export type CheckedLayer = (typeof checkedLayers)[number];
export type Layer = 'declared' | CheckedLayer;

export const VOUCHES_WANTED = 2;

/** The highest layer reached, from the layers that stand. One vouch alone reaches none. */
export const highestLayer = (standing: readonly CheckedLayer[]): Layer => {
  if (standing.filter((layer) => layer === 'vouched').length >= VOUCHES_WANTED) return 'vouched';
  if (standing.includes('register')) return 'register';
  if (standing.includes('document')) return 'document';
  return 'declared';
};

/** Only a layer above declared opens the node. */
export const isVerified = (standing: readonly CheckedLayer[]): boolean => highestLayer(standing) !== 'declared';
