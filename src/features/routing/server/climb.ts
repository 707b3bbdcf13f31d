// One look at a ladder: what is due is done, in one transaction as the asker, and the next look is booked in the same. However often it is called,
// a step is taken once: its row and the asks are written together, under one lock.

import type { Random } from '#kernel/random.ts';
import { after } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';
import { announceTo } from '#server/live.store.ts';
import { shownTime } from '#features/cases/server/door.ts';
import { stateOf } from '../rules/ask.ts';
import { dueAt, type Facts, ladders, type Move, nextMove, paceOf, RETRY_MS, sizeOf } from '../rules/ladder.ts';
import { LIMITS } from '../rules/limits.ts';
import { agreedEarly } from '../rules/wanted.ts';
import * as store from './ladder.store.ts';
import { send } from './sending.ts';
import { type Next, type Whom, whom } from './whom.ts';

/** How many stand in reserve behind a wave, for seats that are given back and for a coordinator who changes it. */
const RESERVE = 6;
const TURNS = 12;

export type Climbing = { readonly tx: Tx; readonly ladder: store.LadderRow; readonly now: Date; readonly random: Random };

export const factsOf = async (tx: Tx, ladder: store.LadderRow, now: Date): Promise<Facts> => {
  const [seats, opinions, waves, coordinated] = [await store.seatsOf(tx, ladder.caseId), await store.opinionsOf(tx, ladder.caseId), await store.wavesOf(tx, ladder.caseId), await store.isCoordinated(tx, now)];
  const taken = waves.flatMap(({ takenAt }) => (takenAt ? [takenAt] : []));
  return {
    pace: paceOf(ladder.urgency), begunAt: ladder.beginsAt, now, wanted: ladder.wanted, opinions: opinions.length, agreed: agreedEarly(ladder.wanted, opinions),
    over: ladder.phase !== 'posted', coordinated, confirmed: waves.some(({ step, confirmed }) => step === taken.length && confirmed), taken,
    seats: seats.map((seat) => ({ id: seat.id, state: stateOf(seat), acceptBy: seat.acceptBy, acceptedAt: seat.taken })),
  };
};

/** Who would be asked: the on-call group where the step is theirs and somebody is there, else the next best. */
const candidatesFor = async ({ tx, ladder, now }: Climbing, step: number, found: Whom): Promise<{ people: Next[]; size: number }> => {
  const pace = paceOf(ladder.urgency);
  const size = sizeOf(pace, step, ladder.wanted);
  if (ladders[pace][step]?.to !== 'on-call') return { people: found.ranked.slice(0, size + RESERVE), size };
  const duty = (await store.onCall(tx, ladder.caseId, now)).filter(found.may);
  const there = duty.map((personId): Next => ({ personId, reasons: [{ key: 'on-call' }] }));
  return { people: [...there, ...found.ranked.filter(({ personId }) => !duty.includes(personId))].slice(0, Math.max(size, there.length) + RESERVE), size: there.length > 0 ? there.length : size };
};

const prepare = async (climbing: Climbing, step: number, facts: Facts): Promise<void> => {
  const { tx, ladder, now } = climbing;
  if ((await store.wavesOf(tx, ladder.caseId)).some((wave) => wave.step === step)) return;
  const { people, size } = await candidatesFor(climbing, step, await whom(tx, ladder.caseId, now));
  await store.insertWave(tx, ladder.caseId, step, size, dueAt(facts, step), people);
  if (facts.coordinated && facts.pace !== 'now' && size > 0) store.tellCoordinators(tx, 'wave-ready', ladder.caseId, shownTime(now, ladder.hidden));
};

const ask = async ({ tx, ladder, now, random }: Climbing, people: readonly Next[], step: number, found: Whom): Promise<void> => {
  for (const { personId, reasons } of people) await send(tx, ladder, { id: newId(now, random), personId, seat: found.seat(personId), reasons, step }, now);
};

/** The prepared people first, as far as every rule still allows them; who has dropped out is replaced by the best of now. */
const stillGood = (prepared: readonly store.WavePerson[], found: Whom, n: number): Next[] => {
  const kept = prepared.filter(({ personId }) => found.may(personId)).map(({ personId, reasons }): Next => ({ personId, reasons: reasons as Next['reasons'] }));
  const named = found.ranked.filter(({ reasons }) => reasons.some(({ key }) => key === 'handed-on'));
  const all = [...named, ...kept, ...found.ranked];
  return all.filter(({ personId }, i) => all.findIndex((other) => other.personId === personId) === i).slice(0, n);
};

const room = (facts: Facts): number => LIMITS.asksPerCase - facts.seats.length;

/** Takes a step. False when it has seats and nobody may be asked now: then it stands as it was, and the coordinators are told. */
const take = async (climbing: Climbing, step: number, facts: Facts): Promise<boolean> => {
  const { tx, ladder, now } = climbing;
  const wave = (await store.wavesOf(tx, ladder.caseId)).find((one) => one.step === step);
  const found = await whom(tx, ladder.caseId, now);
  const people = stillGood(await store.wavePeople(tx, ladder.caseId, step), found, Math.min(wave?.size ?? 0, room(facts)));
  const nobody = people.length === 0 && (wave?.size ?? 0) > 0;
  if (nobody || ladders[facts.pace][step]?.callsCoordinator) store.tellCoordinators(tx, 'case-untaken', ladder.caseId, shownTime(now, ladder.hidden));
  if (nobody && !ladders[facts.pace][step]?.callsCoordinator) return false;
  await store.takeWave(tx, ladder.caseId, step, now);
  await ask(climbing, people, step, found);
  return true;
};

/** Seats given back; false when nobody could be found for any. */
const refill = async (climbing: Climbing, n: number, facts: Facts): Promise<boolean> => {
  const { tx, ladder, now } = climbing;
  const step = facts.taken.length - 1;
  const found = await whom(tx, ladder.caseId, now);
  const people = stillGood(await store.wavePeople(tx, ladder.caseId, step), found, Math.min(n, room(facts)));
  await ask(climbing, people, step, found);
  return people.length > 0;
};

const finish = async ({ tx, ladder, now }: Climbing, { end, release }: Move): Promise<void> => {
  const at = shownTime(now, ladder.hidden);
  for (const expert of await store.releaseAsks(tx, release, at)) announceTo(tx, 'ask-released', ladder.caseId, expert, true, at);
  await store.endLadder(tx, ladder.caseId, end === 'enough' ? 'enough' : 'over', at);
  await store.lookAgain(tx, ladder.caseId, null);
};

/** Does what is due of the ladder of this case. Within a transaction of its asker. True when anybody was asked or released. */
export const climb = async (tx: Tx, caseId: string, now: Date, random: Random): Promise<boolean> => {
  await store.lockSending(tx);
  const ladder = await store.ladderOf(tx, caseId);
  if (!ladder || ladder.endedWhy) return false;
  const climbing: Climbing = { tx, ladder, now, random };
  let acted = false;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const facts = await factsOf(tx, ladder, now);
    const move = nextMove(facts);
    if (move.end) { await finish(climbing, move); return true; }
    if (move.prepare !== null) await prepare(climbing, move.prepare, facts);
    const done = move.take !== null ? await take(climbing, move.take, facts) : move.refill > 0 && (await refill(climbing, move.refill, facts));
    if (done) { acted = true; continue; }
    // Nobody may be asked now (all asleep, away, at their caps): soon again.
    const soon = move.take !== null || move.refill > 0 ? after(now, RETRY_MS[facts.pace]) : null;
    const lookAt = soon && move.lookAt && move.lookAt > now && move.lookAt < soon ? move.lookAt : (soon ?? move.lookAt);
    await store.lookAgain(tx, caseId, lookAt);
    if (lookAt) store.enqueueClimb(tx, caseId, lookAt);
    break;
  }
  return acted;
};
