// Parts of the page that come after its first sight.

import { later } from '#web/later.tsx';

const server = import.meta.env.SSR;

export const QueueCard = later(async () => (await import('./queue-card.tsx')).QueueCard, server ? (await import('./queue-card.tsx')).QueueCard : undefined);
export const MissingFirst = later(async () => (await import('./missing-first.tsx')).MissingFirst, server ? (await import('./missing-first.tsx')).MissingFirst : undefined);
export const Search = later(async () => (await import('./search.tsx')).Search, server ? (await import('./search.tsx')).Search : undefined);
