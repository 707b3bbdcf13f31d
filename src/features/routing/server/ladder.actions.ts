// The asker lets the node ask the right people, looks how far it is, or takes it back into their own hands.

import { linesOf } from '#features/people/server/door.ts';
import type { Random } from '#kernel/random.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { withCase } from '#features/cases/server/door.ts';
import { presentLine } from '#features/people/rules/present.ts';
import { beginsAt } from '../rules/jitter.ts';
import { paceOf } from '../rules/ladder.ts';
import { type Asking, stepViews } from '../rules/ladder-view.ts';
import { wantedOpinions } from '../rules/wanted.ts';
import type { Begin } from '../rules/wire.ts';
import { climb, factsOf } from './climb.ts';
import * as store from './ladder.store.ts';
import { weighedOf } from './store.ts';

export const begin = async (tx: Tx, who: Who, caseId: string, { wanted }: Begin, now: Date, random: Random): Promise<Result<object>> => {
  const at = await withCase(tx, who, caseId, 'ask');
  if (!at.ok) return at;
  const known = await store.ladderOf(tx, caseId);
  if (known) return known.endedWhy ? refuse('conflict', 'routing.ladderEnded') : ok({});
  const from = beginsAt(now, at.value.hidden, paceOf(at.value.urgency), random);
  await store.insertLadder(tx, caseId, wanted ?? wantedOpinions(await weighedOf(tx, caseId)), from);
  if (from <= now) await climb(tx, caseId, now, random);
  else store.enqueueClimb(tx, caseId, from);
  return ok({});
};

/** Nobody more is asked; who was asked stays asked. */
export const stop = async (tx: Tx, who: Who, caseId: string, now: Date): Promise<Result<object> | null> => {
  const at = await withCase(tx, who, caseId, 'ask');
  if (!at.ok) return at;
  if (!(await store.ladderOf(tx, caseId))) return null;
  await store.endLadder(tx, caseId, 'asker', now);
  await store.lookAgain(tx, caseId, null);
  return ok({});
};

/** For the asker alone; nothing where the asker chose the people by hand, and for every other reader. */
export const view = async (tx: Tx, who: Who, caseId: string, now: Date): Promise<Result<Asking> | null> => {
  const at = await withCase(tx, who, caseId, 'read');
  if (!at.ok) return null;
  const ladder = at.value.isAsker ? await store.ladderOf(tx, caseId) : undefined;
  if (!ladder) return ok({ ladder: null });
  const facts = await factsOf(tx, ladder, now);
  const wave = ladder.endedWhy ? undefined : (await store.wavesOf(tx, caseId)).find(({ takenAt }) => takenAt === null);
  const people = wave ? (await store.wavePeople(tx, caseId, wave.step)).slice(0, wave.size).map(({ personId }) => personId) : [];
  const lines = new Map((await linesOf(tx, people)).map((line) => [line.id, presentLine(line)]));
  return ok({ ladder: {
    wanted: facts.wanted, given: facts.opinions, ended: ladder.endedWhy, begun: ladder.beginsAt <= now, steps: stepViews(facts),
    next: wave ? { goesAt: wave.goesAt.toISOString(), people: people.flatMap((id) => lines.get(id) ?? []) } : null,
  } });
};
