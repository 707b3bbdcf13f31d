// Lets the stories of the demo happen: every act of every story in the order of its time, so that caps and clocks count as they would have.

import type { CaseFields, SaveCase } from '#features/cases/rules/wire.ts';
import { after, HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import * as acts from '../acts.ts';
import type { PersonKey } from '../cast.ts';
import { type Film, filmsOf } from '../films.ts';
import type { World } from '../world.ts';
import type { ArrowTold, AskTold, OpinionTold, Told } from './told.ts';

export type Act = { at: number; does(now: Date): Promise<unknown> };
type Going = { world: World; told: Told; id: Id; runs: Map<number, Id>; asks: Map<PersonKey, Id>; opinions: Map<PersonKey, Id> };

const dated = (fields: CaseFields, at: Date): CaseFields =>
  fields.scores ? { ...fields, scores: fields.scores.map((s) => ({ ...s, on: at.toISOString().slice(0, 10) })) } : fields;

const contentOf = (told: Told, now: Date): SaveCase => ({
  version: 1, lang: told.lang, kind: told.kind ?? 'consult', urgency: told.urgency ?? 'elective', audience: told.audience ?? 'people', hidden: told.hidden ?? false,
  decideBy: after(now, told.decideBy * HOUR_MS).toISOString(), fields: dated(told.fields, after(now, told.started * HOUR_MS)), texts: told.texts, ...(told.plan ? { plan: told.plan } : {}),
});

const draw = async (going: Going, by: PersonKey, arrow: ArrowTold, at: Date): Promise<Id[]> => {
  const runId = going.runs.get(arrow.run);
  return runId ? [await acts.mark(going.world, by, going.id, { runId, frame: arrow.frame, shape: 'arrow', points: arrow.points, note: arrow.note }, at)] : [];
};

const give = async (going: Going, who: PersonKey, told: OpinionTold, at: Date): Promise<void> => {
  const marks = told.arrow ? await draw(going, who, told.arrow, at) : [];
  const id = await acts.give(going.world, who, going.id, { lang: told.lang ?? 'en', body: { ...told.body, ...(marks.length > 0 ? { marks } : {}) }, texts: { en: told.en, fa: told.fa } }, at);
  going.opinions.set(who, id);
};

const askActs = (going: Going, ask: AskTold): Act[] => {
  const { world } = going;
  const id = () => going.asks.get(ask.who) as Id;
  const { who, seen, accepted, declined, handedOn, draft, opinions = [] } = ask;
  return [
    { at: ask.asked, does: async (at) => { going.asks.set(who, (await acts.ask(world, going.told.asker, going.id, [[who, ask.seat ?? 'operator']], at))[0] as Id); } },
    ...(seen === undefined ? [] : [{ at: seen, does: (at: Date) => acts.see(world, who, id(), at) }]),
    ...(accepted === undefined ? [] : [{ at: accepted, does: (at: Date) => acts.accept(world, who, id(), at) }]),
    ...(declined ? [{ at: declined.at, does: (at: Date) => acts.decline(world, who, id(), declined.note, at) }] : []),
    ...(handedOn ? [{ at: handedOn.at, does: (at: Date) => acts.handOn(world, who, id(), handedOn.to, handedOn.note, at) }] : []),
    ...(draft ? [{ at: draft.at, does: (at: Date) => acts.draft(world, who, going.id, { version: 0, lang: draft.lang ?? 'en', body: draft.body, texts: { en: draft.en, fa: draft.fa } }, at) }] : []),
    ...opinions.map((o) => ({ at: o.at, does: (at: Date) => give(going, who, o, at) })),
  ];
};

const forMeActs = (going: Going): Act[] => {
  const { world, told: { asker, forMe } } = going;
  if (!forMe) return [];
  return [
    { at: forMe.begun, does: (at) => acts.letAsk(world, asker, going.id, at) },
    ...forMe.looked.map((at, step) => ({ at, does: (now: Date) => acts.letGo(world, 'leila', asker, going.id, step, now) })),
  ];
};

const endActs = (going: Going): Act[] => {
  const { world, told } = going;
  const { decision, withdrawn } = told;
  const followed = () => (decision?.followed ?? []).flatMap((key) => going.opinions.get(key) ?? []);
  return [
    ...(told.remarks ?? []).map((r) => ({ at: r.at, does: (at: Date) => acts.remark(world, r.by, going.id, r.lang, r.text, at) })),
    ...(decision ? [{ at: decision.at, does: (at: Date) => acts.decide(world, told.asker, going.id, { lang: told.lang, choice: decision.choice, texts: { en: decision.en, fa: decision.fa }, followed: followed() }, at) }] : []),
    ...(told.outcomes ?? []).map((o) => ({ at: o.at, does: (at: Date) => acts.tell(world, told.asker, going.id, o.moment, { lang: told.lang, result: o.result, details: o.details ?? {}, texts: { en: o.en, fa: o.fa } }, at) })),
    ...(withdrawn ? [{ at: withdrawn.at, does: (at: Date) => acts.withdraw(world, told.asker, going.id, withdrawn.reason, at) }] : []),
  ];
};

const openActs = (going: Going, films: readonly Film[], now: Date): Act[] => {
  const { world, told } = going;
  const fill = async (at: Date): Promise<void> => {
    for (const f of films) going.runs.set(f.run, await acts.addRun(world, told.asker, going.id, { kind: 'xa', label: f.label, position: f.run - 1, sidecar: f.sidecar, certificate: f.certificate }, f.pictures, at));
    for (const arrow of told.arrows ?? []) await draw(going, told.asker, arrow, at);
  };
  return [
    { at: told.started, does: async (at) => {
      going.id = await acts.start(world, told.asker, told.lang, at);
      await acts.save(world, told.asker, going.id, contentOf(told, now), at);
      await fill(at);
    } },
    ...(told.posted === undefined ? [] : [{ at: told.posted, does: (at: Date) => acts.post(world, told.asker, going.id, at) }]),
  ];
};

/** Tells all stories; the id of each case by its key. `films: false` leaves the pictures out. */
export const tell = async (world: World, stories: readonly Told[], now: Date, films = true): Promise<Record<string, Id>> => {
  const plots = await Promise.all(stories.map(async (told) => {
    const going: Going = { world, told, id: '' as Id, runs: new Map(), asks: new Map(), opinions: new Map() };
    const shown = films && told.film ? await filmsOf(told.film) : [];
    return { going, acts: [...openActs(going, shown, now), ...(told.asks ?? []).flatMap((a) => askActs(going, a)), ...forMeActs(going), ...endActs(going)] };
  }));
  for (const one of plots.flatMap((p) => p.acts).sort((a, b) => a.at - b.at)) await one.does(after(now, one.at * HOUR_MS));
  return Object.fromEntries(plots.map(({ going }) => [going.told.key, going.id]));
};
