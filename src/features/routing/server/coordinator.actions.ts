// The coordinator's acts: look a wave over and let it go, keep the rota. Whoever is no coordinator finds nothing here.

import { concepts } from 'language';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { presentLine } from '#features/people/rules/present.ts';
import type { ConsoleView, RotaView } from '../rules/console.ts';
import { queueItem, queueOrder } from '../rules/coordinator-view.ts';
import { LAUNCH_CASES, launchLines, stillFor } from '../rules/launch.ts';
import { gapsOf, proposeRota } from '../rules/rota.ts';
import type { AddShift, SendWave } from '../rules/wire.ts';
import * as store from './coordinator.store.ts';
import { enqueueClimb, wavePeople } from './ladder.store.ts';
import * as rotaStore from './rota.store.ts';

const QUEUE = 100;
const ROTA_DAYS = 7;
/** A rota begins with the quarter of the UTC day, where its blocks begin. */
const blockOf = (at: Date): Date => new Date(Math.floor(at.getTime() / (6 * HOUR_MS)) * 6 * HOUR_MS);

const covered = (shifts: readonly { from: Date; to: Date; personId: string }[], now: Date): number => {
  const to = after(now, ROTA_DAYS * DAY_MS);
  const open = gapsOf(shifts, now, to).reduce((sum, gap) => sum + gap.to.getTime() - gap.from.getTime(), 0);
  return Math.floor((1 - open / (ROTA_DAYS * DAY_MS)) * 100);
};

export const console = async (tx: Tx, who: Who, now: Date): Promise<Result<ConsoleView> | null> => {
  if (!who.coordinator) return null;
  const weekAgo = after(now, -7 * DAY_MS);
  const [rows, week, before, capacity, facts, shifts] = [
    await store.queueRows(tx, now, QUEUE), await store.figures(tx, weekAgo, now), await store.figures(tx, after(weekAgo, -7 * DAY_MS), weekAgo), await store.capacity(tx, now.toISOString().slice(0, 10), now),
    await store.launchFacts(tx), (await rotaStore.shiftsBetween(tx, now, after(now, ROTA_DAYS * DAY_MS))).filter(({ duty }) => duty === 'on-call'),
  ];
  if (!week || !before || !facts) return null;
  return ok({
    queue: rows.map(queueItem).sort(queueOrder), week, before, stillDays: stillFor(facts, now),
    onCall: shifts.filter(({ from }) => from <= now).map((shift) => ({ person: presentLine(shift), until: shift.to.toISOString(), timeZone: shift.timeZone })),
    capacity: capacity.map(({ field, people, free, weekly }) => ({ field: field === '' ? null : { en: concepts.term(field)?.en ?? field, fa: concepts.term(field)?.fa ?? field }, people, free, weekly: Number(weekly) })),
    launch: facts.cases < LAUNCH_CASES ? launchLines(facts, covered(shifts, now)) : null,
  });
};

/** Lets a wave go now, as it is or changed. On a hidden asker's case only with people the search has found: whom its place forbids, it alone knows. */
export const sendWave = async (tx: Tx, who: Who, caseId: string, step: number, { people }: SendWave, now: Date, random: Random): Promise<Result<object> | null> => {
  if (!who.coordinator) return null;
  const wave = Number.isInteger(step) ? await store.waveIn(tx, caseId, step) : undefined;
  if (!wave) return refuse('conflict', 'routing.waveGone');
  if (!wave.hidden) for (const personId of people) await store.nameInto(tx, caseId, step, personId);
  const known = new Set((await wavePeople(tx, caseId, step)).map(({ personId }) => personId));
  await store.arrange(tx, caseId, step, people.filter((id) => known.has(id)));
  await store.looked(tx, newId(now, random), caseId, step, 'confirmed', now);
  enqueueClimb(tx, caseId, null);
  return ok({});
};

const rotaOf = async (tx: Tx, from: Date) => {
  const to = after(from, ROTA_DAYS * DAY_MS);
  const shifts = await rotaStore.shiftsBetween(tx, from, to);
  return { shifts, to, onCall: shifts.filter(({ duty }) => duty === 'on-call') };
};

export const rota = async (tx: Tx, who: Who, now: Date): Promise<Result<RotaView> | null> => {
  if (!who.coordinator) return null;
  const from = blockOf(now);
  const { shifts, onCall, to } = await rotaOf(tx, from);
  return ok({
    from: from.toISOString(), days: ROTA_DAYS, gaps: gapsOf(onCall, from, to).map((gap) => ({ from: gap.from.toISOString(), to: gap.to.toISOString() })),
    proposed: proposeRota(await rotaStore.onRota(tx), onCall, from, ROTA_DAYS).length,
    shifts: shifts.map((shift) => ({ id: shift.shiftId, person: presentLine(shift), timeZone: shift.timeZone, duty: shift.duty, from: shift.from.toISOString(), to: shift.to.toISOString() })),
  });
};

/** Fills the gaps of the coming week by who is awake then. */
export const fillRota = async (tx: Tx, who: Who, now: Date, random: Random): Promise<Result<{ added: number }> | null> => {
  if (!who.coordinator) return null;
  const from = blockOf(now);
  const { onCall } = await rotaOf(tx, from);
  const proposed = proposeRota(await rotaStore.onRota(tx), onCall, from, ROTA_DAYS);
  for (const shift of proposed) await rotaStore.addShift(tx, { ...shift, id: newId(now, random), duty: 'on-call' }, now);
  return ok({ added: proposed.length });
};

export const addShift = async (tx: Tx, who: Who, { from, to, ...shift }: AddShift, now: Date): Promise<Result<object> | null> => {
  if (!who.coordinator) return null;
  const [begins, ends] = [new Date(from), new Date(to)];
  if (ends <= begins || ends.getTime() - begins.getTime() > 7 * DAY_MS) return refuse('invalid', 'routing.shiftSpan', {}, ['to']);
  await rotaStore.addShift(tx, { ...shift, from: begins, to: ends }, now);
  return ok({});
};

export const removeShift = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> =>
  who.coordinator && (await rotaStore.removeShift(tx, id, now)) > 0 ? ok({}) : null;
