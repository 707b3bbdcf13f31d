// The closed lists and the limits of a CV.

export const trainingKinds = ['degree', 'residency', 'fellowship', 'course'] as const;
export const procedureRoles = ['operator', 'assistant', 'observer'] as const;
export const languageLevels = ['native', 'fluent', 'working', 'basic'] as const;
/** Where a publication's words come from. All but `typed` carry the node's seal over them. */
export const workSources = ['typed', 'bibtex', 'ris', 'orcid'] as const;
/** Parts of a CV, in the order in which it is read; what is shown to others is chosen in these words. */
export const parts = ['summary', 'training', 'posts', 'procedures', 'publications', 'languages', 'certificates'] as const;
export type Part = (typeof parts)[number];

export const LIMITS = {
  rows: 60, procedures: 200, publications: 400, languages: 20, authors: 60,
  line: 200, title: 400, summary: 4000, period: 20, perYear: 5000,
  /** A file of publications: signs, and entries of it that are read. */
  fileSigns: 600_000, entries: 400,
} as const;

/** Kinds of opportunity that a reference may be written for; they are those of opportunities. */
export const scopes = ['fellowship', 'grant', 'post', 'locum', 'proctorship', 'research', 'speaking', 'reviewing'] as const;
export type Scope = (typeof scopes)[number];
export const REFERENCES = { openAsks: 5, askDays: 30, purpose: 1000, text: 8000, months: [6, 12, 24], keepDays: 30 } as const;
