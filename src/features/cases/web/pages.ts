import { definePage, type PageDef } from '#web/page.ts';
import type { CaseForEdit } from './form/draft.ts';
import { imagePages } from './images/pages.ts';

export const pages: readonly PageDef[] = [
  definePage<Record<string, never>>({ path: '/cases/new', file: 'src/features/cases/web/new-case.tsx', needs: 'person', place: 'ask', load: () => ({}), view: () => import('./new-case.tsx') }),
  definePage<{ case: CaseForEdit }>({
    path: '/cases/:id/edit', file: 'src/features/cases/web/edit-case.tsx', needs: 'person', place: 'ask',
    load: ({ id }) => ({ case: `/api/cases/${id}` }), maybe: ['case'], view: () => import('./edit-case.tsx'),
  }),
  ...imagePages,
];
