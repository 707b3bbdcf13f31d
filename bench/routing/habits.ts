/**
 * Sixty experts and how they behave. Nothing here is fitted to the bars; each habit has a source or is said to be assumed, and assumed on the slow side.
 *
 * - Delay until somebody looks: lognormal in *active* minutes (below), median 30 for the typical person, spread 1.0 from time to time and 0.5 between people.
 *   Assumed. For comparison, first answers of whole groups elsewhere: 52 min in a closed WhatsApp group, 1.5 h on Medscape Consult, 5 h in MSF's
 *   coordinated telemedicine, 21 h in Champlain eConsult (the project's product notes).
 * - Active time: none asleep (own zone, 23 to 7, shifted by up to an hour and a half), 0.25 in the lab (half past eight to two, three working days a week), 0.5 at
 *   the weekend (Friday and Saturday in Iran, Saturday and Sunday elsewhere), else 1. Assumed.
 * - Once seen: accepted with 0.55–0.9 (a person's own rate) when the field is theirs, a third of that when not, less by 0.12 for each open ask of theirs. Who does
 *   not accept: 45 % decline, 15 % name a colleague, 40 % say nothing at all. Assumed; in Collegium Telemedicus networks unanswered referrals were common.
 * - Accepted to given: lognormal in active minutes, median 90 where hours count and 240 else, spread 1.0; 8 % of the accepted never write. Assumed.
 * - Two leaves of four to ten days in ninety; three of ten do not declare them. Caps as declared, 1 to 6 a week, mean near 3. Every third declares quiet hours.
 * - Fame: Zipf over people, as publications are; the famous are asked from outside too: their accepting falls by up to a third and their delay grows by up to double.
 */

import { type Random, seededRandom } from '../../src/kernel/random.ts';

export type Dice = { next(): number; normal(): number; lognormal(median: number, spread: number): number; pick<T>(of: readonly T[], weights?: readonly number[]): T };

export const diceOf = (seed: number): Dice => {
  const random: Random = seededRandom(seed);
  const next = (): number => { const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4); return (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** 32; };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next, normal, lognormal: (median, spread) => median * Math.exp(spread * normal()),
    pick: (of, weights) => {
      const all = weights ?? of.map(() => 1);
      let at = next() * all.reduce((sum, one) => sum + one, 0);
      for (const [i, one] of of.entries()) { at -= all[i] ?? 0; if (at < 0) return one; }
      return of.at(-1) as (typeof of)[number];
    },
  };
};

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;
export const START = Date.UTC(2026, 7, 1);
export const DAYS = 90;

/** Fields by how often cases of them come: a Zipf-like tail over the taxonomy. */
export const fields = ['cor.bif', 'cor.cto.ante', 'cor.lm', 'cor.calc', 'cor.isr', 'cor.cto.retro', 'acs.stemi', 'sh.tavi', 'cor.mvd', 'cor.chip', 'cor.dcb', 'comp.perf', 'sh.mteer', 'cor.svg', 'cor.scad', 'sh.pfo'] as const;
export const fieldWeights = fields.map((_, i) => 1 / (i + 2));

export const places = [
  ...['tehran', 'shiraz', 'isfahan', 'mashhad', 'tabriz', 'rasht'].map((city) => ({ city, zone: 'Asia/Tehran', offset: 3.5, weekend: [5, 6], weight: 6, languages: ['fa', 'en'] })),
  ...['lyon', 'krakow', 'leipzig', 'milan'].map((city) => ({ city, zone: 'Europe/Paris', offset: 2, weekend: [6, 0], weight: 3, languages: ['en'] })),
  ...['toronto', 'houston'].map((city) => ({ city, zone: 'America/Toronto', offset: -4, weekend: [6, 0], weight: 3, languages: ['en'] })),
  ...['muscat', 'seoul'].map((city) => ({ city, zone: city === 'seoul' ? 'Asia/Seoul' : 'Asia/Muscat', offset: city === 'seoul' ? 9 : 4, weekend: [6, 0], weight: 2, languages: ['en'] })),
] as const;
type Place = (typeof places)[number];

export type Expert = {
  readonly id: string; readonly place: Place; readonly site: string; readonly fields: readonly { concept: string; level: 'independent' | 'reference'; casesPerYear: number }[];
  readonly fame: number; readonly cap: number; readonly quiet: { from: number; to: number } | null;
  readonly wakes: number; readonly labDays: readonly number[];
  readonly delay: number; readonly accepts: number;
  /** Spans in ms; `declared` ones are known to the node. */
  readonly away: readonly { from: number; to: number; declared: boolean }[];
};

const expert = (dice: Dice, i: number): Expert => {
  const place = dice.pick(places, places.map(({ weight }) => weight));
  const fame = 1 / (i + 1);
  const own = new Set<string>();
  while (own.size < 2 + Math.floor(dice.next() * 3)) own.add(dice.pick(fields, fieldWeights));
  return {
    id: `expert-${String(i).padStart(2, '0')}`, place, site: `${place.city}-${Math.floor(dice.next() * 3)}`, fame,
    fields: [...own].map((concept, n) => ({ concept, level: n === 0 || dice.next() < 0.2 ? 'reference' as const : 'independent' as const, casesPerYear: Math.round(dice.lognormal(60, 0.6)) })),
    cap: dice.pick([1, 2, 3, 4, 5, 6], [1, 3, 4, 3, 2, 1]), quiet: dice.next() < 1 / 3 ? { from: 22 * 60, to: 7 * 60 } : null,
    wakes: 7 + (dice.next() - 0.5) * 3, labDays: [1, 2, 3, 4, 0].sort(() => dice.next() - 0.5).slice(0, 3),
    delay: dice.lognormal(30, 0.5) * (1 + Math.min(1, fame * 2)), accepts: (0.55 + 0.35 * dice.next()) * (1 - Math.min(1, fame * 2) / 3),
    away: [0, 1].map(() => { const from = START + dice.next() * DAYS * DAY; return { from, to: from + (4 + 6 * dice.next()) * DAY, declared: dice.next() < 0.7 }; }),
  };
};
export const makeExperts = (seed: number): Expert[] => { const dice = diceOf(seed); return Array.from({ length: 60 }, (_, i) => expert(dice, i)); };

/** 0 … 1: how far a minute of this moment is one in which they would look or write. */
export const activeAt = (one: Expert, at: number): number => {
  if (one.away.some(({ from, to }) => at >= from && at < to)) return 0;
  const local = new Date(at + one.place.offset * 60 * MINUTE);
  const hour = local.getUTCHours() + local.getUTCMinutes() / 60;
  if (hour < one.wakes || hour >= one.wakes + 16) return 0;
  if ((one.place.weekend as readonly number[]).includes(local.getUTCDay())) return 0.5;
  return one.labDays.includes(local.getUTCDay()) && hour >= 8.5 && hour < 14 ? 0.25 : 1;
};
const SLICE = 15 * MINUTE;
/** The moment at which `minutes` of their active time have passed since `from`. */
export const afterActive = (one: Expert, from: number, minutes: number): number => {
  let left = minutes * MINUTE;
  for (let at = from; at < from + 30 * DAY; at += SLICE) {
    const rate = activeAt(one, at);
    if (rate > 0 && left <= rate * SLICE) return at + left / rate;
    left -= rate * SLICE;
  }
  return from + 30 * DAY;
};
