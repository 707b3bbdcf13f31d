import { definePage, type PageDef } from '#web/page.ts';
import type { Asking } from '#features/routing/rules/ladder-view.ts';
import type { SimilarCase } from '#features/search/rules/hit.ts';
import type { CaseLine, HomeView } from '../rules/lines.ts';
import type { CaseView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ home: HomeView }>({
    path: '/', file: 'src/features/story/web/home.tsx', place: 'home', needs: 'person',
    load: () => ({ home: '/api/home' }), view: () => import('./home.tsx'),
  }),
  definePage<{ list: { list: 'mine' | 'asked' | 'node'; cases: CaseLine[] } }>({
    path: '/cases', file: 'src/features/story/web/cases.tsx', place: 'cases', needs: 'person',
    load: (_params, query) => ({ list: `/api/cases?list=${encodeURIComponent(query.list ?? 'mine')}` }), view: () => import('./cases.tsx'),
  }),
  definePage<{ story: CaseView; asking: Asking; similar: SimilarCase[] }>({
    path: '/cases/:id', file: 'src/features/story/web/case.tsx', place: 'cases', needs: 'person',
    load: ({ id }) => ({ story: `/api/cases/${id}`, asking: `/api/cases/${id}/ladder`, similar: `/api/cases/${id}/similar` }), maybe: ['asking', 'similar'], view: () => import('./case.tsx'),
  }),
  definePage<{ story: CaseView }>({
    path: '/cases/:id/film', file: 'src/features/story/web/film/film-page.tsx', place: 'cases', needs: 'person', shape: 'bare',
    load: (params) => ({ story: `/api/cases/${params.id}` }), view: () => import('./film/film-page.tsx'),
  }),
];
