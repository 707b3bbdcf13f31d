// The closed lists of an outcome, apart from the schemas: pages load these and no schema code.

/** Complications of a procedure that are asked for by name; several may be told. */
export const complications = [
  'perforation', 'tamponade', 'dissection', 'abrupt-closure', 'no-reflow', 'side-branch-loss', 'distal-embolism', 'stent-loss', 'entrapment', 'embolisation', 'air',
  'arrhythmia', 'stroke', 'aki', 'contrast-reaction', 'access-bleed', 'retroperitoneal', 'pseudoaneurysm', 'limb-ischaemia', 'annulus-rupture', 'coronary-obstruction',
  'av-block', 'radiation', 'endocarditis',
] as const;
export type Complication = (typeof complications)[number];

/** Bleeding by BARC (Mehran 2011, 10.1161/CIRCULATIONAHA.110.009449). Type 5 is fatal. */
export const barcs = ['0', '1', '2', '3a', '3b', '3c', '4', '5a', '5b'] as const;
export type Barc = (typeof barcs)[number];
export const isFatal = (barc: Barc): boolean => barc.startsWith('5');
