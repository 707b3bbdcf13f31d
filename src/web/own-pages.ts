// The frame's own pages. Features' pages come from their doors; src/entry puts them together.
import * as say from '#words/web.ts';
import { definePage, type PageDef } from './page.ts';

export const ownPages: readonly PageDef[] = [
  definePage<Record<string, never>>({
    path: '/', file: 'src/web/pages/landing.tsx', needs: 'nobody', title: (l) => say.landingTitle(l), load: () => ({}), view: () => import('./pages/landing.tsx'),
  }),
  definePage<Record<string, never>>({
    path: '/unsent', file: 'src/web/pages/unsent.tsx', needs: 'person', shape: 'narrow', title: (l) => say.unsentTitle(l), load: () => ({}), view: () => import('./pages/unsent.tsx'),
  }),
  definePage<Record<string, never>>({
    path: '/kit', file: 'src/web/pages/kit.tsx', demoOnly: true, title: (l) => say.kitTitle(l), load: () => ({}), view: () => import('./pages/kit.tsx'),
  }),
];
