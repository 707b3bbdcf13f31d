import { definePage, type PageDef } from '#web/page.ts';
import type { Concept, Found } from '../rules/hit.ts';

const wishes = ['q', 'kind', 'topic', 'told', 'as', 'typing'] as const;

export const pages: readonly PageDef[] = [
  definePage<{ found: Found; concepts: Concept[] }>({
    path: '/search', file: 'src/features/search/web/search.tsx', needs: 'person', place: 'search',
    load: (_, query) => ({ found: `/api/search?${new URLSearchParams(wishes.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))}`, concepts: '/api/concepts' }),
    view: () => import('./search.tsx'),
  }),
];
