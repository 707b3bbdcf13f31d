// Whom a case goes to next: the one narrow way from the database to the routing function, for suggestions, named asks and the ladder.

import type { Tx } from '#server/db.ts';
import { askedOf } from '../rules/case-asked.ts';
import { type Known, type Network, readNetwork } from '../rules/evidence.ts';
import { personOf } from '../rules/person-row.ts';
import { POLICY } from '../rules/policy.ts';
import { keptReasons, type Reason, reasonsOf } from '../rules/reasons.ts';
import { type Routed, routeIn } from '../rules/route.ts';
import type { Asked } from '../rules/route-input.ts';
import { leftOutBy, type Rule } from '../rules/route-rules.ts';
import { valuesOf } from '../rules/score.ts';
import { questionOf } from '../rules/score-evidence.ts';
import { seatOf } from '../rules/seat-of.ts';
import { wantedOpinions } from '../rules/wanted.ts';
import * as evidence from './evidence.store.ts';
import * as ladder from './ladder.store.ts';
import * as store from './store.ts';

export type Look = { readonly caseId: string; readonly asked: Asked; readonly network: Network; readonly now: number; readonly wanted: number };

export const look = async (tx: Tx, caseId: string, now: Date): Promise<Look> => {
  const [rows, place, of] = [await evidence.peopleFor(tx, caseId, now), await store.viewerPlace(tx), await evidence.caseAsked(tx, caseId)];
  const row = of ?? { fields: {}, texts: {}, urgency: 'elective', hidden: false };
  return { caseId, asked: askedOf(row, place), network: readNetwork(rows.map(personOf)), now: now.getTime(), wanted: wantedOpinions(await store.weighedOf(tx, caseId)) };
};

const known = ({ network }: Look, personId: string): Known | undefined => network.known.find(({ person }) => person.id === personId);

/** The seed is the case: nothing of its asker decides who is drawn. */
export const routed = ({ asked, network, now, caseId, wanted }: Look): Routed =>
  routeIn(network, { asked, policy: POLICY, now, seed: caseId, wanted, seated: network.known.filter(({ person }) => person.alreadyAsked).length });

/** Why this person: by what they know and do alone, whoever else there is. */
export const why = (of: Look, personId: string): Reason[] => {
  const one = known(of, personId);
  if (one === undefined) return [];
  const figures = of.network.at(of.now);
  const q = questionOf(of.asked, of.network, figures, POLICY, of.now);
  return keptReasons(reasonsOf(one, of.asked, q, valuesOf(one, of.asked, q)), of.asked.hidden);
};

/** The rule that leaves a person out now, or null. Who is not known here is not verified, or shall not be met. */
export const ruleOf = (of: Look, personId: string): Rule | null => {
  const one = known(of, personId);
  return one === undefined ? 'unverified' : leftOutBy(one.person, of.asked, of.now);
};

export type Next = { readonly personId: string; readonly reasons: readonly (Reason | { key: 'handed-on' } | { key: 'on-call' })[] };
export type Whom = {
  /** Best first, all who may be asked now and fit; names that colleagues gave instead of themselves come before all others. */
  readonly ranked: readonly Next[];
  /** Whether somebody may be asked now, by every rule; the ranking is not asked. */
  may(personId: string): boolean;
  seat(personId: string): string;
};

export const whom = async (tx: Tx, caseId: string, now: Date): Promise<Whom> => {
  const of = await look(tx, caseId, now);
  const { waves, reserve } = routed(of);
  const named = [...new Set(await ladder.namedInstead(tx, caseId))];
  const stages = new Map((await ladder.stagesOf(tx, of.network.known.map(({ person }) => person.id))).map(({ id, stage }) => [id, stage]));
  const may = (personId: string): boolean => ruleOf(of, personId) === null;
  const first = named.map((personId): Next => ({ personId, reasons: [{ key: 'handed-on' }, ...why(of, personId)] }));
  const rest = [...waves.flatMap(({ people }) => people), ...reserve].filter(({ person }) => !named.includes(person))
    .map(({ person, reasons }): Next => ({ personId: person, reasons: keptReasons(reasons, of.asked.hidden) }));
  return { ranked: [...first.filter(({ personId }) => may(personId)), ...rest], may, seat: (id) => seatOf(stages.get(id) ?? '') };
};
