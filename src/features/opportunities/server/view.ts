// One opportunity as its viewer reads it, and the list of those there are for them.

import { linesOf } from '#features/people/server/door.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { presentLine } from '#features/people/rules/present.ts';
import { LIMITS } from '../rules/limits.ts';
import { type OpportunityLine, type OpportunityRow, type OpportunityView, type PosterRows, presentOpportunity, presentOpportunityLine } from '../rules/present.ts';
import { fits, missOf, type Offer, type Wants } from '../rules/wants.ts';
import { planOf } from './actions.ts';
import * as circulation from './circulation.store.ts';
import { toldMe, wereThere, willingAbout } from './looking.store.ts';
import { opportunitiesSeen, opportunityById } from './store.ts';

const forPoster = async (tx: Tx, o: OpportunityRow): Promise<PosterRows> => {
  const plan = await planOf(tx, o.id);
  const draft = o.phase === 'draft';
  return {
    plan, chain: await circulation.chain(tx, o.id), interests: await circulation.interests(tx, o.id), widenings: await circulation.widenings(tx, o.id), named: await linesOf(tx, plan.named),
    barred: draft ? { people: await linesOf(tx, plan.barredPeople), institutions: await circulation.institutionsOf(tx, plan.barredInstitutions) }
      : { people: await circulation.barredPeople(tx, o.id), institutions: await circulation.barredInstitutions(tx, o.id) },
  };
};

/** Whom of those who told the viewer a posted opportunity fits. Their passports are theirs: that wish is left to the node, which tells them. */
const fitsWho = async (tx: Tx, o: OpportunityRow, now: Date) => {
  if (o.phase !== 'posted') return [];
  const told = (await toldMe(tx)).filter(({ id, wants }) => id !== o.posterId && fits({ ...wants, myPassport: false }, offerOf(o), [], now));
  return [...new Map(told.map((row) => [row.id, presentLine(row)])).values()];
};

export const view = async (tx: Tx, who: Who, id: string, now: Date): Promise<Result<OpportunityView>> => {
  const o = await opportunityById(tx, id);
  if (!o) return refuse('not-found', 'web.notFound');
  const poster = o.standing === 'poster' ? await forPoster(tx, o) : null;
  const there = o.place === null || o.phase === 'draft' ? null : {
    people: (await wereThere(tx, o.place.id)).map((row) => ({ person: presentLine(row), fromYear: row.fromYear, toYear: row.toYear })), willing: await willingAbout(tx, o.place.id),
  };
  const people = new Map((await linesOf(tx, poster?.chain.flatMap(({ person }) => person ?? []) ?? [])).map((row) => [row.id, presentLine(row)]));
  return ok(presentOpportunity(who.seesCases, o, {
    from: await circulation.handedBy(tx, id), given: await circulation.given(tx, id), questions: await circulation.questions(tx, id), closing: await circulation.closing(tx, id), poster, people, there, fitsWho: await fitsWho(tx, o, now),
  }));
};

export const offerOf = (o: OpportunityRow): Offer => ({ type: o.type, topics: o.topics, country: o.place?.country ?? null, startsOn: o.startsOn, deadline: o.deadline, fields: o.fields });

export type ListView = { readonly found: readonly OpportunityLine[]; readonly mine: readonly OpportunityLine[]; /** Left out because they do not say whether a wish is met. */ readonly silent: number };

/** What there is for the viewer that meets `wanted`; their own apart. What is closed stays on its page and leaves the list. */
export const list = async (tx: Tx, wanted: Wants, passports: readonly string[], now: Date): Promise<ListView> => {
  const all = await opportunitiesSeen(tx, LIMITS.listed);
  const open = all.filter(({ standing, phase }) => standing !== 'poster' && phase === 'posted').map((o) => ({ o, miss: missOf(wanted, offerOf(o), passports, now) }));
  return {
    found: open.filter(({ miss }) => miss === null).map(({ o }) => presentOpportunityLine(o)), silent: open.filter(({ miss }) => miss?.silent).length,
    mine: all.filter(({ standing }) => standing === 'poster').map(presentOpportunityLine),
  };
};
