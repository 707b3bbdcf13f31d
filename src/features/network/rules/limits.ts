/** Apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = { place: 120, firstYear: 1950, proposals: 60, context: 1500, promise: 500, letter: 4000, note: 500, chosen: 100, openIntroductions: 5 } as const;

/** Whom somebody may be asked to introduce. */
export const whoms = ['nobody', 'ties', 'chosen', 'anybody'] as const;
export type Whom = (typeof whoms)[number];
/** How an introduction went. */
export const hows = ['met', 'together', 'not-now'] as const;
export type How = (typeof hows)[number];
