import { definePage, type PageDef } from '#web/page.ts';
import type { InvitationView, StewardPerson, TrailView } from '../rules/present.ts';
import type { NodeSettings } from './answers.ts';

export const pages: readonly PageDef[] = [
  definePage<{ queue: StewardPerson[] }>({ path: '/steward', file: 'src/features/stewardship/web/queue.tsx', needs: 'person', load: () => ({ queue: '/api/steward/queue' }), view: () => import('./queue.tsx') }),
  definePage<{ people: StewardPerson[] }>({
    path: '/steward/people', file: 'src/features/stewardship/web/people.tsx', needs: 'person',
    load: (_, { q }) => ({ people: `/api/steward/people${q ? `?${new URLSearchParams({ q })}` : ''}` }), view: () => import('./people.tsx'),
  }),
  definePage<{ invitations: InvitationView[] }>({
    path: '/steward/invitations', file: 'src/features/stewardship/web/invitations.tsx', needs: 'person', load: () => ({ invitations: '/api/steward/invitations' }), view: () => import('./invitations.tsx'),
  }),
  definePage<{ settings: NodeSettings }>({
    path: '/steward/settings', file: 'src/features/stewardship/web/settings.tsx', needs: 'person', load: () => ({ settings: '/api/steward/settings' }), view: () => import('./settings.tsx'),
  }),
  definePage<{ trail: TrailView[] }>({
    path: '/steward/trail', file: 'src/features/stewardship/web/trail.tsx', needs: 'person', load: () => ({ trail: '/api/steward/trail' }), view: () => import('./trail.tsx'),
  }),
];
