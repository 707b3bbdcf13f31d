// Whom the ladder asks next: the one narrow way from the ladder to the ranking.

import { after, DAY_MS } from '#kernel/clock.ts';
import type { Tx } from '#server/db.ts';
import { isQuiet } from '#features/people/rules/quiet.ts';
import type { Pace } from '../rules/ladder.ts';
import { seatOf } from '../rules/seat-of.ts';
import { leftOutBy, type Reason, suggest } from '../rules/suggest.ts';
import * as ladder from './ladder.store.ts';
import * as store from './store.ts';

export const look = async (tx: Tx, caseId: string, now: Date) => {
  const [people, place, { topics }] = [
    await store.candidates(tx, caseId, now.toISOString().slice(0, 10), after(now, -7 * DAY_MS)), await store.viewerPlace(tx), await store.caseTopics(tx, caseId),
  ];
  return { people, wanted: { topics, ...place } };
};

export type Next = { readonly personId: string; readonly reasons: readonly (Reason | { key: 'handed-on' } | { key: 'on-call' })[] };
export type Whom = {
  /** Best first, everybody who may be asked now; names that colleagues gave instead of themselves come before all others. */
  readonly ranked: readonly Next[];
  /** Whether somebody may be asked now, by every rule; the ranking is not asked. */
  may(personId: string): boolean;
  seat(personId: string): string;
};

export const whom = async (tx: Tx, caseId: string, pace: Pace, now: Date): Promise<Whom> => {
  const { people, wanted } = await look(tx, caseId, now);
  const found = suggest(people, wanted, people.length).suggestions;
  const named = await ladder.namedInstead(tx, caseId);
  const quiet = new Map((await ladder.quietOf(tx, people.map(({ id }) => id))).map((one) => [one.id, one]));
  const sleeps = (id: string): boolean => {
    const one = quiet.get(id);
    return one !== undefined && isQuiet(now, one.timeZone, one.quietFrom, one.quietTo) && !(pace === 'now' && one.wakesForNow);
  };
  const allowed = new Set(people.filter((one) => leftOutBy(one, wanted) === null && !sleeps(one.id)).map(({ id }) => id));
  const first = [...new Set(named)].map((personId): Next => ({ personId, reasons: [{ key: 'handed-on' }, ...(found.find((f) => f.personId === personId)?.reasons ?? [])].slice(0, 4) as Next['reasons'] }));
  const rest = found.filter(({ personId }) => !named.includes(personId)).map(({ personId, reasons }): Next => ({ personId, reasons }));
  return { ranked: [...first, ...rest].filter(({ personId }) => allowed.has(personId)), may: (id) => allowed.has(id), seat: (id) => seatOf(quiet.get(id)?.stage ?? '') };
};
