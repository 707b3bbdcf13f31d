/** Closed lists and limits, apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = {
  title: 160, text: 4000, line: 300, note: 400, question: 600, words: 600,
  named: 20, handsAtOnce: 10, handsEach: 20, bars: 40, topics: 6, countries: 40, drafts: 30, questionsEach: 5, wishes: 12, readers: 12, stays: 20, listed: 200,
} as const;

export const types = ['fellowship', 'grant', 'post', 'locum', 'proctorship', 'research', 'speaking', 'reviewing'] as const;
export type OpportunityType = (typeof types)[number];

/** By which ties it may go on: whomever each of them chooses · whom they are tied to · whom they worked with or taught. */
export const vias = ['any', 'tied', 'worked'] as const;
export type Via = (typeof vias)[number];
export const steps = ['hands', 'group', 'node', 'public'] as const;
export type Step = (typeof steps)[number];
export const results = ['filled', 'filled-elsewhere', 'nobody', 'withdrawn'] as const;
export type ClosingResult = (typeof results)[number];

/** How a field is answered. */
export const choices = {
  paid: ['paid', 'partly', 'unpaid'], per: ['month', 'year', 'day', 'case', 'total'], handsOn: ['operator', 'assistant', 'observer'], licenceExam: ['none', 'language', 'knowledge', 'both'],
  passports: ['all', 'only', 'not'], visa: ['help', 'letter', 'none'], housing: ['given', 'help', 'none'], side: ['host', 'visiting'], ethics: ['approved', 'pending', 'not-needed'], travel: ['paid', 'partly', 'none'],
} as const;
export type ChoiceKey = keyof typeof choices;
/** Lowest and highest of each number. */
export const numbers = { lengthMonths: [0.25, 120], amount: [0, 100_000_000], amountTo: [0, 100_000_000], handsOnShare: [0, 100], volume: [0, 20_000], ageMost: [20, 90], cases: [1, 1000], turnaroundDays: [1, 365] } as const;
export type NumberKey = keyof typeof numbers;
export const lines = [
  'contact', 'handsOnNote', 'licence', 'volumeOf', 'funder', 'eligible', 'documents', 'hostCondition', 'contract', 'rota', 'call', 'team', 'credential', 'indemnity', 'deviceClass', 'payer',
  'question', 'dataOwner', 'roles', 'authorship', 'event', 'format', 'session', 'sponsor', 'journal',
] as const;
export type LineKey = (typeof lines)[number];
