// A large invented network: a few fields that most work in and many that few do, few who write much, words as skewed as in any language. By seed alone.

import { concepts } from 'language';
import { aPerson, aQuestion, type Asked, type Focus, type PersonFeatures, type Piece } from '#features/routing/rules/route-input.ts';

const DAY = 86_400_000;
const fields = concepts.terms.filter(({ parent }) => parent !== null).map(({ id }) => id);
const VOCABULARY = 20_000;

/** mulberry32: enough for figures, never for secrets. */
export const numbers = (seed: number): (() => number) => {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A rank below `n`, low ones often: the chance falls about as one over the rank. */
const skewed = (random: () => number, n: number): number => Math.min(n - 1, Math.floor((n + 1) ** random()) - 1);
const field = (random: () => number): string => fields[(skewed(random, fields.length) * 37) % fields.length] as string;
const words = (random: () => number, n: number): string => Array.from({ length: n }, () => `w${skewed(random, VOCABULARY).toString(36)}`).join(' ');
const levels: readonly Focus['level'][] = ['learning', 'independent', 'independent', 'reference'];

const focusOf = (random: () => number): Focus[] => {
  const own = new Set(Array.from({ length: 1 + skewed(random, 5) }, () => field(random)));
  return [...own].map((concept) => ({ concept, level: levels[Math.floor(random() * 4)] as Focus['level'], casesPerYear: random() < 0.3 ? null : Math.floor(200 * random()) }));
};
const piecesOf = (random: () => number, focus: readonly Focus[], now: number): Piece[] => Array.from({ length: skewed(random, 9) }, (_, i) => {
  const own = focus[Math.floor(random() * focus.length)]?.concept ?? field(random);
  const ids = new Set([own, ...(random() < 0.5 ? [field(random)] : [])]);
  return { id: String(i), kind: 'opinion' as const, at: now - Math.floor(random() ** 2 * 2500 * DAY) - 1, text: words(random, 4), concepts: [...ids].map((id) => ({ id, weight: 1 })) };
});

export const synthetic = (i: number, now: number): PersonFeatures => {
  const random = numbers(i + 1);
  const city = skewed(random, 600);
  const focus = focusOf(random);
  const asked = skewed(random, 30);
  return aPerson({
    id: `p${i}`, city: `c${city}`, site: `s${city}.${Math.floor(random() * 6)}`, languages: random() < 0.5 ? ['en'] : ['en', 'fa'], focus, evidence: piecesOf(random, focus, now),
    answers: { asked, inTime: Math.floor(asked * (0.3 + 0.7 * random())) }, lastActive: now - Math.floor(random() ** 3 * 200 * DAY), openAsks: skewed(random, 6), capOpen: 5, askedThisWeek: skewed(random, 4), capWeek: 3,
    onLeave: random() < 0.05, loops: { closed: asked >> 1, fitted: Math.floor((asked >> 1) * random()) },
  });
};

/** A question of a case: one to four fields and some twenty words. */
export const question = (i: number): Asked => {
  const random = numbers(1_000_003 + i);
  const ids = new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => field(random)));
  return aQuestion({ concepts: [...ids].map((id, k) => ({ id, weight: 1 / (k + 1) })), text: words(random, 20), languages: ['en'], city: `c${skewed(random, 600)}` });
};
