import type { Concept } from '#features/people/rules/profile-view.ts';
import type { TiesView } from '#features/network/rules/present.ts';
import { definePage, type PageDef } from '#web/page.ts';
import type { GroupLine } from '#features/groups/rules/present.ts';
import type { FairCell } from '../rules/fairness.ts';
import type { LookingView } from '../rules/looking.ts';
import type { OpportunityLine, OpportunityView } from '../rules/present.ts';

type List = { readonly found: readonly OpportunityLine[]; readonly mine: readonly OpportunityLine[]; readonly silent: number };
export const pages: readonly PageDef[] = [
  definePage<{ list: List; concepts: Concept[] }>({
    path: '/opportunities', file: 'src/features/opportunities/web/opportunities.tsx', needs: 'person', place: 'opportunities',
    load: (_, query) => ({ list: `/api/opportunities?${new URLSearchParams(query)}`, concepts: '/api/concepts' }), view: () => import('./opportunities.tsx'),
  }),
  definePage<Record<string, never>>({ path: '/opportunities/new', file: 'src/features/opportunities/web/new-opportunity.tsx', needs: 'person', place: 'opportunities', shape: 'narrow', load: () => ({}), view: () => import('./new-opportunity.tsx') }),
  definePage<{ opportunity: OpportunityView; concepts: Concept[] }>({
    path: '/opportunities/:id/edit', file: 'src/features/opportunities/web/edit-opportunity.tsx', needs: 'person', place: 'opportunities',
    load: ({ id = '' }) => ({ opportunity: `/api/opportunities/${id}`, concepts: '/api/concepts' }), view: () => import('./edit-opportunity.tsx'),
  }),
  definePage<{ opportunity: OpportunityView; groups: GroupLine[]; ties: TiesView | undefined }>({
    path: '/opportunities/:id', file: 'src/features/opportunities/web/opportunity.tsx', needs: 'person', place: 'opportunities',
    load: ({ id = '' }) => ({ opportunity: `/api/opportunities/${id}`, groups: '/api/groups', ties: '/api/ties' }), maybe: ['ties'], view: () => import('./opportunity.tsx'),
  }),
  definePage<{ looking: LookingView; concepts: Concept[] }>({
    path: '/opportunities/quiet', file: 'src/features/opportunities/web/looking.tsx', needs: 'person', place: 'opportunities', load: () => ({ looking: '/api/me/looking', concepts: '/api/concepts' }), view: () => import('./looking.tsx'),
  }),
  definePage<{ fairness: FairCell[] }>({ path: '/steward/fairness', file: 'src/features/opportunities/web/fairness.tsx', needs: 'person', load: () => ({ fairness: '/api/steward/fairness' }), view: () => import('./fairness.tsx') }),
];
