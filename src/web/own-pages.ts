// The frame's own pages. Features' pages come from their doors; src/entry puts them together.
import { definePage, type PageDef } from './page.ts';

export const ownPages: readonly PageDef[] = [
  definePage<Record<string, never>>({
    path: '/', file: 'src/web/pages/landing.tsx', needs: 'nobody', load: () => ({}), view: () => import('./pages/landing.tsx'),
  }),
  definePage<Record<string, never>>({
    path: '/unsent', file: 'src/web/pages/unsent.tsx', needs: 'person', shape: 'narrow', load: () => ({}), view: () => import('./pages/unsent.tsx'),
  }),
];
