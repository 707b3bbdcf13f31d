import fc from 'fast-check';
import { concepts } from 'language';
import { expect, test } from 'vitest';
import { readNetwork } from './evidence.ts';
import { POLICY } from './policy.ts';
import { rankIn } from './ranking.ts';
import { aPerson, aQuestion, type PersonFeatures } from './route-input.ts';
import { WideNetwork } from './wide-network.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const DAY = 86_400_000;
const ids = concepts.terms.map(({ id }) => id).slice(0, 30);
const vocabulary = ['stump', 'retrograde', 'wire', 'burr', 'calcium', 'valve', 'shock', 'pump', 'stent', 'balloon', 'نجات', 'رتروگرید'];

const concept = fc.record({ id: fc.constantFrom(...ids), weight: fc.constantFrom(1, 0.5, 0.25) });
const piece = fc.record({ at: fc.option(fc.integer({ min: 1, max: 3000 }).map((days) => NOW - days * DAY)), text: fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' ')), concepts: fc.array(concept, { maxLength: 3 }) });
const person = fc.record({
  site: fc.option(fc.constantFrom('s1', 's2', 's3', 's4')), city: fc.option(fc.constantFrom('c1', 'c2')), languages: fc.subarray(['en', 'fa', 'fr']), circles: fc.subarray(['g1', 'g2', 'g3']),
  openAsks: fc.integer({ min: 0, max: 4 }), capOpen: fc.option(fc.integer({ min: 1, max: 5 })), onLeave: fc.boolean(), tie: fc.constantFrom(0, 0, 0.5, 1),
  answers: fc.option(fc.record({ asked: fc.integer({ min: 4, max: 20 }), inTime: fc.integer({ min: 0, max: 4 }) })), lastActive: fc.option(fc.integer({ min: 0, max: 60 }).map((days) => NOW - days * DAY)),
  focus: fc.array(fc.record({ concept: fc.constantFrom(...ids), level: fc.constantFrom('learning' as const, 'independent' as const, 'reference' as const), casesPerYear: fc.option(fc.integer({ min: 0, max: 300 })) }), { maxLength: 4 }),
  evidence: fc.array(piece, { maxLength: 5 }),
});
const people = fc.array(person, { minLength: 1, maxLength: 150 }).map((all) => all.map(({ evidence, ...one }, i): PersonFeatures =>
  aPerson({ ...one, id: `p${String(i).padStart(3, '0')}`, evidence: evidence.map((of, k) => ({ ...of, id: String(k), kind: 'opinion' as const })) })));
const question = fc.record({ concepts: fc.array(concept, { maxLength: 4 }), text: fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map((words) => words.join(' ')), languages: fc.subarray(['en', 'fa']), city: fc.option(fc.constantFrom('c1', 'c2')) }).map(aQuestion);
const strip = ({ evidence, ...one }: PersonFeatures): PersonFeatures => ({ ...one, evidence: evidence.map((of) => ({ ...of })) });

const both = (all: readonly PersonFeatures[], wide: WideNetwork, asked: ReturnType<typeof aQuestion>, now: number) => {
  const slow = rankIn(readNetwork(all), { asked, policy: POLICY, now, figures: wide.figures }, 7).ranking;
  expect(wide.best(asked, now, 7)).toEqual(slow);
};

test('the best seven found by bounds are the best seven of all, score by score and part by part', () => {
  fc.assert(fc.property(people, question, fc.integer({ min: 0, max: 40 }), (all, asked, days) => {
    const means = readNetwork(all).at(NOW);
    both(all, new WideNetwork(all.map(strip), POLICY, NOW, means), asked, NOW + days * DAY);
  }), { numRuns: 300 });
});

test('whoever is new or has changed is seen by the next case', () => {
  fc.assert(fc.property(people, people, question, (before, after, asked) => {
    const means = readNetwork(before).at(NOW);
    const wide = new WideNetwork(before, POLICY, NOW, means);
    wide.update(after);
    both([...new Map([...before, ...after].map((one) => [one.id, one])).values()], wide, asked, NOW);
  }), { numRuns: 100 });
});

test('of three thousand, where bounds leave almost everybody out unseen, the answer is still the whole one', () => {
  const all = fc.sample(people, { numRuns: 900, seed: 3 }).flat().slice(0, 3000).map((one, i) => ({ ...one, id: `p${i}` }));
  const wide = new WideNetwork(all, POLICY, NOW, readNetwork(all).at(NOW));
  const looked = fc.sample(question, { numRuns: 60, seed: 5 }).map((asked) => { both(all, wide, asked, NOW); return wide.looked; });
  expect(all.length).toBeGreaterThan(2000);
  expect(Math.max(...looked)).toBeLessThan(all.length / 2);
});
