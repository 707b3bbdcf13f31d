// A made network: half of everybody's ties are near by (a town, a school), the others reach anybody, and the well known far more often: the
// best known of a million has about 30,000.

import type { EachTie } from '../../src/features/network/rules/graph/graph.ts';

/** What kinds and ages of ties come to, in thousandths (features/network/rules/strength.ts). */
const STRENGTHS = [900, 800, 800, 720, 640, 650, 600, 480, 390, 350, 300, 210] as const;

/** 32 random bits a call; the same for a seed. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
};

const KNOWN = 2.35;
/** The well known stand anywhere among the numbers. */
const scattered = (rank: number, people: number): number => (rank * 7_368_787) % people;

export const madeTies = (people: number, ties: number, seed: number): EachTie => (take) => {
  const next = chance(seed);
  for (let n = 0; n < ties; n++) {
    const a = next() % people;
    const far = next();
    const b = far % 2 === 0 ? (a + 1 + (next() % 120)) % people : scattered(Math.floor(people * (next() / 2 ** 32) ** KNOWN), people);
    if (a !== b) take(a, b, STRENGTHS[next() % STRENGTHS.length] as number);
  }
};

/** Two of three let themselves be asked; a few have room for one more request alone. */
export const madeRoom = (people: number): Uint8Array => {
  const next = chance(77);
  return Uint8Array.from({ length: people }, () => { const of = next() % 10; return of < 3 ? 0 : of < 5 ? 1 : 2; });
};
