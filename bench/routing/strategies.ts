// Three ways of finding people: the node's own ranking; the most famous first, under the same hard rules and the same ladder; one message to everybody.

import { POLICY } from '../../src/features/routing/rules/policy.ts';
import { aPerson, aQuestion, type PersonFeatures } from '../../src/features/routing/rules/route-input.ts';
import { leftOutBy } from '../../src/features/routing/rules/route-rules.ts';
import { route } from '../../src/features/routing/rules/route.ts';
import { paceOf } from '../../src/features/routing/rules/ladder.ts';
import { DAY, type Expert } from './habits.ts';
import type { Question } from './questions.ts';
import { type Strategy, weekOf, type World } from './simulate.ts';

/** The best three count; their latest hold them. */
const PIECES = 8;
/** "HH:MM" of minutes since midnight. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What a node would know of somebody: nothing of their true habits but what their asks so far have shown. */
const known = (world: World, expert: Expert, question: Question, now: number): PersonFeatures => {
  const mine = world.of.get(expert) ?? [];
  const due = mine.filter((one) => one.acceptBy <= now || one.state !== 'asked');
  const acted = Math.max(0, ...mine.flatMap(({ acceptedAt }) => acceptedAt ?? []));
  return aPerson({
    id: expert.id, site: expert.site, city: expert.place.city, languages: expert.place.languages, focus: expert.fields,
    evidence: mine.filter(({ state }) => state === 'answered').slice(-PIECES).flatMap((one, i) => [{ id: `${expert.id}-${i}`, kind: 'opinion' as const, at: one.at, text: '', concepts: one.question.topics.map((id) => ({ id, weight: 1 })) }]),
    onLeave: expert.away.some(({ from, to, declared }) => declared && now >= from && now < to), alreadyAsked: mine.some((one) => one.question === question),
    openAsks: mine.filter(({ state, at }) => (state === 'asked' || state === 'seen' || state === 'accepted') && at > now - 7 * DAY).length, capOpen: null, askedThisWeek: weekOf(mine, now), capWeek: expert.cap,
    quiet: expert.quiet && { from: clock(expert.quiet.from), to: clock(expert.quiet.to), timeZone: expert.place.zone }, answers: { asked: due.length, inTime: due.filter(({ acceptedAt, acceptBy }) => acceptedAt !== null && acceptedAt <= acceptBy).length }, lastActive: acted > 0 ? acted : null,
  });
};
const asked = (question: Question) => aQuestion({ concepts: question.topics.map((id) => ({ id, weight: 1 })), urgency: paceOf(question.urgency), languages: question.languages, site: question.site, city: question.city });

/** Names that colleagues gave come first, where every rule allows them: the ladder's warm start. */
const namedFirst = (world: World, question: Question, people: readonly PersonFeatures[], now: number): string[] =>
  [...new Set(world.named.get(question.id) ?? [])].filter((id) => people.some((one) => one.id === id && leftOutBy(one, asked(question), now) === null));

export const byRoute: Strategy = {
  name: 'ladder and ranking',
  next: (world, question, now) => {
    const people = world.experts.map((one) => known(world, one, question, now));
    const named = namedFirst(world, question, people, now);
    const { waves, reserve } = route({ asked: asked(question), people, policy: POLICY, now, seed: question.id, wanted: question.wanted });
    return [...named, ...[...waves.flatMap((wave) => wave.people), ...reserve].map(({ person }) => person).filter((id) => !named.includes(id))];
  },
};

export const byFame: Strategy = {
  name: 'most famous first',
  next: (world, question, now) => {
    const people = new Map(world.experts.map((one) => [one.id, known(world, one, question, now)]));
    const fits = (one: Expert) => one.fields.some(({ concept }) => question.topics.some((topic) => concept.split('.')[0] === topic.split('.')[0]));
    return [...world.experts].filter((one) => fits(one) && leftOutBy(people.get(one.id) as PersonFeatures, asked(question), now) === null).sort((a, b) => b.fame - a.fame).map(({ id }) => id);
  },
};

/** As in a group chat: nobody is left out but the asker's own place, and no cap can hold. */
export const toEverybody: Strategy = {
  name: 'post to everybody', all: true,
  next: (world, question) => world.experts.filter((one) => one.site !== question.site && one.place.city !== question.city).map(({ id }) => id),
};
