import { definePage, type PageDef } from '#web/page.ts';
import type { SetView } from '../rules/contacts-wire.ts';
import type { IntroductionsView, IntroductionView, ReachView } from '../rules/introduction-view.ts';
import type { TiesView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ ties: TiesView }>({ path: '/ties', file: 'src/features/network/web/ties.tsx', needs: 'person', place: 'people', load: () => ({ ties: '/api/ties' }), view: () => import('./ties.tsx') }),
  definePage<{ introductions: IntroductionsView }>({
    path: '/introductions', file: 'src/features/network/web/introductions.tsx', needs: 'person', place: 'people', load: () => ({ introductions: '/api/introductions' }), view: () => import('./introductions.tsx'),
  }),
  definePage<{ introduction: IntroductionView }>({
    path: '/introductions/:id', file: 'src/features/network/web/introduction.tsx', needs: 'person', place: 'people', load: ({ id = '' }) => ({ introduction: `/api/introductions/${id}` }), view: () => import('./introduction.tsx'),
  }),
  definePage<{ reach: ReachView }>({
    path: '/people/:id/reach', file: 'src/features/network/web/reach.tsx', needs: 'person', place: 'people', shape: 'narrow', load: ({ id = '' }) => ({ reach: `/api/reach?person=${id}` }), view: () => import('./reach.tsx'),
  }),
  definePage<{ reach: ReachView }>({
    path: '/institutions/:id', file: 'src/features/network/web/reach.tsx', needs: 'person', place: 'people', shape: 'narrow', load: ({ id = '' }) => ({ reach: `/api/reach?institution=${id}` }), view: () => import('./reach.tsx'),
  }),
  definePage<{ set: SetView }>({ path: '/ties/import', file: 'src/features/network/web/import/import.tsx', needs: 'person', place: 'people', shape: 'narrow', load: () => ({ set: '/api/contacts/set' }), view: () => import('./import/import.tsx') }),
  definePage<Record<string, never>>({ path: '/ties/meet', file: 'src/features/network/web/meet/meet.tsx', needs: 'person', place: 'people', shape: 'narrow', load: () => ({}), view: () => import('./meet/meet.tsx') }),
];
