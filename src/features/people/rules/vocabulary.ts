// Closed lists and limits: no schema here, so that a page may have them for nothing.

export const LIMITS = {
  name: 80, line: 200, text: 2000, note: 500, licences: 8, expertise: 40, absences: 20, languages: 12, avoidances: 100, found: 50,
  password: 200, casesPerYear: 5000, weeklyCap: 50, deviceName: 60,
} as const;

export const titles = ['dr', 'prof', 'ostad', 'none'] as const;
export const stages = ['student', 'resident', 'cardiologist', 'fellow', 'attending', 'surgeon', 'imaging', 'intensivist', 'nurse', 'researcher', 'industry'] as const;
export const levels = ['learning', 'independent', 'reference'] as const;
/** A privacy officer is one of an institution: the one at which they worked when a steward gave the role. */
export const roles = ['steward', 'coordinator', 'privacy-officer'] as const;
export type Role = (typeof roles)[number];
export const avoidanceKinds = ['conflict', 'not-this-person'] as const;
