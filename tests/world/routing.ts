// The cast and its stories as routing sees them, without a database: what the guide shows and what its test holds to.

import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { askedOf, textOfTexts } from '#features/routing/rules/case-asked.ts';
import { POLICY } from '#features/routing/rules/policy.ts';
import { aPerson, type PersonFeatures, type Piece } from '#features/routing/rules/route-input.ts';
import { type Routed, route } from '#features/routing/rules/route.ts';
import { wantedOpinions } from '#features/routing/rules/wanted.ts';
import { castMember, type PersonKey, personKeys } from './cast.ts';
import type { AskTold, Told } from './demo/told.ts';
import { mainStories, stories } from './demo.ts';
import { cities, institutions } from './places.ts';

/** The demo's present moment, for the guide. Every case is routed at noon in Tehran of the day on which it was put. */
const PRESENT = Date.UTC(2026, 10, 22, 8, 30);
const noonOf = (told: Told): number => Math.floor((PRESENT + (told.posted ?? 0) * HOUR_MS) / DAY_MS) * DAY_MS + 8.5 * HOUR_MS;
const at = (hours: number): number => PRESENT + hours * HOUR_MS;

type Given = { readonly told: Told; readonly ask: AskTold };
const asksOf = (who: PersonKey, told: Told, now: number): Given[] => stories.filter((other) => other !== told).flatMap((other) =>
  (other.asks ?? []).filter((ask) => ask.who === who && at(ask.asked) < now).map((ask) => ({ told: other, ask })));

const pieceOf = ({ told, ask }: Given): Piece => ({
  id: told.key, kind: 'opinion', at: at(ask.opinions?.[0]?.at ?? 0), text: textOfTexts((ask.opinions ?? []).map(({ en, fa }) => ({ en, fa }))), concepts: (told.fields.topics ?? []).map((id) => ({ id, weight: 1 })),
});

const personOf = (key: PersonKey, told: Told, now: number): PersonFeatures => {
  const one = castMember(key);
  const place = institutions[one.at];
  const asks = asksOf(key, told, now);
  const decided = asks.filter(({ told: other, ask }) => ask.opinions !== undefined && other.decision !== undefined && at(other.decision.at) < now);
  const over = asks.filter(({ ask }) => at(ask.asked) < now - 7 * DAY_MS || ask.opinions !== undefined || ask.declined !== undefined);
  const [from, to] = one.leave ?? [0, -1];
  const avoids = (a: PersonKey, b: PersonKey) => (castMember(a).avoids ?? []).some(([who]) => who === b);
  return aPerson({
    id: key, verified: one.stage !== 'industry' && one.stage !== 'student' && (key !== 'ali'), site: one.at, city: place.city, languages: one.languages,
    focus: one.knows.map(([concept, level, casesPerYear]) => ({ concept, level, casesPerYear })), evidence: decided.map(pieceOf),
    onLeave: now >= PRESENT + from * DAY_MS && now < PRESENT + (to + 1) * DAY_MS, conflict: avoids(key, told.asker) || avoids(told.asker, key),
    capWeek: one.cap ?? 3, askedThisWeek: asks.filter(({ ask }) => at(ask.asked) >= now - 7 * DAY_MS).length, openAsks: asks.length - over.length,
    quiet: one.quiet === undefined ? null : { from: one.quiet[0], to: one.quiet[1], timeZone: cities[place.city].zone },
    answers: { asked: over.length, inTime: over.filter(({ ask }) => ask.opinions !== undefined).length },
    loops: { closed: decided.filter(({ told: other }) => other.outcomes !== undefined).length, fitted: decided.filter(({ told: other }) => other.decision?.followed.includes(key)).length },
  });
};

export const routeStory = (told: Told): Routed => {
  const now = noonOf(told);
  const asker = castMember(told.asker);
  const asked = askedOf({ fields: { topics: told.fields.topics ?? [] }, texts: told.texts, urgency: told.urgency ?? 'elective', hidden: told.hidden ?? false },
    { institutionId: asker.at, cityId: institutions[asker.at].city, languages: asker.languages });
  const people = personKeys.filter((key) => key !== told.asker && castMember(key).stage !== 'industry').map((key) => personOf(key, told, now));
  return route({ asked, people, policy: POLICY, now, seed: told.key, wanted: wantedOpinions({ topics: told.fields.topics ?? [] }) });
};
export { mainStories };
