// The limits and the closed list of applications; apart from the wire, so that pages carry no schema.

export const LIMITS = { words: 6000, note: 2000, kindWords: 3000, letters: 5, hirers: 8, notes: 100, keepDays: 180 } as const;
/** `another`: somebody else was chosen. A kind word is asked for with either. */
export const outcomes = ['offered', 'another'] as const;
