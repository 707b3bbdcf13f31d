/** Apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = { place: 120, firstYear: 1950, proposals: 60 } as const;
