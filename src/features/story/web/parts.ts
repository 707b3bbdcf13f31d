// Parts of the case page that come after the first sight: the facts and the forms.

import { later } from '#web/later.tsx';

const server = import.meta.env.SSR;

export const FactsOfCase = later(async () => (await import('./facts-of-case.ts')).FactsOfCase, server ? (await import('./facts-of-case.ts')).FactsOfCase : undefined);
export const Answering = later(async () => (await import('./answering.tsx')).Answering, server ? (await import('./answering.tsx')).Answering : undefined);
export const OpinionsOf = later(async () => (await import('./opinions-of.tsx')).OpinionsOf, server ? (await import('./opinions-of.tsx')).OpinionsOf : undefined);
export const DecisionOf = later(async () => (await import('./decision.tsx')).DecisionOf, server ? (await import('./decision.tsx')).DecisionOf : undefined);
export const OutcomesOf = later(async () => (await import('./outcomes-of.tsx')).OutcomesOf, server ? (await import('./outcomes-of.tsx')).OutcomesOf : undefined);
export const Talk = later(async () => (await import('./talk.tsx')).Talk, server ? (await import('./talk.tsx')).Talk : undefined);
export const TellOutcome = later(async () => (await import('./tell-outcome.tsx')).TellOutcome, server ? (await import('./tell-outcome.tsx')).TellOutcome : undefined);
export const CannotNow = later(async () => (await import('./cannot-now.tsx')).CannotNow, server ? (await import('./cannot-now.tsx')).CannotNow : undefined);
export const HandOn = later(async () => (await import('./hand-on.tsx')).HandOn, server ? (await import('./hand-on.tsx')).HandOn : undefined);
export const LadderOf = later(async () => (await import('#features/routing/web/ladder-door.ts')).LadderOf, server ? (await import('#features/routing/web/ladder-door.ts')).LadderOf : undefined);
export const AskedPeople = later(async () => (await import('./asked-people.tsx')).AskedPeople, server ? (await import('./asked-people.tsx')).AskedPeople : undefined);
export const SimilarCases = later(async () => (await import('#features/search/web/door.tsx')).SimilarCases, server ? (await import('#features/search/web/door.tsx')).SimilarCases : undefined);
