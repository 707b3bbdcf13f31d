// The rota of on-call people: where it has gaps, and a proposal that follows the sun: each hour somebody who is awake, handed over with half an hour of both.

import { after, HOUR_MS } from '#kernel/clock.ts';
import { isQuiet, localMinutes } from '#features/people/rules/quiet.ts';

export type Shift = { readonly personId: string; readonly from: Date; readonly to: Date };
export type OnRota = {
  readonly id: string; readonly timeZone: string; readonly quietFrom: string | null; readonly quietTo: string | null;
  /** Days on leave, ISO, both included. */
  readonly away: readonly { readonly fromDay: string; readonly toDay: string }[];
};

export const BLOCK_MS = 6 * HOUR_MS;
export const HANDOVER_MS = HOUR_MS / 2;
/** Awake where no quiet hours are declared: 7 to 23, by the own clock. */
const DAY_FROM = 7 * 60;
const DAY_TO = 23 * 60;

export const isAwake = (one: OnRota, at: Date): boolean => {
  if (one.away.some(({ fromDay, toDay }) => { const day = at.toISOString().slice(0, 10); return day >= fromDay && day <= toDay; })) return false;
  if (one.quietFrom && one.quietTo) return !isQuiet(at, one.timeZone, one.quietFrom, one.quietTo);
  const minute = localMinutes(at, one.timeZone);
  return minute >= DAY_FROM && minute < DAY_TO;
};

/** Spans between `from` and `to` in which nobody is there. */
export const gapsOf = (shifts: readonly Shift[], from: Date, to: Date): { from: Date; to: Date }[] => {
  const gaps: { from: Date; to: Date }[] = [];
  let covered = from;
  for (const shift of [...shifts].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (shift.from > covered) gaps.push({ from: covered, to: shift.from < to ? shift.from : to });
    if (shift.to > covered) covered = shift.to;
    if (covered >= to) return gaps;
  }
  return covered < to ? [...gaps, { from: covered, to }] : gaps;
};

const awakeHours = (one: OnRota, from: Date): number => [0, 1, 2, 3, 4, 5].filter((hour) => isAwake(one, after(from, (hour + 0.5) * HOUR_MS))).length;

/**
 * Shifts of six hours that fill the gaps from `from` on, each by who is awake for most of it and has had least; a block in which nobody is awake
 * stays a gap. Equal ones by id, so that the same people give the same rota.
 */
export const proposeRota = (people: readonly OnRota[], known: readonly Shift[], from: Date, days: number): Shift[] => {
  const load = new Map(people.map(({ id }) => [id, known.filter(({ personId }) => personId === id).length]));
  const made: Shift[] = [];
  for (let block = 0; block < days * 4; block += 1) {
    const start = after(from, block * BLOCK_MS);
    const end = after(start, BLOCK_MS);
    if (gapsOf([...known, ...made], start, end).length === 0) continue;
    const last = made.at(-1)?.personId;
    const fit = people.map((one) => ({ id: one.id, hours: awakeHours(one, start) })).filter(({ hours }) => hours >= 4)
      .sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || Number(a.id === last) - Number(b.id === last) || b.hours - a.hours || (a.id < b.id ? -1 : 1));
    const [best] = fit;
    if (best === undefined) continue;
    load.set(best.id, (load.get(best.id) ?? 0) + 1);
    made.push({ personId: best.id, from: start, to: after(end, HANDOVER_MS) });
  }
  return made;
};
