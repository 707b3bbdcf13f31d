import { definePage, type PageDef } from '#web/page.ts';
import type { GroupLine, GroupView } from '../rules/present.ts';

export const pages: readonly PageDef[] = [
  definePage<{ groups: GroupLine[] }>({ path: '/groups', file: 'src/features/groups/web/groups.tsx', needs: 'person', load: () => ({ groups: '/api/groups' }), view: () => import('./groups.tsx') }),
  definePage<{ group: GroupView }>({ path: '/groups/:id', file: 'src/features/groups/web/group.tsx', needs: 'person', load: ({ id = '' }) => ({ group: `/api/groups/${id}` }), view: () => import('./group.tsx') }),
];
