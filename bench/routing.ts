// ./hamdel bench routing: ninety days of three cases a day among sixty experts, simulated by seed, with the node's own ladder and ranking,
// beside "post to everybody" and "most famous first" in the same run. Habits and their sources: bench/routing/habits.ts.

import { type Figure, round } from './figure.ts';
import { makeExperts, MINUTE } from './routing/habits.ts';
import { makeQuestions } from './routing/questions.ts';
import { type Run, simulate, weekOf } from './routing/simulate.ts';
import { byFame, byRoute, toEverybody } from './routing/strategies.ts';

/** Two worlds; each figure is reckoned over the cases of all. */
const SEEDS = [11, 23] as const;

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.POSITIVE_INFINITY;
};

export type Measures = { acceptUrgent: number; acceptAll: number; threeP50: number; threeP90: number; within48: number; capsBroken: number; topShare: number; asksPerCase: number };

/** Hours or minutes since the case was put; what never came counts as endless. */
export const measure = (runs: readonly Run[]): Measures => {
  const told = runs.flatMap((run) => run.told);
  const urgent = told.filter(({ question }) => question.urgency !== 'elective');
  const minutes = (all: typeof told): number[] => all.map(({ question, accepted }) => (accepted === null ? Number.POSITIVE_INFINITY : (accepted - question.at) / MINUTE));
  const three = urgent.map(({ question, opinions }) => (opinions[2] === undefined ? Number.POSITIVE_INFINITY : (opinions[2] - question.at) / (60 * MINUTE)));
  const shares = runs.map(({ sent }) => {
    const counts = new Map<string, number>();
    for (const { expert } of sent) counts.set(expert.id, (counts.get(expert.id) ?? 0) + 1);
    return [...counts.values()].sort((a, b) => b - a).slice(0, 6).reduce((sum, n) => sum + n, 0) / sent.length;
  });
  return {
    acceptUrgent: quantile(minutes(urgent), 0.5), acceptAll: quantile(minutes(told), 0.5), threeP50: quantile(three, 0.5), threeP90: quantile(three, 0.9),
    within48: told.filter(({ question, opinions }) => opinions[0] !== undefined && opinions[0] <= question.at + 48 * 60 * MINUTE).length / told.length,
    capsBroken: runs.reduce((sum, { sent }) => sum + [...Map.groupBy(sent, ({ expert }) => expert)].reduce((n, [expert, mine]) => n + mine.filter(({ at }) => weekOf(mine, at) > expert.cap).length, 0), 0),
    topShare: Math.max(...shares), asksPerCase: runs.reduce((sum, { sent }) => sum + sent.length, 0) / told.length,
  };
};

const finite = (value: number): number => (Number.isFinite(value) ? round(value) : 9999);

export const routing = async (): Promise<Figure[]> => {
  const strategies = [byRoute, toEverybody, byFame];
  const [ours, everybody, fame] = strategies.map((strategy) => measure(SEEDS.map((seed) => simulate(makeExperts(seed), makeQuestions(seed), strategy, seed)))) as [Measures, Measures, Measures];
  const note = `two seeds, 60 experts, 270 cases each; 9999: more than that share never came; most famous first:`;
  const figure = (name: string, unit: string, key: keyof Measures, bar?: { at: number; is: 'at least' | 'at most' }): Figure => ({
    name, unit, value: finite(ours[key]), beside: { name: toEverybody.name, value: finite(everybody[key]) }, note: `${note} ${finite(fame[key])}`, ...(bar ? { bar: { ...bar, of: 'value' as const } } : {}),
  });
  return [
    figure('first acceptance of urgent cases, median', 'min', 'acceptUrgent', { at: 60, is: 'at most' }),
    figure('first acceptance of all cases, median', 'min', 'acceptAll'),
    figure('three opinions for urgent cases, median', 'h', 'threeP50', { at: 6, is: 'at most' }),
    figure('three opinions for urgent cases, p90', 'h', 'threeP90', { at: 24, is: 'at most' }),
    figure('cases with an opinion in 48 hours', 'share', 'within48', { at: 0.98, is: 'at least' }),
    figure('asks beyond a declared weekly cap', 'asks', 'capsBroken', { at: 0, is: 'at most' }),
    figure('asks that go to the busiest tenth of experts, worst seed', 'share', 'topShare', { at: 0.3, is: 'at most' }),
    figure('asks a case', 'asks', 'asksPerCase'),
  ];
};
