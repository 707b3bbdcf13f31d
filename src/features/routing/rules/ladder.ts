// The ladder: which wave of colleagues is asked when, which seats are filled anew, when it is enough. Pure: the same facts at the same moment give
// the same move, so that a job may ask as often as it likes. docs/decisions says why it climbs as it does.

import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { AskState, Urgency } from './ask.ts';

export type Pace = 'now' | 'days' | 'weeks';
export const paceOf = (urgency: Urgency): Pace => ({ emergency: 'now', urgent: 'days', elective: 'weeks' } as const)[urgency];

/** `afterMs`: since the ladder began. `size`: seats of the wave; of a group, how many are asked when nobody is on call. */
export type Step = { readonly afterMs: number; readonly size: number; readonly to: 'people' | 'on-call'; readonly callsCoordinator: boolean };

const MINUTE_MS = 60_000;
const step = (afterMs: number, size: number, to: Step['to'] = 'people', callsCoordinator = false): Step => ({ afterMs, size, to, callsCoordinator });
export const ladders: Readonly<Record<Pace, readonly Step[]>> = {
  now: [step(0, 5), step(15 * MINUTE_MS, 5), step(30 * MINUTE_MS, 5, 'on-call', true)],
  days: [step(0, 3), step(12 * HOUR_MS, 3), step(36 * HOUR_MS, 3, 'on-call'), step(48 * HOUR_MS, 0, 'people', true)],
  weeks: [step(0, 3), step(3 * DAY_MS, 3), step(7 * DAY_MS, 3, 'on-call'), step(10 * DAY_MS, 0, 'people', true)],
};

/** A suggested wave lies before the coordinator for so long, then it goes by itself. Where minutes count nobody is waited for. */
export const REVIEW_MS = 20 * MINUTE_MS;

/** Where nobody could be asked at all (all asleep, away, at their caps), it is tried again so soon. */
export const RETRY_MS: Readonly<Record<Pace, number>> = { now: 5 * MINUTE_MS, days: 30 * MINUTE_MS, weeks: 3 * HOUR_MS };

export type SeatAsked = {
  readonly id: string; readonly state: AskState; readonly acceptBy: Date;
  /** When it was taken up, if it was. */
  readonly acceptedAt: Date | null;
};
export type Facts = {
  readonly pace: Pace; readonly begunAt: Date; readonly now: Date;
  readonly wanted: number; readonly opinions: number; readonly agreed: boolean;
  /** Decided, closed or withdrawn: nobody is asked any more. */
  readonly over: boolean;
  readonly seats: readonly SeatAsked[];
  /** When each step that was taken was taken, in order. */
  readonly taken: readonly Date[];
  /** Whether anybody is there to look a wave over, and whether the next one was confirmed. */
  readonly coordinated: boolean; readonly confirmed: boolean;
};
export type Move = {
  readonly end: 'enough' | 'over' | null;
  /** Whom nothing is expected of any more: asked and silent. Released without blame. */
  readonly release: readonly string[];
  /** The step whose wave should lie ready (before the coordinator, or about to go). */
  readonly prepare: number | null;
  /** The step that is due now. */
  readonly take: number | null;
  /** Seats that were given back and are filled by the next best, at once. */
  readonly refill: number;
  /** When to look again, if nothing happens before; null: only what happens counts. */
  readonly lookAt: Date | null;
};

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** A first wave has a seat for each opinion wanted. */
export const sizeOf = (pace: Pace, at: number, wanted: number): number => {
  const size = ladders[pace][at]?.size ?? 0;
  return at === 0 ? Math.max(size, wanted) : size;
};

const gapOf = (pace: Pace, at: number): number => (ladders[pace][at]?.afterMs ?? 0) - (ladders[pace][at - 1]?.afterMs ?? 0);

const promises = (f: Facts, gap: number): Date[] =>
  f.seats.flatMap(({ state, acceptedAt }) => (state === 'accepted' && acceptedAt && after(acceptedAt, gap) > f.now ? [after(acceptedAt, gap)] : []));

/**
 * When a step is due: the ladder's gap after the one before, so that a node that slept resumes its pace instead of asking everybody at once.
 * A promise holds the next wave back for one gap where all that lacks is promised; never where minutes count.
 */
export const dueAt = (f: Facts, at: number): Date => {
  const before = f.taken[at - 1];
  if (before === undefined) return f.coordinated && f.pace !== 'now' && !f.confirmed ? after(f.begunAt, REVIEW_MS) : f.begunAt;
  const due = after(before, gapOf(f.pace, at));
  if (f.pace === 'now') return due;
  const kept = promises(f, gapOf(f.pace, at)).sort((a, b) => b.getTime() - a.getTime());
  const missing = f.wanted - f.opinions;
  return missing > 0 && kept.length >= missing ? later(due, kept[missing - 1] as Date) : due;
};

const living: ReadonlySet<AskState> = new Set(['asked', 'seen', 'accepted', 'answered']);
const silent: ReadonlySet<AskState> = new Set(['asked', 'seen', 'expired']);
const isLiving = ({ state, acceptBy }: SeatAsked, now: Date): boolean => living.has(state) && (state === 'accepted' || state === 'answered' || acceptBy > now);

export const nextMove = (f: Facts): Move => {
  const still: Move = { end: null, release: [], prepare: null, take: null, refill: 0, lookAt: null };
  if (f.over) return { ...still, end: 'over' };
  if (f.opinions >= f.wanted || f.agreed) return { ...still, end: 'enough', release: f.seats.filter(({ state }) => silent.has(state)).map(({ id }) => id) };
  const next = ladders[f.pace][f.taken.length] === undefined ? null : f.taken.length;
  const due = next === null ? null : dueAt(f, next);
  const take = due !== null && (due <= f.now || f.confirmed) ? next : null;
  // A wave about to go counts for what is missing; else a seat given back is filled without waiting for the next wave.
  const alive = f.seats.filter((seat) => isLiving(seat, f.now)).length;
  const refill = f.taken.length === 0 || (take !== null && sizeOf(f.pace, take, f.wanted) > 0) ? 0 : Math.max(0, f.wanted - alive);
  const ready = due === null || !f.coordinated || f.pace === 'now' ? due : after(due, -REVIEW_MS);
  const prepare = take ?? (ready !== null && ready <= f.now ? next : null);
  const moments = [due, ready, ...f.seats.filter(({ state }) => state === 'asked' || state === 'seen').map(({ acceptBy }) => acceptBy)];
  const ahead = moments.filter((at): at is Date => at !== null && at > f.now).sort((a, b) => a.getTime() - b.getTime());
  return { ...still, prepare, take, refill, lookAt: take !== null ? f.now : (ahead[0] ?? null) };
};
