import { definePage, type PageDef } from '#web/page.ts';
import type { ArrivalsView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ arrivals: ArrivalsView }>({ path: '/arrivals', file: 'src/features/arrivals/web/arrivals.tsx', needs: 'person', load: () => ({ arrivals: '/api/arrivals' }), view: () => import('./arrivals.tsx') }),
];
