// Time is an argument, so that a test can stand at any moment.
export type Clock = { now(): Date };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The hour a moment falls in (UTC). What readers of a hidden asker's case may know of time. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);

export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** A clock that a test moves by hand. */
export const steppedClock = (start: string | Date): Clock & { step(ms: number): void } => {
  let at = new Date(start).getTime();
  return { now: () => new Date(at), step: (ms) => { at += ms; } };
};
