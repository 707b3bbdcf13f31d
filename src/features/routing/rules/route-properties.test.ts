// What must hold for any network and any case: the same bytes in any order, no worse by knowing more, nothing by whom nobody picked, nobody over a cap.

import fc from 'fast-check';
import { concepts } from 'language';
import { expect, test } from 'vitest';
import { readNetwork } from './evidence.ts';
import { POLICY } from './policy.ts';
import { aPerson, aQuestion, type PersonFeatures, type RouteInput } from './route-input.ts';
import { route, routeIn } from './route.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const DAY = 86_400_000;
const ids = concepts.terms.map(({ id }) => id).filter((id) => id.startsWith('cor'));
const piece = fc.record({ days: fc.integer({ min: 1, max: 2000 }), concept: fc.constantFrom(...ids), word: fc.constantFrom('stump', 'wire', 'calcium', 'تنگی') });
const person = fc.record({
  site: fc.option(fc.constantFrom('s1', 's2', 's3')), city: fc.option(fc.constantFrom('c1', 'c2')), languages: fc.subarray(['en', 'fa']), circles: fc.subarray(['g1', 'g2']), onLeave: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  openAsks: fc.integer({ min: 0, max: 2 }), capOpen: fc.option(fc.integer({ min: 0, max: 5 })), askedThisWeek: fc.integer({ min: 0, max: 2 }), capWeek: fc.option(fc.integer({ min: 0, max: 5 })),
  asked: fc.integer({ min: 0, max: 12 }), share: fc.double({ min: 0, max: 1, noNaN: true }), focus: fc.option(fc.constantFrom(...ids)), evidence: fc.array(piece, { maxLength: 4 }),
});
const people = fc.array(person, { minLength: 1, maxLength: 40 }).map((all) => all.map(({ asked, share, focus, evidence, ...one }, i): PersonFeatures => aPerson({
  ...one, id: `p${String(i).padStart(2, '0')}`, answers: { asked, inTime: Math.round(asked * share) }, loops: { closed: asked, fitted: Math.round(asked * share) },
  focus: focus === null ? [] : [{ concept: focus, level: 'independent', casesPerYear: 40 }],
  evidence: evidence.map(({ days, concept, word }, k) => ({ id: `${i}.${k}`, kind: 'opinion', at: NOW - days * DAY, text: word, concepts: [{ id: concept, weight: 1 }] })),
})));
const asking = fc.record({ topics: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }), hidden: fc.boolean(), city: fc.option(fc.constantFrom('c1', 'c2')), urgency: fc.constantFrom('now' as const, 'days' as const, 'weeks' as const) })
  .map(({ topics, ...one }) => aQuestion({ ...one, text: 'wire stump', languages: ['en', 'fa'], concepts: topics.map((id) => ({ id, weight: 1 })) }));
const input = (all: readonly PersonFeatures[], asked: RouteInput['asked']): RouteInput => ({ asked, people: all, policy: POLICY, now: NOW, seed: 'case', wanted: 3 });
const everybody = ({ waves, reserve }: ReturnType<typeof route>) => [...waves.flatMap((wave) => wave.people), ...reserve];

test('ten thousand shuffles of the people, their evidence and the topics give identical bytes', () => {
  const all = fc.sample(people, { numRuns: 40, seed: 7 }).flat().slice(0, 40).map((one, i) => ({ ...one, id: `p${i}` }));
  const asked = aQuestion({ concepts: ['cor', 'cor.cto', 'cor.calc', 'cor.lm'].map((id, i) => ({ id, weight: 1 / (i + 1) })), text: 'wire stump تنگی', languages: ['en', 'fa'] });
  const expected = JSON.stringify(route(input(all, asked)));
  expect(everybody(route(input(all, asked))).length).toBeGreaterThan(10);
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(fc.property(shuffled(all), shuffled(asked.concepts), fc.boolean(), (mixed, topics, turn) => {
    const turned = turn ? mixed.map((one) => ({ ...one, evidence: [...one.evidence].reverse(), focus: [...one.focus].reverse(), circles: [...one.circles].reverse() })) : mixed;
    expect(JSON.stringify(route(input(turned, { ...asked, concepts: topics })))).toBe(expected);
  }), { numRuns: 10_000 });
}, 120_000);

const better: readonly ((one: PersonFeatures) => PersonFeatures)[] = [
  (one) => ({ ...one, evidence: [...one.evidence, { id: 'new', kind: 'opinion', at: NOW - DAY, text: 'wire stump', concepts: [{ id: 'cor.cto', weight: 1 }] }] }),
  (one) => ({ ...one, focus: [...one.focus, { concept: 'cor.cto', level: 'reference', casesPerYear: 100 }] }),
  (one) => ({ ...one, answers: { asked: (one.answers?.asked ?? 0) + 1, inTime: (one.answers?.inTime ?? 0) + 1 } }),
  (one) => ({ ...one, lastActive: NOW - DAY }),
  (one) => ({ ...one, loops: { closed: (one.loops?.closed ?? 0) + 1, fitted: (one.loops?.fitted ?? 0) + 1 } }),
  (one) => ({ ...one, tie: 1 }),
  (one) => ({ ...one, openAsks: Math.max(0, one.openAsks - 1), askedThisWeek: Math.max(0, one.askedThisWeek - 1) }),
];

test('whoever knows or does more scores no less, the network’s figures held', () => {
  fc.assert(fc.property(people, asking, fc.constantFrom(...better), (all, asked, improve) => {
    const figures = readNetwork(all).at(NOW);
    const scores = (of: readonly PersonFeatures[]) => new Map(everybody(routeIn(readNetwork(of), { ...input(of, asked), figures })).map(({ person: id, parts }) =>
      [id, parts.filter(({ feature }) => feature !== 'independence').reduce((sum, { points }) => sum + points, 0)]));
    const before = scores(all);
    for (const [id, score] of before) expect(scores(all.map((one) => (one.id === id ? improve(one) : one))).get(id) ?? Number.NEGATIVE_INFINITY).toBeGreaterThanOrEqual(score);
  }), { numRuns: 60 });
});

test('taking away somebody whom nobody picked changes nothing, the network’s figures held', () => {
  fc.assert(fc.property(people, asking, (all, asked) => {
    // Who is drawn to explore depends on all who qualify; everything else must not.
    const policy = { ...POLICY, explore: { ...POLICY.explore, oneIn: 0 } };
    const network = readNetwork(all);
    const figures = network.at(NOW);
    const whole = routeIn(network, { ...input(all, asked), policy, figures });
    const picked = new Set(everybody(whole).map(({ person: id }) => id));
    for (const { id } of all) {
      if (picked.has(id)) continue;
      const less = all.filter((one) => one.id !== id);
      expect(everybody(routeIn(readNetwork(less), { ...input(less, asked), policy, figures }))).toEqual(everybody(whole));
    }
  }), { numRuns: 60 });
});

test('nobody who is over a cap, on leave or of the asker’s city is ever asked, and everybody left out is counted once', () => {
  fc.assert(fc.property(people, asking, (all, asked) => {
    const routed = route(input(all, asked));
    const byId = new Map(all.map((one) => [one.id, one]));
    for (const { person: id } of everybody(routed)) {
      const one = byId.get(id) as PersonFeatures;
      expect(one.capOpen === null || one.openAsks < one.capOpen).toBe(true);
      expect(one.capWeek === null || one.askedThisWeek < one.capWeek).toBe(true);
      expect(one.onLeave || (asked.city !== null && one.city === asked.city)).toBe(false);
    }
    expect(routed.leftOut.reduce((sum, { count }) => sum + count, 0) + routed.coverage.eligible).toBe(all.length);
  }), { numRuns: 300 });
});

test('of a hidden case, another asker of the same place and another tie change no byte', () => {
  fc.assert(fc.property(people, asking, (all, asked) => {
    const hidden = { ...asked, hidden: true };
    const tied = all.map((one, i) => ({ ...one, tie: (i % 3) / 2 }));
    expect(JSON.stringify(route(input(tied, hidden)))).toBe(JSON.stringify(route(input(all, hidden))));
  }), { numRuns: 200 });
});
