/** Apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = { asksAtOnce: 8, asksPerCase: 20, note: 500 } as const;
export const seats = ['operator', 'surgeon', 'imager', 'intensivist', 'clinician'] as const;
export type Seat = (typeof seats)[number];
