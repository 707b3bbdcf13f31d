// Ninety days, event by event, with the node's own ladder and clocks; whom to ask is the strategy's. No coordinator ever acts: each wave waits its twenty minutes.

import { clocks, type AskState } from '../../src/features/routing/rules/ask.ts';
import { type Facts, ladders, nextMove, paceOf, RETRY_MS, sizeOf } from '../../src/features/routing/rules/ladder.ts';
import { afterActive, DAY, type Dice, diceOf, type Expert } from './habits.ts';
import type { Question } from './questions.ts';

export type Sent = { readonly question: Question; readonly expert: Expert; readonly at: number; state: AskState; readonly acceptBy: number; acceptedAt: number | null };
export type World = { readonly experts: readonly Expert[]; readonly sent: Sent[]; readonly of: ReadonlyMap<Expert, Sent[]>; readonly named: Map<string, string[]> };
/** Best first, for one question at one moment; whom the hard rules leave out is not in it. `onCall` is who has the shift now. */
export type Strategy = { readonly name: string; readonly next: (world: World, question: Question, now: number) => readonly string[]; readonly all?: true; /** Seats of the first wave beyond the ladder's own. */ readonly more?: number };

export type Told = { readonly question: Question; readonly accepted: number | null; readonly opinions: readonly number[] };
export type Run = { readonly told: readonly Told[]; readonly sent: readonly Sent[] };

type Going = { readonly question: Question; readonly seats: Sent[]; readonly taken: Date[]; readonly opinions: number[]; accepted: number | null; ended: boolean };
type Event = { readonly at: number; readonly n: number; readonly does: (now: number) => void };

/** What happens next, by time and then in the order in which it was booked. */
const agenda = () => {
  const heap: Event[] = [];
  const sooner = (a: number, b: number): boolean => { const [x, y] = [heap[a] as Event, heap[b] as Event]; return x.at < y.at || (x.at === y.at && x.n < y.n); };
  const swap = (a: number, b: number) => { [heap[a], heap[b]] = [heap[b] as Event, heap[a] as Event]; };
  let count = 0;
  return {
    on: (at: number, does: Event['does']) => {
      heap.push({ at, n: count++, does });
      for (let i = heap.length - 1; i > 0 && sooner(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
    },
    next: (): Event | undefined => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last;
        for (let i = 0; ;) {
          const [a, b] = [2 * i + 1, 2 * i + 2];
          const least = [a, b].filter((child) => child < heap.length).reduce((best, child) => (sooner(child, best) ? child : best), i);
          if (least === i) break;
          swap(i, least);
          i = least;
        }
      }
      return first;
    },
  };
};

/** Of one broadcast message each feels a twelfth as much meant as of a request by name: everybody waits for somebody. Assumed from 14 answers a question among thousands on Medscape Consult. */
const MEANT_BY_ALL = 1 / 12;

const fitsField = (expert: Expert, { topics }: Question): boolean => topics.some((topic) => expert.fields.some(({ concept }) => concept === topic || topic.startsWith(`${concept}.`) || concept.startsWith(`${topic}.`)));

/** What somebody does with a request once they see it. */
const reply = (dice: Dice, expert: Expert, question: Question, open: number, share: number): 'accepted' | 'declined' | 'handed-on' | 'silent' => {
  const chance = Math.max(0.05, expert.accepts * (fitsField(expert, question) ? 1 : 1 / 3) - 0.12 * open) * share;
  if (dice.next() < chance) return 'accepted';
  return dice.pick(['declined', 'handed-on', 'silent'] as const, [0.45, 0.15, 0.4]);
};

export const simulate = (experts: readonly Expert[], questions: readonly Question[], strategy: Strategy, seed: number): Run => {
  const dice = diceOf(seed + 2);
  const { on, next } = agenda();
  const world: World = { experts, sent: [], of: new Map(experts.map((one) => [one, []])), named: new Map() };
  const byId = new Map(experts.map((one) => [one.id, one]));
  const going: Going[] = [];

  const ask = (to: Going, id: string, now: number) => {
    const expert = byId.get(id) as Expert;
    const { acceptBy } = clocks(to.question.urgency, new Date(now), null);
    const one: Sent = { question: to.question, expert, at: now, state: 'asked', acceptBy: acceptBy.getTime(), acceptedAt: null };
    world.sent.push(one);
    world.of.get(expert)?.push(one);
    to.seats.push(one);
    on(afterActive(expert, now, dice.lognormal(expert.delay, 1)), (seen) => look(to, one, seen));
  };
  const look = (to: Going, one: Sent, now: number) => {
    if (one.state !== 'asked') return;
    // What was forgotten weighs on nobody.
    const open = (world.of.get(one.expert) ?? []).filter((other) => other.state === 'accepted' && (other.acceptedAt ?? 0) > now - 7 * DAY).length;
    const said = reply(dice, one.expert, to.question, open, strategy.all ? MEANT_BY_ALL : 1);
    if (said === 'silent') { one.state = 'seen'; return; }
    one.state = said;
    if (said === 'handed-on') {
      const others = experts.filter((other) => other !== one.expert && fitsField(other, to.question));
      if (others.length > 0) world.named.set(to.question.id, [...(world.named.get(to.question.id) ?? []), dice.pick(others).id]);
    }
    if (said === 'accepted') {
      one.acceptedAt = now;
      to.accepted ??= now;
      if (dice.next() >= 0.08) on(afterActive(one.expert, now, dice.lognormal(to.question.urgency === 'elective' ? 240 : 90, 1)), (given) => { one.state = 'answered'; to.opinions.push(given); climb(to, given); });
    }
    climb(to, now);
  };
  const climb = (to: Going, now: number) => {
    if (to.ended || strategy.all) return;
    const { question } = to;
    const facts = (): Facts => ({
      pace: paceOf(question.urgency), begunAt: new Date(question.at), now: new Date(now), wanted: question.wanted, opinions: to.opinions.length, agreed: false, over: false, coordinated: true, confirmed: false, taken: to.taken,
      seats: to.seats.map((one, i) => ({ id: String(i), state: one.state, acceptBy: new Date(one.acceptBy), acceptedAt: one.acceptedAt === null ? null : new Date(one.acceptedAt) })),
    });
    for (let turn = 0; turn < 9; turn += 1) {
      const move = nextMove(facts());
      if (move.end) { for (const id of move.release) (to.seats[Number(id)] as Sent).state = 'released'; to.ended = true; return; }
      const seats = move.take === null ? move.refill : ladders[paceOf(question.urgency)][move.take] ? sizeOf(paceOf(question.urgency), move.take, question.wanted) + (move.take === 0 ? (strategy.more ?? 0) : 0) : 0;
      const people = seats > 0 ? strategy.next(world, question, now).slice(0, seats) : [];
      for (const id of people) ask(to, id, now);
      const nobody = seats > 0 && people.length === 0 && !(move.take !== null && ladders[paceOf(question.urgency)][move.take]?.callsCoordinator);
      if (move.take !== null && !nobody) to.taken.push(new Date(now));
      if (!nobody && (move.take !== null || people.length > 0)) continue;
      const again = nobody ? new Date(now + RETRY_MS[paceOf(question.urgency)]) : move.lookAt;
      if (again) on(again.getTime(), (later) => climb(to, later));
      return;
    }
  };

  for (const question of questions) on(question.at, (now) => {
    const one: Going = { question, seats: [], taken: [], opinions: [], accepted: null, ended: false };
    going.push(one);
    if (strategy.all) for (const id of strategy.next(world, question, now)) ask(one, id, now);
    else climb(one, now);
  });
  const until = (questions.at(-1)?.at ?? 0) + 20 * DAY;
  for (let event = next(); event !== undefined && event.at <= until; event = next()) event.does(event.at);
  return { told: going.map(({ question, accepted, opinions }) => ({ question, accepted, opinions: [...opinions].sort((a, b) => a - b) })), sent: world.sent };
};

/** Asks of the last week that stand, of one expert's. */
export const weekOf = (sent: readonly Sent[], now: number): number => sent.filter((one) => one.at > now - 7 * DAY && one.at <= now && one.state !== 'released').length;
