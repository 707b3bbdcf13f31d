/** Apart from the wire's schemas, so that the browser can hold to them without carrying a validator. */
export const LIMITS = { juniors: 30, asked: 3, goals: 12, goal: 300, limits: 400, say: 600, reminder: 300, note: 400, passports: 4, cases: 20 } as const;
