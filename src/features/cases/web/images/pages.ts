import { definePage, type PageDef } from '#web/page.ts';
import type { CaseOfImages, Ledger } from './case-of.ts';
import { WAITING } from './waiting.ts';

export const imagePages: readonly PageDef[] = [
  definePage<{ story: CaseOfImages }>({
    path: '/cases/:id/images', file: 'src/features/cases/web/images/images.tsx', place: 'cases', needs: 'person',
    load: ({ id }) => ({ story: `/api/cases/${id}` }), view: () => import('./images.tsx'),
  }),
  definePage<{ ledger: Ledger }>({
    path: '/me/ledger', file: 'src/features/cases/web/images/ledger.tsx', needs: 'person', shape: 'narrow',
    load: () => ({ ledger: '/api/me/ledger' }), view: () => import('./ledger.tsx'),
  }),
];

// Whatever page the app opens next, what was confirmed goes on being sent.
if (typeof window !== 'undefined') setTimeout(() => {
  try {
    if (localStorage.getItem(WAITING) !== null) void import('./uploader.ts').then(({ wakeUploader }) => wakeUploader());
  } catch {
    // A browser that keeps nothing has nothing waiting.
  }
}, 1500);
