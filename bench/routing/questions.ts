// Three questions a day for ninety days: when they come, how urgent, about what, from where. Assumed: most come after the day's list (two to seven in the
// afternoon by the asker's clock), one in ten at night; one in ten now, four in days, five elective; seven in ten from Iran.

import type { Urgency } from '../../src/features/routing/rules/ask.ts';
import { wantedOpinions } from '../../src/features/routing/rules/wanted.ts';
import { DAY, DAYS, diceOf, fields, fieldWeights, MINUTE, START } from './habits.ts';

export type Question = { readonly id: string; readonly at: number; readonly urgency: Urgency; readonly topics: readonly string[]; readonly wanted: number; readonly site: string; readonly city: string; readonly languages: readonly string[] };

const askers = [...['ahvaz', 'tehran', 'shiraz', 'zahedan', 'kerman', 'rasht', 'urmia'].map((city) => ({ city, offset: 3.5, weight: 3, languages: ['fa', 'en'] })), ...['muscat', 'krakow', 'lyon'].map((city) => ({ city, offset: 3, weight: 3, languages: ['en'] }))];

export const makeQuestions = (seed: number): Question[] => {
  const dice = diceOf(seed + 1);
  return Array.from({ length: DAYS * 3 }, (_, i) => {
    const asker = dice.pick(askers, askers.map(({ weight }) => weight));
    const hour = dice.pick([7, 10, 12, 14, 15, 16, 17, 18, 20, 22, 2], [1, 2, 2, 4, 4, 4, 3, 3, 2, 1.5, 1.5]) + dice.next();
    const topic = dice.pick(fields, fieldWeights);
    const second = dice.next() < 0.4 ? [dice.pick(fields, fieldWeights)] : [];
    const topics = [...new Set([topic, ...second])];
    return {
      id: `case-${String(i).padStart(3, '0')}`, at: START + Math.floor(i / 3) * DAY + (hour - asker.offset) * 60 * MINUTE, urgency: dice.pick(['emergency', 'urgent', 'elective'] as const, [1, 4, 5]),
      topics, wanted: wantedOpinions({ topics }), site: `${asker.city}-0`, city: asker.city, languages: asker.languages,
    };
  }).sort((a, b) => a.at - b.at);
};
