import { crossScriptCost } from './cross-script.ts';
import { latinSounds, oneScriptCost } from './one-script.ts';
import { saidA } from './persian-skeleton.ts';

const isPersian = (word: string): boolean => /\p{Script=Arabic}/u.test(word);

/** Cost for each letter of both words at which two words are as likely one name as two. */
const evenAcross = 0.055;
const evenWithin = 0.083;
const steepness = 2.7;

/** 1 at no cost, 0.8 where two spellings of one name begin to be doubtful, falling towards 0 and never there. */
const likely = (costPerLetter: number, even: number): number => 1 / (1 + (costPerLetter / even) ** steepness);

function acrossCost(persian: string, latin: string): number {
  const cost = crossScriptCost(persian, latin);
  return saidA.has(persian) ? Math.min(cost, crossScriptCost(`${persian.slice(0, -1)}ا`, latin)) : cost;
}

/** How surely two folded words are spellings of one name, 0–1, in one script or across the two. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (isPersian(a) !== isPersian(b)) return likely((isPersian(a) ? acrossCost(a, b) : acrossCost(b, a)) / (a.length + b.length), evenAcross);
  const [x, y] = isPersian(a) ? [a, b] : [latinSounds(a), latinSounds(b)];
  return likely(oneScriptCost(x, y) / (x.length + y.length || 1), evenWithin);
}
