import { definePage, type PageDef } from '#web/page.ts';
import type { TiesView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ ties: TiesView }>({ path: '/ties', file: 'src/features/network/web/ties.tsx', needs: 'person', place: 'people', load: () => ({ ties: '/api/ties' }), view: () => import('./ties.tsx') }),
];
