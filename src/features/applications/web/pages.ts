import { definePage, type PageDef } from '#web/page.ts';
import type { ApplyView, ChoosingView, MyApplication } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ view: ApplyView }>({
    path: '/opportunities/:id/apply', file: 'src/features/applications/web/apply.tsx', needs: 'person', place: 'opportunities', shape: 'narrow', load: ({ id = '' }) => ({ view: `/api/opportunities/${id}/application` }), view: () => import('./apply.tsx'),
  }),
  definePage<{ view: ChoosingView }>({
    path: '/opportunities/:id/candidates', file: 'src/features/applications/web/choosing.tsx', needs: 'person', place: 'opportunities', load: ({ id = '' }) => ({ view: `/api/opportunities/${id}/candidates` }), view: () => import('./choosing.tsx'),
  }),
  definePage<{ mine: MyApplication[] }>({
    path: '/me/applications', file: 'src/features/applications/web/mine.tsx', needs: 'person', shape: 'narrow', load: () => ({ mine: '/api/me/applications' }), view: () => import('./mine.tsx'),
  }),
];
