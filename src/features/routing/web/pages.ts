import { definePage, type PageDef } from '#web/page.ts';
import type { ConsoleView, RotaView } from '../rules/console.ts';
import type { AskPage } from './page-data.ts';

export const pages: readonly PageDef[] = [
  definePage<AskPage>({
    path: '/cases/:id/ask', file: 'src/features/routing/web/ask.tsx', needs: 'person', place: 'ask',
    load: ({ id }, { add }) => ({ case: `/api/cases/${id}`, suggested: `/api/cases/${id}/suggestions`, asking: `/api/cases/${id}/ladder`, ...(add === undefined ? {} : { added: `/api/people/${add}` }) }) as Record<keyof AskPage, string>,
    maybe: ['suggested', 'asking', 'added'], view: () => import('./ask.tsx'),
  }),
  definePage<{ console: ConsoleView }>({ path: '/coordinator', file: 'src/features/routing/web/coordinator.tsx', needs: 'person', load: () => ({ console: '/api/coordinator' }), view: () => import('./coordinator.tsx') }),
  definePage<{ rota: RotaView }>({ path: '/coordinator/rota', file: 'src/features/routing/web/rota.tsx', needs: 'person', load: () => ({ rota: '/api/coordinator/rota' }), view: () => import('./rota.tsx') }),
];
