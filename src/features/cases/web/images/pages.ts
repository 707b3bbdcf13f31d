import { definePage, type PageDef } from '#web/page.ts';
import type { CaseOfImages } from './case-of.ts';
import { WAITING } from './waiting.ts';

export const imagePages: readonly PageDef[] = [
  definePage<{ story: CaseOfImages }>({
    path: '/cases/:id/images', file: 'src/features/cases/web/images/images.tsx', place: 'cases', needs: 'person',
    load: ({ id }) => ({ story: `/api/cases/${id}` }), view: () => import('./images.tsx'),
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
