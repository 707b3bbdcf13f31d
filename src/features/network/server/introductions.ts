// Asking to be introduced, and answering. Ways are found here and stay here: the asker learns their number, and names when they are willing.

import { linesOf } from '#features/people/server/door.ts';
import { after } from '#kernel/clock.ts';
import { type Id, newId } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { presentLine } from '#features/people/rules/present.ts';
import { afterAgreed, holdsContact, LASTS_MS } from '../rules/introduction.ts';
import { type IntroductionRow, type IntroductionsView, type IntroductionView, presentIntroduction, type ReachView } from '../rules/introduction-view.ts';
import type { Introducing, Letter, Request, Told } from '../rules/introduction-wire.ts';
import { LIMITS } from '../rules/limits.ts';
import { type Way, waysApart } from '../rules/paths.ts';
import * as store from './introductions.store.ts';
import { areTied, isColleague, tellOf, tiesOf } from './store.ts';

const peopleOf = async (tx: Tx, rows: readonly IntroductionRow[], more: readonly string[] = []) => {
  const ids = rows.flatMap((r) => [r.askerId, ...(r.targetId ? [r.targetId] : []), ...r.steps.map((s) => s.personId), ...r.letters.map((l) => l.authorId), ...r.ends.map((e) => e.personId)]);
  return new Map((await linesOf(tx, [...new Set([...ids, ...more])])).map((line) => [line.id, line]));
};

export const list = async (tx: Tx, who: Who, now: Date): Promise<IntroductionsView> => {
  const [rows, introducing] = [await store.introductions(tx), await store.introducingOf(tx)];
  const people = await peopleOf(tx, rows, introducing.chosen);
  const views = rows.map((row) => presentIntroduction(who.id, row, people, now));
  return {
    mine: views.filter(({ part }) => part === 'asker'), asked: views.filter(({ part }) => part !== 'asker'),
    introducing: { whom: introducing.whom, chosen: introducing.chosen.flatMap((id) => { const line = people.get(id); return line === undefined ? [] : [presentLine(line)]; }) },
  };
};

export const one = async (tx: Tx, who: Who, id: string, now: Date): Promise<IntroductionView | null> => {
  const row = await store.introductionById(tx, id);
  return row ? presentIntroduction(who.id, row, await peopleOf(tx, [row]), now) : null;
};

/** Whom the viewer wants to reach: a person, or those of a centre. */
type Ends = { readonly person: string | null; readonly institution: string | null };
const endsOf = async (tx: Tx, { person, institution }: Ends): Promise<string[]> =>
  person !== null ? ((await isColleague(tx, person)) ? [person] : []) : institution !== null ? await store.peopleAt(tx, institution) : [];
const waysTo = (tx: Tx, ends: readonly string[], now: Date): Promise<Way[]> => waysApart((without) => store.bestWayTo(tx, ends, without, now));
const isFor = ({ person, institution }: Ends) => (i: { targetId: string | null; institutionId: string | null }): boolean => i.targetId === person && i.institutionId === institution;

export const reach = async (tx: Tx, who: Who, to: Ends, now: Date): Promise<ReachView | null> => {
  const ends = await endsOf(tx, to);
  const institution = to.institution === null ? null : ((await store.institutionById(tx, to.institution)) ?? null);
  if (to.person !== null ? ends.length === 0 : institution === null) return null;
  const [ties, lines] = [await tiesOf(tx), (await linesOf(tx, ends)).map(presentLine).sort((a, b) => a.nameEn.localeCompare(b.nameEn))];
  const direct = lines.filter(({ id }) => ties.includes(id));
  const ways = to.person !== null && direct.length > 0 ? [] : await waysTo(tx, ends.filter((id) => !ties.includes(id)), now);
  const open = (await store.openOwn(tx, now)).find(isFor(to))?.id ?? null;
  return { person: to.person === null ? null : (lines[0] ?? null), institution, people: to.person === null ? lines : [], direct, n: ways.length, may: { ask: who.verified && ways.length > 0 && open === null }, open };
};

export const ask = async (tx: Tx, who: Who, r: Request, now: Date, random: Random): Promise<Result<{ id: string; n: number }> | null> => {
  if (!who.verified) return refuse('forbidden', 'network.unverified');
  if (holdsContact(r.context) || holdsContact(r.promise)) return refuse('invalid', 'network.contactInside', {}, [holdsContact(r.context) ? 'context' : 'promise']);
  await store.alone(tx);
  const to = { person: r.personId, institution: r.institutionId };
  const open = await store.openOwn(tx, now);
  if (open.some(isFor(to))) return refuse('conflict', 'network.askedAlready');
  if (open.length >= LIMITS.openIntroductions) return refuse('too-many', 'network.tooManyIntroductions', { n: LIMITS.openIntroductions });
  const ends = await endsOf(tx, to);
  if (ends.length === 0) return null;
  if (r.personId !== null && (await areTied(tx, who.id, r.personId))) return refuse('conflict', 'network.knownAlready');
  const ties = await tiesOf(tx);
  const ways = await waysTo(tx, ends.filter((id) => !ties.includes(id)), now);
  if (ways.length === 0) return refuse('conflict', 'network.noWay');
  await store.addIntroduction(tx, { id: r.id, targetId: r.personId, institutionId: r.institutionId, lang: r.lang, context: r.context, promise: r.promise, askedAt: now, expiresAt: after(now, LASTS_MS) });
  for (const [i, way] of ways.entries()) {
    const on = [way.first, ...(way.second === null ? [] : [way.second]), way.end];
    for (const [at, personId] of on.entries()) {
      await store.addStep(tx, { id: newId(now, random), introductionId: r.id, route: i + 1, step: at + 1, part: at === on.length - 1 ? 'target' : 'middle', personId, askedAt: at === 0 ? now : null });
    }
    tellOf(tx, 'introduction-asked', r.id, way.first, now);
  }
  return ok({ id: r.id, n: ways.length });
};

/** The viewer's own step that waits for an answer. */
const waiting = async (tx: Tx, who: Who, id: string, now: Date): Promise<{ row: IntroductionRow; stepId: string; part: 'middle' | 'target' } | null> => {
  const row = await store.introductionById(tx, id);
  if (!row || !presentIntroduction(who.id, row, new Map(), now).may.answer) return null;
  const step = row.steps.find(({ personId, agreedAt, closedAt }) => personId === who.id && agreedAt === null && closedAt === null);
  return step ? { row, stepId: step.id, part: step.part } : null;
};

export const agree = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  await store.alone(tx);
  const at = await waiting(tx, who, id, now);
  if (!at) return null;
  const { ask: next, close } = afterAgreed(await store.wholeOf(tx, id), at.stepId);
  await store.agreeStep(tx, at.stepId, now);
  await store.move(tx, id, next, close, now);
  const whole = await store.wholeOf(tx, id);
  for (const step of whole.filter((s) => next.includes(s.id))) tellOf(tx, step.part === 'target' ? 'introduction-wanted' : 'introduction-asked', id, step.personId, now);
  tellOf(tx, at.part === 'target' ? 'introduction-agreed' : 'introduction-willing', id, at.row.askerId, now);
  if (at.part === 'target') for (const one of onTheWay(whole, at.stepId)) tellOf(tx, 'introduction-agreed', id, one, now);
  return ok({});
};
const onTheWay = (whole: Awaited<ReturnType<typeof store.wholeOf>>, targetStepId: string): string[] => {
  const route = whole.find(({ id }) => id === targetStepId)?.route;
  return whole.filter((s) => s.route === route && s.part === 'middle').map(({ personId }) => personId);
};

/** Nobody is told: to the asker it is as if it had not been read. */
export const pass = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  const at = await waiting(tx, who, id, now);
  if (!at) return null;
  await store.refuseStep(tx, at.stepId, now);
  return ok({});
};

export const takeBack = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<object> | null> => {
  await store.alone(tx);
  const row = await store.introductionById(tx, id);
  if (!row || !presentIntroduction(who.id, row, new Map(), now).may.takeBack) return null;
  await store.move(tx, id, [], (await store.wholeOf(tx, id)).map((s) => s.id), now);
  await store.takeBackIntroduction(tx, id, now);
  return ok({});
};

/** Everybody whom a letter reaches but its writer. */
const tellAll = async (tx: Tx, who: Who, row: IntroductionRow, kind: string, now: Date): Promise<void> => {
  const whole = await store.wholeOf(tx, row.id);
  const end = whole.find(({ part, agreedAt }) => part === 'target' && agreedAt !== null);
  const all = [row.askerId, ...(end ? [end.personId, ...onTheWay(whole, end.id)] : [])];
  for (const person of all.filter((one) => one !== who.id)) tellOf(tx, kind, row.id, person, now);
};

export const write = async (tx: Tx, who: Who, id: string, letter: Letter, now: Date): Promise<Result<object> | null> => {
  const row = await store.introductionById(tx, id);
  if (!row?.open) return null;
  await store.addLetter(tx, { ...letter, introductionId: id, at: now });
  await tellAll(tx, who, row, 'introduction-letter', now);
  return ok({});
};

export const tell = async (tx: Tx, who: Who, id: string, told: Told, now: Date): Promise<Result<object> | null> => {
  const row = await store.introductionById(tx, id);
  if (!row || !presentIntroduction(who.id, row, new Map(), now).may.tell) return null;
  await store.addEnd(tx, { introductionId: id, ...told, at: now });
  await tellAll(tx, who, row, 'introduction-told', now);
  return ok({});
};

export const introduce = async (tx: Tx, { whom, chosen }: Introducing, now: Date): Promise<Result<object>> => {
  await store.setIntroducing(tx, whom, whom === 'chosen' ? [...new Set<Id>(chosen)] : [], now);
  return ok({});
};
