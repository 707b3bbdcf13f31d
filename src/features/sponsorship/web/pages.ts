import type { Concept } from '#features/people/rules/profile-view.ts';
import { definePage, type PageDef } from '#web/page.ts';
import type { SponsorshipsView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ sponsorships: SponsorshipsView; concepts: Concept[] }>({
    path: '/looking-out', file: 'src/features/sponsorship/web/looking-out.tsx', needs: 'person', place: 'opportunities', load: () => ({ sponsorships: '/api/sponsorships', concepts: '/api/concepts' }), view: () => import('./looking-out.tsx'),
  }),
];
