// What the cast does, each act at its moment, through the actions behind the doors.

import * as cases from '#features/cases/server/actions.ts';
import type { AddMark, AddRun, SaveCase } from '#features/cases/rules/wire.ts';
import { insertObject } from '#features/cases/server/store.ts';
import * as opinions from '#features/opinions/server/actions.ts';
import type { GiveOpinion, SaveOpinion } from '#features/opinions/rules/wire.ts';
import * as outcomes from '#features/outcomes/server/actions.ts';
import type { Decide, TellOutcome } from '#features/outcomes/rules/wire.ts';
import * as routing from '#features/routing/server/actions.ts';
import { climb } from '#features/routing/server/climb.ts';
import * as coordinating from '#features/routing/server/coordinator.actions.ts';
import * as ladder from '#features/routing/server/ladder.actions.ts';
import type { Invite } from '#features/routing/rules/wire.ts';
import { createHash } from 'node:crypto';
import { ok } from '#kernel/result.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { PersonKey } from './cast.ts';
import { act, type World } from './world.ts';

type Seat = Invite['asks'][number]['seat'];
export type Picture = { tier: 't0' | 't1' | 't2'; mediaType: string; bytes: Uint8Array };

export const start = async (world: World, asker: PersonKey, lang: 'en' | 'fa', at: Date): Promise<Id> => {
  const id = newId(at, world.random);
  await act(world, asker, (tx, who) => cases.startCase(tx, who, id, lang, at));
  return id;
};

export const save = (world: World, asker: PersonKey, id: Id, content: SaveCase, at: Date): Promise<{ version: number }> =>
  act(world, asker, (tx, who) => cases.saveCase(tx, who, id, content, at));

export const post = (world: World, asker: PersonKey, id: Id, at: Date): Promise<unknown> =>
  act(world, asker, async (tx, who) => {
    await cases.bookOutcomes(tx, id, at);
    return cases.postCase(tx, who, id, at);
  });

/** A cleaned run with its pictures; the bytes are put where verified uploads lie. */
export const addRun = async (world: World, asker: PersonKey, id: Id, run: Omit<AddRun, 'id' | 'certificate'> & { certificate?: Record<string, unknown> }, pictures: readonly Picture[], at: Date): Promise<Id> => {
  const runId = newId(at, world.random);
  await act(world, asker, (tx, who) => cases.addRun(tx, who, id, { ...run, id: runId, certificate: { id: newId(at, world.random), body: run.certificate ?? {} } }, at));
  for (const { tier, mediaType, bytes } of pictures) {
    const objectId = newId(at, world.random);
    await world.house.blobs.put(objectId, bytes);
    await world.house.db.asNode((tx) => insertObject(tx, { id: objectId, runId, caseId: id, tier, mediaType, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest() }, at));
  }
  return runId;
};

export const mark = async (world: World, by: PersonKey, id: Id, drawn: Pick<AddMark, 'runId' | 'frame' | 'points' | 'note'> & { shape: 'arrow' | 'text' }, at: Date): Promise<Id> => {
  const markId = newId(at, world.random);
  await act(world, by, (tx, who) => cases.addMark(tx, who, id, { ...drawn, shape: drawn.shape as 'arrow', details: {}, id: markId }, at));
  return markId;
};

export const ask = async (world: World, asker: PersonKey, id: Id, experts: readonly (readonly [PersonKey, Seat])[], at: Date): Promise<Id[]> => {
  const asks = experts.map(([key, seat]) => ({ id: newId(at, world.random), personId: world.people[key].id, seat }));
  await act(world, asker, (tx, who) => routing.invite(tx, who, id, { asks }, at));
  return asks.map((a) => a.id);
};
export const see = (world: World, expert: PersonKey, askId: Id, at: Date): Promise<unknown> => act(world, expert, (tx, who) => routing.seen(tx, who, askId, at));
export const accept = (world: World, expert: PersonKey, askId: Id, at: Date): Promise<unknown> => act(world, expert, (tx, who) => routing.accept(tx, who, askId, at));
export const decline = (world: World, expert: PersonKey, askId: Id, note: string, at: Date): Promise<unknown> => act(world, expert, (tx, who) => routing.decline(tx, who, askId, { note, why: null }, at));
export const handOn = (world: World, expert: PersonKey, askId: Id, to: PersonKey, note: string, at: Date): Promise<unknown> =>
  act(world, expert, (tx, who) => routing.handOn(tx, who, askId, { personId: world.people[to].id, note }, at));
export const cancel = (world: World, asker: PersonKey, askId: Id, at: Date): Promise<unknown> => act(world, asker, (tx, who) => routing.cancel(tx, who, askId, at));

/** The asker lets the node ask the right people. */
export const letAsk = (world: World, asker: PersonKey, id: Id, at: Date): Promise<unknown> => act(world, asker, (tx, who) => ladder.begin(tx, who, id, { wanted: null }, at, world.random));
/** The coordinator lets a wave go as it stands, and the ladder sends it. */
export const letGo = async (world: World, coordinator: PersonKey, asker: PersonKey, id: Id, step: number, at: Date): Promise<void> => {
  const { queue } = await act(world, coordinator, (tx, who) => coordinating.console(tx, who, at));
  const wave = queue.find((one) => one.caseId === id)?.wave;
  if (!wave) throw new Error(`no wave of ${id} waits`);
  await act(world, coordinator, (tx, who) => coordinating.sendWave(tx, who, id, step, { people: wave.people.slice(0, wave.size).map(({ person }) => person.id) }, at, world.random));
  await act(world, asker, async (tx) => ok({ acted: await climb(tx, id, at, world.random) }));
};
/** The coordinator fills the coming week's rota, and two shifts fall out again. */
export const fillRota = (world: World, coordinator: PersonKey, at: Date): Promise<unknown> =>
  act(world, coordinator, async (tx, who) => {
    const filled = await coordinating.fillRota(tx, who, at, world.random);
    const rota = await coordinating.rota(tx, who, at);
    for (const shift of rota?.ok ? rota.value.shifts.filter((_, n) => n === 3 || n === 9) : []) await coordinating.removeShift(tx, who, shift.id, at);
    return filled;
  });

export const draft = (world: World, expert: PersonKey, id: Id, content: SaveOpinion, at: Date): Promise<unknown> =>
  act(world, expert, (tx, who) => opinions.saveDraft(tx, who, id, content, at));
/** The first gives, later ones revise. */
export const give = async (world: World, expert: PersonKey, id: Id, content: Omit<GiveOpinion, 'id'>, at: Date): Promise<Id> => {
  const opinionId = newId(at, world.random);
  await act(world, expert, (tx, who) => opinions.giveOpinion(tx, who, id, { ...content, id: opinionId }, at));
  return opinionId;
};
export const remark = (world: World, by: PersonKey, id: Id, lang: 'en' | 'fa', text: string, at: Date): Promise<unknown> =>
  act(world, by, (tx, who) => opinions.addRemark(tx, who, id, { id: newId(at, world.random), lang, text, pointer: null }, at));

export const decide = (world: World, asker: PersonKey, id: Id, decision: Decide, at: Date): Promise<unknown> => act(world, asker, (tx, who) => outcomes.decide(tx, who, id, decision, at));
export const tell = (world: World, asker: PersonKey, id: Id, moment: 'hospital' | 'd30' | 'y1', outcome: TellOutcome, at: Date): Promise<unknown> =>
  act(world, asker, (tx, who) => outcomes.tellOutcome(tx, who, id, moment, outcome, at));
export const withdraw = (world: World, asker: PersonKey, id: Id, reason: string, at: Date): Promise<unknown> => act(world, asker, (tx, who) => cases.withdrawCase(tx, who, id, reason, at));
