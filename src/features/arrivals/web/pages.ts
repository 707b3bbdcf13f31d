import { definePage, type PageDef } from '#web/page.ts';
import type { ArrivalsView } from '../rules/present.ts';
import type { OwnCases } from './taking.ts';

export const pages: readonly PageDef[] = [
  definePage<{ arrivals: ArrivalsView; mine: OwnCases | undefined }>({
    path: '/arrivals', file: 'src/features/arrivals/web/arrivals.tsx', needs: 'person', load: () => ({ arrivals: '/api/arrivals', mine: '/api/cases?list=mine' }), maybe: ['mine'], view: () => import('./arrivals.tsx'),
  }),
];
