import { definePage, type PageDef } from '#web/page.ts';
import type { NoticeView } from '../rules/view.ts';

export const pages: readonly PageDef[] = [
  definePage<{ notices: { notices: NoticeView[]; unread: number } }>({
    path: '/notices', file: 'src/features/notices/web/notices.tsx', place: 'notices', needs: 'person',
    load: () => ({ notices: '/api/notices' }), view: () => import('./notices.tsx'),
  }),
];
